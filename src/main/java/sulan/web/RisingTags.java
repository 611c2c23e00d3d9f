package sulan.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import sulan.archive.Edition;
import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.archive.TagStatistics;
import sulan.archive.TagStatistics.Recent;
import sulan.web.TagList.Row;

/**
 * Tags that are more frequent in the last four weeks of the archive than in the 48 weeks before. What counts is the share of
 * all
 * papers, not their number, so that it makes no difference how many papers a day has, or whether days are missing. From the
 * share
 * before follows how many papers were to be expected; the tags are in the order of how far their number is above that, measured
 * by how far it would stray by chance (the square root of what was expected). So neither a tag with one paper more wins, nor
 * only
 * the greatest ones.
 */
final class RisingTags {

    static final int WEEKS = 4;
    private static final int WEEKS_BEFORE = 48;
    /** Fewer papers may be chance. */
    static final int LEAST = 3;

    /** Less is what chance brings about in one tag of six. */
    private static final double LEAST_STRENGTH = 1;

    private RisingTags() {
    }

    /**
     * How far a tag has risen.
     *
     * @param papers in the last weeks
     * @param expected how many there would be with the share that the tag had before
     */
    public record Rise(long papers, double expected) {

        private double strength() {
            return (papers - expected) / Math.sqrt(expected + 1);
        }

        /** What was expected, with one decimal. */
        public String shownExpected() {
            return String.format(Locale.ROOT, "%.1f", expected);
        }
    }

    /** The first day of the last weeks. */
    static LocalDate from(LocalDate newest) {
        return newest.minusWeeks(WEEKS).plusDays(1);
    }

    /** The most striking first; none if nothing was listed in the time before. */
    static List<Row> of(TagCounts.Counted counted) {
        LocalDate to = Edition.newest().map(edition -> edition.date).orElse(null);
        if (to == null) {
            return List.of();
        }
        LocalDate from = from(to);
        LocalDate since = from.minusWeeks(WEEKS_BEFORE);
        long recent = TagStatistics.papersWithTags(from, to);
        long before = TagStatistics.papersWithTags(since, from.minusDays(1));
        if (before == 0) {
            return List.of();
        }
        return TagStatistics.recent(since, from, to, LEAST).stream()
                .filter(tag -> counted.bySlug().containsKey(tag.slug()))
                .map(tag -> row(counted.bySlug().get(tag.slug()), tag, (double) recent / before))
                .filter(row -> row.rise().strength() >= LEAST_STRENGTH)
                .sorted(Comparator.comparingDouble((Row row) -> row.rise().strength()).reversed()
                        .thenComparing(row -> row.tag().slug()))
                .toList();
    }

    private static Row row(TagCount tag, Recent recent, double size) {
        return new Row(tag, new Rise(recent.recent(), recent.before() * size));
    }
}
