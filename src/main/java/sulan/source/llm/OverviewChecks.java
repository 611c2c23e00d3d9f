package sulan.source.llm;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import sulan.digest.Criterion;
import sulan.digest.Keyword;
import sulan.source.llm.Faults.Kind;

/** The rules for an overview as a whole; {@link TextChecks} and {@link KeywordChecks} have those for its parts. */
final class OverviewChecks {

    /*
     * Lengths in characters. The digests of the archive have 50 to 350 a paragraph. The bounds are wider than what the prompt
     * asks for: they only tell an overview from a stub, and from a text that a model spun on.
     */
    private static final int SHORTEST_MAIN_WORK = 40;
    private static final int LONGEST_MAIN_WORK = 1000;
    private static final int SHORTEST_SENTENCE = 8;
    private static final int LONGEST_SENTENCE = 300;
    private static final int FEWEST_HIGHLIGHTS = 1;
    private static final int MOST_HIGHLIGHTS = 8;

    private final TextChecks texts;
    private final Injection injection;
    private final Faults faults;

    OverviewChecks(PaperText paper, Language language, Faults faults) {
        this.texts = new TextChecks(paper, language, faults);
        this.injection = new Injection(paper, language);
        this.faults = faults;
    }

    void check(OverviewDraft draft) {
        if (draft.mainWork() != null) {
            texts.check("mainWork", draft.mainWork(), SHORTEST_MAIN_WORK, LONGEST_MAIN_WORK);
        }
        highlights(draft.highlights());
        new KeywordChecks(faults).check(draft.keywords());
        draft.keywords().forEach(this::keyword);
        reasons(draft);
        if (injection.isObeyed(draft)) {
            faults.add(Kind.INJECTION, "回答听从了论文中夹带的要求，或复述了说明。");
        }
    }

    private void highlights(List<String> highlights) {
        if (highlights.size() < FEWEST_HIGHLIGHTS || highlights.size() > MOST_HIGHLIGHTS) {
            faults.add(Kind.LENGTH, "highlights 应有 2 到 5 条，现在有 " + highlights.size() + " 条。");
        }
        for (String highlight : highlights) {
            texts.check("highlights", highlight, SHORTEST_SENTENCE, LONGEST_SENTENCE);
        }
        if (new HashSet<>(highlights).size() < highlights.size()) {
            faults.add(Kind.FORM, "highlights 中有重复的条目。");
        }
    }

    private void keyword(Keyword keyword) {
        texts.checkMarks("keywords", keyword.en() + " " + (keyword.zh() == null ? "" : keyword.zh()));
    }

    private void reasons(OverviewDraft draft) {
        for (Criterion criterion : Criterion.values()) {
            String reason = draft.reasons().get(criterion);
            if (reason != null) {
                texts.check("reasons." + OverviewDraft.field(criterion), reason, SHORTEST_SENTENCE, LONGEST_SENTENCE);
            }
        }
        Collection<String> reasons = draft.reasons().values().stream().filter(reason -> reason != null).toList();
        if (new HashSet<>(reasons).size() < reasons.size()) {
            faults.add(Kind.FORM, "reasons 的三条理由各不相同，不能重复同一句话。");
        }
    }
}
