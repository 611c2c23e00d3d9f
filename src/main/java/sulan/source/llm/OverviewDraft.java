package sulan.source.llm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import sulan.digest.Criterion;
import sulan.digest.Keyword;
import sulan.digest.Overview;
import sulan.digest.Ratings;
import sulan.digest.Reasons;
import sulan.source.llm.Faults.Kind;

/**
 * An answer read by the schema, before its texts are checked. What is missing or of another type is a fault and {@code null};
 * fields that nobody asked for are left aside.
 */
record OverviewDraft(String mainWork, List<String> highlights, List<Keyword> keywords, Map<Criterion, BigDecimal> ratings,
        Map<Criterion, String> reasons) {

    private static final Pattern BULLET = Pattern.compile("^(?:[-*•·]|\\d{1,2}[.、)）])\\s*");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    static OverviewDraft read(JsonNode json, Faults faults) {
        return new OverviewDraft(text(json, "mainWork", "mainWork", faults), highlights(json, faults), keywords(json, faults),
                ratings(json, faults), reasons(json, faults));
    }

    /** The overview; only if there are no faults. */
    Overview overview() {
        String list = highlights.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
        return new Overview(mainWork, list, keywords,
                new Ratings(ratings.get(Criterion.PRACTICALITY), ratings.get(Criterion.NOVELTY),
                        ratings.get(Criterion.RECOMMENDATION)),
                new Reasons(reasons.get(Criterion.PRACTICALITY), reasons.get(Criterion.NOVELTY),
                        reasons.get(Criterion.RECOMMENDATION)),
                null, null, false);
    }

    /** The name of a criterion's field. */
    static String field(Criterion criterion) {
        return switch (criterion) {
            case PRACTICALITY -> "practicality";
            case NOVELTY -> "novelty";
            case RECOMMENDATION -> "recommendation";
        };
    }

    private static List<String> highlights(JsonNode json, Faults faults) {
        JsonNode array = json.path("highlights");
        List<String> items = new ArrayList<>();
        if (!array.isArray()) {
            faults.add(Kind.FORM, "highlights 应是字符串的数组。");
        }
        for (JsonNode item : array) {
            if (item.isTextual()) {
                items.add(BULLET.matcher(line(item.asText())).replaceFirst(""));
            } else {
                faults.add(Kind.FORM, "highlights 的每一条应是字符串。");
            }
        }
        return items;
    }

    /** Half a keyword is none of the schema, but can be read; {@link KeywordChecks} says what it lacks. */
    private static List<Keyword> keywords(JsonNode json, Faults faults) {
        JsonNode array = json.path("keywords");
        List<Keyword> keywords = new ArrayList<>();
        if (!array.isArray()) {
            faults.add(Kind.FORM, "keywords 应是 {en, zh} 的数组。");
        }
        for (JsonNode item : array) {
            String en = line(item.path("en").asText());
            String zh = line(item.path("zh").asText());
            if (!item.path("en").isTextual() || !item.path("zh").isTextual() || en.isEmpty() || zh.isEmpty()) {
                faults.add(Kind.KEYWORDS, "每个关键词都要有字符串 en 和 zh，都不能为空。");
            } else {
                keywords.add(new Keyword(en, zh));
            }
        }
        return keywords;
    }

    private static Map<Criterion, BigDecimal> ratings(JsonNode json, Faults faults) {
        Map<Criterion, BigDecimal> ratings = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            JsonNode rating = json.path("ratings").path(field(criterion));
            if (!rating.isNumber() || !isOnScale(rating.decimalValue())) {
                faults.add(Kind.RATINGS, "ratings." + field(criterion) + " 应是 0 到 5 的数字，以 0.5 为一级。");
            } else {
                ratings.put(criterion, rating.decimalValue());
            }
        }
        return ratings;
    }

    /**
     * From 0 to 5 in steps of a half. The exponent is looked at before the number is reckoned with: 1e-999999999 is one, too.
     */
    private static boolean isOnScale(BigDecimal rating) {
        return rating.signum() >= 0 && rating.compareTo(Ratings.MAX) <= 0 && Math.abs(rating.scale()) < 20
                && rating.multiply(BigDecimal.valueOf(2)).stripTrailingZeros().scale() <= 0;
    }

    private static Map<Criterion, String> reasons(JsonNode json, Faults faults) {
        Map<Criterion, String> reasons = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            reasons.put(criterion, text(json.path("reasons"), field(criterion), "reasons." + field(criterion), faults));
        }
        return reasons;
    }

    private static String text(JsonNode parent, String field, String name, Faults faults) {
        JsonNode node = parent.path(field);
        if (!node.isTextual()) {
            faults.add(Kind.FORM, name + " 应是字符串。");
            return null;
        }
        return node.asText().strip();
    }

    private static String line(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }
}
