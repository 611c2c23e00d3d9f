package sulan.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import sulan.archive.Tag;
import sulan.search.PaperHits.Facet;
import sulan.search.PaperHits.Facets;

/**
 * Counts the papers that there would be with one more filter. A filter that a query can have only once is left aside for its
 * own
 * facet, because a click there puts another value in its place. Facets for which the same is left aside are counted at once.
 */
final class FacetCounts {

    /** How many tags are shown. */
    static final int TAGS = 20;
    private static final List<String> RECOMMENDATIONS = List.of("5", "4.5", "4", "3", "2");

    /** What is counted: a field of the index, and the query without the filter that belongs to it. */
    enum Counted {
        TAGS("tagIds", Long.class, UnaryOperator.identity()),
        YEARS("years", Integer.class, query -> query.withDates(null, null)),
        MONTHS("months", Integer.class, query -> query.withDates(null, null)),
        RECOMMENDATIONS("recommendation", Integer.class, query -> query.withRecommendation(null)),
        RATED("rated", Boolean.class, query -> query.withRated(false)),
        CODE("code", Boolean.class, query -> query.withCode(false));

        final String field;
        final Class<?> type;
        private final UnaryOperator<PaperQuery> aside;

        Counted(String field, Class<?> type, UnaryOperator<PaperQuery> aside) {
            this.field = field;
            this.type = type;
            this.aside = aside;
        }
    }

    private final PaperQuery query;
    private final Map<PaperQuery, List<Counted>> plan = new LinkedHashMap<>();
    private final Map<Counted, Map<?, Long>> counts = new HashMap<>();

    FacetCounts(PaperQuery query) {
        this.query = query;
        for (Counted counted : Counted.values()) {
            plan.computeIfAbsent(counted.aside.apply(query).withPage(query.page()), any -> new ArrayList<>()).add(counted);
        }
    }

    /** What can be counted along with the query itself. */
    List<Counted> alongside() {
        return plan.get(query);
    }

    /** The other queries to be counted, and what. */
    void others(BiConsumer<PaperQuery, List<Counted>> ask) {
        plan.forEach((other, counted) -> {
            if (!other.equals(query)) {
                ask.accept(other, counted);
            }
        });
    }

    /** @param found the number of papers by value of each field */
    void take(Map<Counted, Map<?, Long>> found) {
        counts.putAll(found);
    }

    /** To be called when all is counted; asks the archive for the tags' names. */
    Facets facets() {
        return new Facets(tags(), years(), months(), recommendations(), flag(Counted.RATED), flag(Counted.CODE));
    }

    private List<Facet> tags() {
        Map<Long, Long> counts = counts(Counted.TAGS);
        List<Tag> tags = Tag.list("id in ?1", frequentest(counts));
        List<Tag> shown = tags.stream().filter(tag -> !query.tags().contains(tag.slug))
                .sorted(Comparator.comparing((Tag tag) -> counts.get(tag.id)).reversed().thenComparing(tag -> tag.slug))
                .limit(TAGS).toList();
        Map<String, Long> sameNames = shown.stream().filter(tag -> tag.zh != null)
                .collect(Collectors.groupingBy(tag -> tag.zh, Collectors.counting()));
        return shown.stream().map(tag -> new Facet(tag.slug, label(tag, sameNames), counts.get(tag.id))).toList();
    }

    /** With those that every paper found has, because the query asks for them. */
    private List<Long> frequentest(Map<Long, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Long, Long> comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(TAGS + query.tags().size()).map(Map.Entry::getKey).toList();
    }

    /** Two tags can have the same Chinese name; then the English one tells them apart. */
    private static String label(Tag tag, Map<String, Long> sameNames) {
        if (tag.zh == null) {
            return tag.en;
        }
        return sameNames.get(tag.zh) > 1 ? tag.zh + "（" + (tag.en == null ? tag.slug : tag.en) + "）" : tag.zh;
    }

    private List<Facet> years() {
        return this.<Integer> counts(Counted.YEARS).entrySet().stream()
                .sorted(Map.Entry.<Integer, Long> comparingByKey(Comparator.reverseOrder()))
                .map(year -> new Facet("%04d".formatted(year.getKey()), "%04d".formatted(year.getKey()), year.getValue()))
                .toList();
    }

    private List<Facet> months() {
        return this.<Integer> counts(Counted.MONTHS).entrySet().stream()
                .sorted(Map.Entry.<Integer, Long> comparingByKey(Comparator.reverseOrder()))
                .map(month -> {
                    String name = "%04d-%02d".formatted(month.getKey() / 100, month.getKey() % 100);
                    return new Facet(name, name, month.getValue());
                }).toList();
    }

    private List<Facet> recommendations() {
        Map<Integer, Long> counts = counts(Counted.RECOMMENDATIONS);
        return RECOMMENDATIONS.stream().map(least -> {
            int bound = PaperDocument.hundredths(new BigDecimal(least));
            long count = counts.entrySet().stream().filter(value -> value.getKey() >= bound).mapToLong(Map.Entry::getValue)
                    .sum();
            return new Facet(least, "≥ " + least, count);
        }).toList();
    }

    private List<Facet> flag(Counted counted) {
        long count = this.<Boolean> counts(counted).getOrDefault(true, 0L);
        return List.of(new Facet("true", "true", count));
    }

    @SuppressWarnings("unchecked")
    private <T> Map<T, Long> counts(Counted counted) {
        return (Map<T, Long>) counts.get(counted);
    }
}
