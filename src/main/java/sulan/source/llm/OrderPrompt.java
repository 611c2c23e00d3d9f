package sulan.source.llm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sulan.source.llm.Prompt.Message;
import sulan.source.llm.Prompt.Message.Role;
import sulan.source.llm.Prompt.Purpose;

/** What the model is asked about the papers of a day: which are worth reading most. */
public final class OrderPrompt {

    /** The version of the words. */
    public static final String VERSION = "order-1";

    /** An arXiv id such as 2309.12345 has up to 8 tokens; with its quotation marks in JSON it stays below this. */
    private static final int TOKENS_AN_ID = 20;
    private static final int TOKENS_AROUND = 100;

    private static final PromptFile SYSTEM = PromptFile.read(VERSION + "/system.txt");
    private static final PromptFile USER = PromptFile.read(VERSION + "/user.txt");
    private static final PromptFile PAPER = PromptFile.read(VERSION + "/paper.txt");
    private static final PromptFile SCHEMA = PromptFile.read(VERSION + "/schema.json");

    private OrderPrompt() {
    }

    /** The request to order the papers of a day, best first. */
    public static Prompt of(LocalDate date, List<RatedPaper> papers) {
        String delimiter = PromptData.delimiter(papers.toString());
        String listed = papers.stream().map(paper -> paper(paper, delimiter)).collect(Collectors.joining("\n\n"));
        String user = USER.with(Map.of("date", date.toString(), "count", String.valueOf(papers.size()), "delimiter", delimiter,
                "papers", listed));
        return new Prompt(Purpose.ORDER, VERSION,
                List.of(new Message(Role.SYSTEM, SYSTEM.text()), new Message(Role.USER, user)),
                SCHEMA.text(), TOKENS_AROUND + TOKENS_AN_ID * papers.size());
    }

    private static String paper(RatedPaper paper, String delimiter) {
        return PAPER.with(Map.of("id", PromptData.line(paper.id(), delimiter),
                "title", PromptData.line(paper.title(), delimiter),
                "mainWork", paper.mainWork() == null ? "（没有）" : PromptData.line(paper.mainWork(), delimiter),
                "practicality", rating(paper.ratings().practicality()),
                "novelty", rating(paper.ratings().novelty()),
                "recommendation", rating(paper.ratings().recommendation())));
    }

    private static String rating(BigDecimal rating) {
        return rating == null ? "（没有）" : rating.toPlainString();
    }
}
