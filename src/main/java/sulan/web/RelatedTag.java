package sulan.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.archive.TagStatistics.Together;

/**
 * A tag that stands beside another more often than by chance.
 *
 * @param together in how many papers both stand
 * @param lift how many times as often as if the two knew nothing of each other; well above 1
 */
public record RelatedTag(TagCount tag, long together, double lift) {

    /** What meets hardly more often than by chance is not related. */
    private static final double LEAST_LIFT = 1.2;

    private static final int MOST = 12;
    /** Those with the most papers in common, among which the related ones are looked for. */
    private static final int MOST_LOOKED_AT = 300;

    /** The most related first. */
    static List<RelatedTag> of(Tag tag, TagCounts.Counted counted) {
        TagCount own = counted.bySlug().get(tag.slug);
        if (own == null) {
            return List.of();
        }
        return counted.statistics().together(tag, least(own.papers()), MOST_LOOKED_AT).stream()
                .filter(other -> counted.bySlug().containsKey(other.slug()))
                .map(other -> related(own, counted.bySlug().get(other.slug()), other, counted.papers()))
                .filter(related -> related.lift >= LEAST_LIFT)
                .sorted(Comparator.comparingDouble(RelatedTag::lift).thenComparingLong(RelatedTag::together).reversed()
                        .thenComparing(related -> related.tag.slug()))
                .limit(MOST).toList();
    }

    /** The least number of papers in common: two, and more for frequent tags, beside which anything stands now and then. */
    static long least(long papers) {
        return Math.max(2, Math.round(Math.sqrt(papers) / 2));
    }

    private static RelatedTag related(TagCount own, TagCount other, Together together, long papers) {
        return new RelatedTag(other, together.papers(),
                (double) together.papers() * papers / ((double) own.papers() * other.papers()));
    }

    /** The lift for readers: one decimal below 10. */
    public String shownLift() {
        return shown(lift);
    }

    static String shown(double lift) {
        return String.format(Locale.ROOT, lift < 9.95 ? "%.1f" : "%.0f", lift);
    }
}
