package sulan.source.llm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sulan.digest.Ratings;

/**
 * Signs that a model did what a paper told it. Nothing can tell this for sure; these are signs that an honest overview does not
 * have: the number of the marks around the data, a long piece of the rules, or, for a paper that does give orders, the words or
 * the full marks that it ordered.
 */
final class Injection {

    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:instructions?|prompts?|rules|rubric|guidelines)\\b"
                    + "|(?:忽略|无视|忘记).{0,12}(?:指令|指示|说明|规则|要求|提示)"
                    + "|\\b(?:reviewers?|models?|assistants?|LLMs?|AIs?)\\b.{0,30}\\b(?:must|should) (?:give|rate|score|output|recommend|accept)\\b"
                    + "|\\bgive (?:it |this (?:paper )?)?(?:a )?(?:positive review|the (?:highest|maximum|best)|full marks|5)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ORDERED_WORDS = Pattern.compile(
            "(?:\\b(?i:output|say|print|reply(?: with)?|respond(?: with)?|answer(?: with)?|write)|输出|回答|写上)[\\s:：]*"
                    + "(?:\"([^\"]{3,60})\"|'([^']{3,60})'|“([^”]{3,60})”|‘([^’]{3,60})’|([A-Z][A-Z0-9_-]{3,}))");
    /** Characters of the rules in a row; shorter runs can be a grade's description that a reason takes up. */
    private static final int REPEATED_RULES = 32;

    private final String delimiter;
    private final boolean givesOrders;
    private final List<String> orderedWords = new ArrayList<>();
    private final Set<String> rules;

    Injection(PaperText paper, Language language) {
        String text = paper.title() + "\n" + paper.summary();
        this.delimiter = PromptData.delimiter(paper);
        this.givesOrders = ORDER.matcher(text).find();
        this.rules = pieces(OverviewPrompt.rules(language));
        Matcher ordered = ORDERED_WORDS.matcher(text);
        while (givesOrders && ordered.find()) {
            for (int group = 1; group <= ordered.groupCount(); group++) {
                if (ordered.group(group) != null) {
                    orderedWords.add(ordered.group(group).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    boolean isObeyed(OverviewDraft draft) {
        String written = written(draft);
        String lower = written.toLowerCase(Locale.ROOT);
        return lower.contains(delimiter) || pieces(written).stream().anyMatch(rules::contains)
                || orderedWords.stream().anyMatch(lower::contains) || givesOrders && hasFullMarks(draft);
    }

    private static boolean hasFullMarks(OverviewDraft draft) {
        return draft.ratings().size() == 3
                && draft.ratings().values().stream().map(BigDecimal::stripTrailingZeros)
                        .allMatch(rating -> rating.compareTo(Ratings.MAX) == 0);
    }

    private static String written(OverviewDraft draft) {
        List<String> texts = new ArrayList<>(draft.highlights());
        texts.add(draft.mainWork());
        texts.addAll(draft.reasons().values());
        draft.keywords().forEach(keyword -> texts.add(keyword.en() + " " + keyword.zh()));
        return String.join("\n", texts.stream().filter(Objects::nonNull).toList());
    }

    private static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + REPEATED_RULES <= text.length(); i++) {
            pieces.add(text.substring(i, i + REPEATED_RULES));
        }
        return pieces;
    }
}
