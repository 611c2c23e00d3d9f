package sulan.source.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sulan.source.llm.Prompt.Message;
import sulan.source.llm.Prompt.Message.Role;
import sulan.source.llm.Prompt.Purpose;

/** What the model is asked about one paper. The words are files in the folder of the {@link #VERSION}. */
public final class OverviewPrompt {

    /** The version of the words. It changes with any of them, so that one can tell by which an overview was written. */
    public static final String VERSION = "overview-1";

    /**
     * An overview as the prompt asks for it has some 600 Chinese characters and 8 keywords, so about 1200 tokens with the JSON
     * around them.
     */
    static final int MAX_OUTPUT_TOKENS = 2500;
    /** As much of a faulty answer as is shown to the model again; an overview is shorter. */
    private static final int LONGEST_ANSWER = 6000;
    /** The most known concepts that are named to the model. */
    private static final int MOST_CONCEPTS = 40;

    private static final PromptFile SYSTEM = PromptFile.read(VERSION + "/system.txt");
    private static final PromptFile USER = PromptFile.read(VERSION + "/user.txt");
    private static final PromptFile CONCEPTS = PromptFile.read(VERSION + "/concepts.txt");
    private static final PromptFile REPAIR = PromptFile.read(VERSION + "/repair.txt");
    private static final PromptFile SCHEMA = PromptFile.read(VERSION + "/schema.json");

    private OverviewPrompt() {
    }

    /** The request for an overview in Chinese. */
    public static Prompt of(PaperText paper) {
        return of(paper, Language.CHINESE);
    }

    /** The request for an overview in a language. */
    public static Prompt of(PaperText paper, Language language) {
        return prompt(Purpose.OVERVIEW, question(paper, language));
    }

    /** The request to mend an overview in Chinese. */
    public static Prompt repair(PaperText paper, String answer, List<String> faults) {
        return repair(paper, answer, faults, Language.CHINESE);
    }

    /**
     * The request to mend an overview.
     *
     * @param answer what the model wrote
     * @param faults what is wrong with it, as {@link OverviewAnswer#faults()} says
     */
    public static Prompt repair(PaperText paper, String answer, List<String> faults, Language language) {
        List<Message> messages = new ArrayList<>(question(paper, language));
        String delimiter = PromptData.delimiter(paper);
        String listed = faults.stream().map(fault -> "- " + PromptData.line(fault, delimiter))
                .collect(Collectors.joining("\n"));
        messages.add(new Message(Role.MODEL, PromptData.block(answer, LONGEST_ANSWER, delimiter)));
        messages.add(new Message(Role.USER, REPAIR.with(Map.of("faults", listed))));
        return prompt(Purpose.REPAIR, messages);
    }

    /** The rules as the model is told them; an answer that repeats them is none. */
    static String rules(Language language) {
        return SYSTEM.with(Map.of("language", language.name()));
    }

    private static List<Message> question(PaperText paper, Language language) {
        return List.of(new Message(Role.SYSTEM, rules(language)), new Message(Role.USER, data(paper)));
    }

    private static String data(PaperText paper) {
        String delimiter = PromptData.delimiter(paper);
        return USER.with(Map.of("delimiter", delimiter,
                "id", PromptData.line(paper.id(), delimiter),
                "title", PromptData.line(paper.title(), delimiter),
                "summary", PromptData.block(paper.summary(), PromptData.LONGEST_SUMMARY, delimiter),
                "concepts", concepts(paper.concepts(), delimiter)));
    }

    private static String concepts(List<String> concepts, String delimiter) {
        if (concepts.isEmpty()) {
            return "";
        }
        String names = concepts.stream().limit(MOST_CONCEPTS).map(name -> PromptData.line(name, delimiter))
                .collect(Collectors.joining("\n"));
        return "\n" + CONCEPTS.with(Map.of("names", names, "delimiter", delimiter)) + "\n";
    }

    private static Prompt prompt(Purpose purpose, List<Message> messages) {
        return new Prompt(purpose, VERSION, messages, SCHEMA.text(), MAX_OUTPUT_TOKENS);
    }
}
