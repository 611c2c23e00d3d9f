package sulan.operator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import sulan.digest.Keyword;
import sulan.digest.Overview;
import sulan.digest.Ratings;
import sulan.digest.Reasons;
import sulan.web.Language;

/**
 * An overview as the operator writes it, kept whatever is wrong with it.
 *
 * @param base the number of the recorded overview that it was made from; empty if there was none
 * @param truncated whether the text breaks off
 * @param problems what is wrong with a field, a sentence
 */
record OverviewForm(String base, Map<OverviewField, String> values, boolean truncated, Map<OverviewField, String> problems) {

    static final int LONGEST = 20_000;
    private static final int LONGEST_KEYWORD = 200;
    private static final Pattern RATING = Pattern.compile("[0-5](\\.[0-9]{1,2})?");
    private static final Pattern BETWEEN = Pattern.compile("[|｜]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** One field for the template. */
    record Input(OverviewField field, String value, String problem) {
    }

    /** @param shown {@code null} if there is none yet */
    static OverviewForm of(sulan.archive.Overview shown) {
        Overview content = shown == null ? Overview.EMPTY : shown.content();
        Map<OverviewField, String> values = new EnumMap<>(OverviewField.class);
        for (OverviewField field : OverviewField.values()) {
            values.put(field, field.of(content));
        }
        return new OverviewForm(numberOf(shown), values, content.truncated(), Map.of());
    }

    /** One that was sent, with what is wrong with it. */
    static OverviewForm sent(String base, Map<OverviewField, String> values, boolean truncated) {
        return new OverviewForm(base, values, truncated, Map.of()).examined();
    }

    /** The number of a recorded overview, as forms carry it. */
    static String numberOf(sulan.archive.Overview shown) {
        return shown == null ? "" : String.valueOf(shown.id);
    }

    OverviewForm withBase(String other) {
        return new OverviewForm(other, values, truncated, problems);
    }

    public boolean isValid() {
        return problems.isEmpty();
    }

    /** The fields in the order of the form. */
    public List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        values.forEach((field, value) -> inputs.add(new Input(field, value, problems.get(field))));
        return inputs;
    }

    private OverviewForm examined() {
        Map<OverviewField, String> found = new EnumMap<>(OverviewField.class);
        EditMessages texts = Language.texts(EditMessages.class);
        values.forEach((field, value) -> {
            if (field.isRating() && !value.isBlank() && !isRating(value.strip())) {
                found.put(field, texts.problemRating());
            } else if (value.length() > LONGEST) {
                found.put(field, texts.problemTooLong(LONGEST));
            }
        });
        int wrong = wrongKeyword();
        if (wrong > 0) {
            found.put(OverviewField.KEYWORDS, texts.problemKeyword(wrong, LONGEST_KEYWORD));
        }
        if (values.values().stream().allMatch(String::isBlank)) {
            found.put(OverviewField.MAIN_WORK, texts.problemEmpty());
        }
        return new OverviewForm(base, values, truncated, found);
    }

    private static boolean isRating(String value) {
        return RATING.matcher(value).matches() && new BigDecimal(value).compareTo(Ratings.MAX) <= 0;
    }

    /** The number of the first line that is no keyword; 0 if all are. */
    private int wrongKeyword() {
        String[] lines = values.get(OverviewField.KEYWORDS).split("\n");
        for (int i = 0; i < lines.length; i++) {
            String[] names = BETWEEN.split(lines[i], -1);
            boolean isWrong = names.length > 2 || lines[i].length() > LONGEST_KEYWORD
                    || names.length == 2 && names[0].isBlank() && names[1].isBlank();
            if (isWrong) {
                return i + 1;
            }
        }
        return 0;
    }

    /** What is written, if it is {@linkplain #isValid valid}. Text that no field could take is kept as it was. */
    Overview content(String unplaced) {
        return new Overview(values.get(OverviewField.MAIN_WORK), values.get(OverviewField.HIGHLIGHTS), keywords(),
                new Ratings(rating(OverviewField.PRACTICALITY), rating(OverviewField.NOVELTY),
                        rating(OverviewField.RECOMMENDATION)),
                new Reasons(values.get(OverviewField.PRACTICALITY_REASON), values.get(OverviewField.NOVELTY_REASON),
                        values.get(OverviewField.RECOMMENDATION_REASON)),
                values.get(OverviewField.COMMENT), unplaced, truncated);
    }

    /** An empty field is no rating; it is never 0. */
    private BigDecimal rating(OverviewField field) {
        String value = values.get(field).strip();
        return value.isEmpty() ? null : new BigDecimal(value);
    }

    private List<Keyword> keywords() {
        return values.get(OverviewField.KEYWORDS).lines().filter(line -> !line.isBlank()).map(line -> {
            String[] names = BETWEEN.split(line, -1);
            if (names.length == 2) {
                return new Keyword(names[0], names[1]);
            }
            return HAN.matcher(line).find() ? new Keyword(null, line) : new Keyword(line, null);
        }).distinct().toList();
    }
}
