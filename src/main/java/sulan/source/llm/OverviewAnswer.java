package sulan.source.llm;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import sulan.digest.Overview;
import sulan.source.llm.Faults.Kind;

/** A model's answer to an {@link OverviewPrompt}, checked: either an overview that can be shown, or what is wrong. */
public final class OverviewAnswer {

    private final Overview overview;
    private final Faults faults;

    private OverviewAnswer(Overview overview, Faults faults) {
        this.overview = overview;
        this.faults = faults;
    }

    /** Reads and checks an answer that is to be in Chinese. */
    public static OverviewAnswer read(String text, PaperText paper) {
        return read(text, paper, Language.CHINESE);
    }

    /**
     * Reads and checks an answer.
     *
     * @param text what the model wrote
     * @param paper what it was told
     * @param language the language that was asked for; the share of Chinese is checked only for Chinese
     */
    public static OverviewAnswer read(String text, PaperText paper, Language language) {
        Faults faults = new Faults();
        JsonNode json = AnswerJson.find(text, "mainWork");
        if (json == null) {
            noJson(text, faults);
            return new OverviewAnswer(null, faults);
        }
        OverviewDraft draft = OverviewDraft.read(json, faults);
        new OverviewChecks(paper, language, faults).check(draft);
        return new OverviewAnswer(faults.isEmpty() ? draft.overview() : null, faults);
    }

    /** The overview, or {@code null} if the answer is faulty. */
    public Overview overview() {
        return overview;
    }

    /** What is wrong, in sentences for the model (see {@link OverviewPrompt#repair}); empty if nothing is. */
    public List<String> faults() {
        return faults.sentences();
    }

    /** One Chinese sentence for the operator that says what is wrong, or {@code null} if nothing is. */
    public String reason() {
        return faults.reason();
    }

    /** Whether asking the model to mend its answer makes sense; not if it refused or obeyed the paper. */
    public boolean isRepairable() {
        return !faults.isEmpty() && faults.isRepairable();
    }

    private static void noJson(String text, Faults faults) {
        if (Refusal.isIn(text)) {
            faults.add(Kind.REFUSAL, "你没有作答。");
        } else if (ErrorText.is(text)) {
            faults.add(Kind.ERROR, "你的回答是一条出错信息。");
        } else {
            faults.add(Kind.FORM, "回答不是一个完整的 JSON 对象，或缺少 mainWork，或有重复的字段。");
        }
    }
}
