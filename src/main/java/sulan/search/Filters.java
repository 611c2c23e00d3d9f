package sulan.search;

import java.math.BigDecimal;

import org.apache.lucene.util.FixedBitSet;

/** The filters of a query besides its words and tags, for all papers of a segment at once. */
final class Filters {

    private final int practicality;
    private final int novelty;
    private final int recommendation;
    private final boolean rated;
    private final boolean code;
    private final boolean isDated;
    private final int from;
    private final int to;

    Filters(PaperQuery query) {
        practicality = least(query.practicality());
        novelty = least(query.novelty());
        recommendation = least(query.recommendation());
        rated = query.rated();
        code = query.code();
        isDated = query.from() != null || query.to() != null;
        from = query.from() == null ? 0 : Place.number(query.from());
        to = query.to() == null ? Place.LAST_DAY : Place.number(query.to());
    }

    /** As {@link Segment} has ratings. */
    private static int least(BigDecimal rating) {
        return rating == null ? 0 : PaperDocument.hundredths(rating) + 1;
    }

    /**
     * What of a segment's papers is let pass; any two of these sets may be one.
     *
     * @param found by all filters
     * @param anyDay by all but that of the dates
     * @param anyRecommendation by all but that of the recommendation
     */
    record Passed(FixedBitSet found, FixedBitSet anyDay, FixedBitSet anyRecommendation) {

        /** All that are in any of the sets. */
        FixedBitSet any() {
            FixedBitSet any = anyDay.clone();
            any.or(anyRecommendation);
            return any;
        }

        /** Takes all others out of the sets. */
        void retain(FixedBitSet papers) {
            found.and(papers);
            anyDay.and(papers);
            anyRecommendation.and(papers);
        }
    }

    /** @param passed all papers of the segment; those are taken out of it that do not pass */
    Passed of(FixedBitSet passed, Segment segment) {
        if (rated) {
            passed.and(segment.rated());
        }
        if (code) {
            passed.and(segment.code());
        }
        keepAtLeast(practicality, segment.practicalities(), passed);
        keepAtLeast(novelty, segment.novelties(), passed);
        FixedBitSet recommended = passed;
        if (recommendation > 0) {
            recommended = passed.clone();
            keepAtLeast(recommendation, segment.recommendations(), recommended);
        }
        if (!isDated) {
            return new Passed(recommended, recommended, passed);
        }
        FixedBitSet listed = segment.listed(from, to);
        listed.and(passed);
        FixedBitSet found = listed;
        if (recommendation > 0) {
            found = listed.clone();
            found.and(recommended);
        }
        return new Passed(found, recommended, listed);
    }

    private static void keepAtLeast(int least, BitSlices ratings, FixedBitSet papers) {
        if (least > 0) {
            ratings.keepAtLeast(least, papers);
        }
    }
}
