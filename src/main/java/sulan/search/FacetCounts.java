package sulan.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.search.Filters.Passed;
import sulan.search.PaperHits.Facet;
import sulan.search.PaperHits.Facets;

/**
 * How many papers there would be with one more filter. A filter that a query can have only once is left aside for its own
 * facet, because a click there puts another value in its place.
 *
 * @param total how many papers the query finds
 * @param tags the most frequent tags by their ids, the most frequent first; {@value #MOST_TAGS} and those that the query asks
 *        for
 * @param years of listing
 * @param months as years times twelve plus months
 * @param recommendations by recommendation in hundredths
 */
record FacetCounts(long total, List<Count> tags, TreeMap<Integer, Integer> years, TreeMap<Integer, Integer> months,
        TreeMap<Integer, Integer> recommendations, int rated, int code) {

    /** How many tags are shown as facets. */
    private static final int TAGS = 20;
    /** How many are counted besides those that the query asks for: what {@link PaperSearch#frequentTags} can tell. */
    static final int MOST_TAGS = 24;
    private static final List<String> RECOMMENDATIONS = List.of("5", "4.5", "4", "3", "2");

    /** How many papers carry a tag. */
    record Count(int tag, int papers) {

        static final Comparator<Count> FREQUENTEST = Comparator.comparingInt(Count::papers).reversed()
                .thenComparing(Count::tag);
    }

    /** Counts, one segment after the other. */
    static final class Tally {

        private final TagTally tags;
        private final int firstMonth;
        private final int firstYear;
        private final int[] months;
        private final int[] years;
        private final int[] recommendations = new int[502];
        private int total;
        private int rated;
        private int code;

        Tally(Snapshot snapshot) {
            int lowest = Integer.MAX_VALUE;
            int highest = 0;
            for (Snapshot.Part part : snapshot.parts()) {
                Periods listed = part.segment().months();
                if (listed.first() <= listed.last()) {
                    lowest = Math.min(lowest, listed.first());
                    highest = Math.max(highest, listed.last());
                }
            }
            tags = new TagTally(snapshot);
            firstMonth = Math.min(lowest, highest);
            firstYear = firstMonth / 12;
            months = new int[highest - firstMonth + 1];
            years = new int[highest / 12 - firstYear + 1];
        }

        /** @param passed papers of the segment; none of the sets is to be changed afterwards */
        void count(Segment segment, Passed passed) {
            FixedBitSet found = passed.found();
            int count = found.cardinality();
            total += count;
            tags.found(segment, found, count);
            // nothing that these filters keep away would be counted if they were left aside
            rated += (int) FixedBitSet.intersectionCount(found, segment.rated());
            code += (int) FixedBitSet.intersectionCount(found, segment.code());
            if (!passed.anyDay().scanIsEmpty()) {
                segment.months().count(passed.anyDay(), months, firstMonth);
                segment.years().count(passed.anyDay(), years, firstYear);
            }
            BitSetIterator papers = new BitSetIterator(passed.anyRecommendation(), 0);
            for (int paper = papers.nextDoc(); paper != DocIdSetIterator.NO_MORE_DOCS; paper = papers.nextDoc()) {
                recommendations[segment.recommendation(paper)]++;
            }
        }

        /** @param asked how many tags the query asks for: every paper found has them */
        FacetCounts counts(int asked) {
            TreeMap<Integer, Integer> ratings = values(recommendations, -1);
            ratings.remove(-1);
            return new FacetCounts(total, tags.frequentest(MOST_TAGS + asked), values(years, firstYear),
                    values(months, firstMonth),
                    ratings, rated, code);
        }

        private static TreeMap<Integer, Integer> values(int[] counts, int first) {
            TreeMap<Integer, Integer> values = new TreeMap<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    values.put(first + i, counts[i]);
                }
            }
            return values;
        }
    }

    /** To be called within a transaction: asks the archive for the tags' names. */
    Facets facets(PaperQuery query) {
        return new Facets(tagFacets(query), yearFacets(), monthFacets(), recommendationFacets(), flag(rated), flag(code));
    }

    /** The most frequent tags, the most frequent first. To be called within a transaction: asks the archive for their names. */
    List<TagCount> tagCounts() {
        Map<Long, Integer> counts = tags.stream().collect(Collectors.toMap(count -> (long) count.tag, Count::papers));
        return Tag.<Tag> list("id in ?1", new ArrayList<>(counts.keySet())).stream()
                .map(tag -> new TagCount(tag.slug, tag.en, tag.zh, counts.get(tag.id)))
                .sorted(Comparator.comparingLong(TagCount::papers).reversed().thenComparing(TagCount::slug)).toList();
    }

    private List<Facet> tagFacets(PaperQuery query) {
        Map<Long, Integer> counts = tags.stream().collect(Collectors.toMap(count -> (long) count.tag, Count::papers));
        List<Tag> known = Tag.list("id in ?1", new ArrayList<>(counts.keySet()));
        List<Tag> shown = known.stream().filter(tag -> !query.tags().contains(tag.slug))
                .sorted(Comparator.comparing((Tag tag) -> counts.get(tag.id)).reversed().thenComparing(tag -> tag.slug))
                .limit(TAGS).toList();
        Map<String, Long> sameNames = new HashMap<>(shown.stream().filter(tag -> tag.zh != null)
                .collect(Collectors.groupingBy(tag -> tag.zh, Collectors.counting())));
        return shown.stream().map(tag -> new Facet(tag.slug, label(tag, sameNames), counts.get(tag.id))).toList();
    }

    /** Two tags can have the same Chinese name; then the English one tells them apart. */
    private static String label(Tag tag, Map<String, Long> sameNames) {
        if (tag.zh == null) {
            return tag.en;
        }
        return sameNames.get(tag.zh) > 1 ? tag.zh + "（" + (tag.en == null ? tag.slug : tag.en) + "）" : tag.zh;
    }

    private List<Facet> yearFacets() {
        return years.descendingMap().entrySet().stream()
                .map(year -> new Facet("%04d".formatted(year.getKey()), "%04d".formatted(year.getKey()), year.getValue()))
                .toList();
    }

    private List<Facet> monthFacets() {
        return months.descendingMap().entrySet().stream().map(month -> {
            String name = "%04d-%02d".formatted(month.getKey() / 12, month.getKey() % 12 + 1);
            return new Facet(name, name, month.getValue());
        }).toList();
    }

    private List<Facet> recommendationFacets() {
        return RECOMMENDATIONS.stream().map(least -> {
            int bound = PaperDocument.hundredths(new BigDecimal(least));
            long count = recommendations.tailMap(bound).values().stream().mapToLong(Integer::longValue).sum();
            return new Facet(least, "≥ " + least, count);
        }).toList();
    }

    private static List<Facet> flag(int count) {
        return List.of(new Facet("true", "true", count));
    }
}
