package sulan.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.archive.TagStatistics.Recent;
import sulan.archive.TagStatistics.Totals;

/**
 * A tag whose share of the papers is another one than before, by more than chance explains. Shares are of the papers that carry
 * any tag (of the others it is not known what they are about), so it makes no difference how many papers a day has, or whether
 * days are missing.
 *
 * @param now its share in a stretch of time
 * @param before its share in the one before
 */
public record TagShift(TagCount tag, Share now, Share before) {

    /** Fewer papers may be chance. */
    static final int LEAST = 3;

    /**
     * All of them, those first that look least like chance ({@link LogLikelihood}); none if nothing was listed in the time
     * before. One that has risen has at least {@value #LEAST} papers now, one that has fallen had them before.
     *
     * @param since the first day of the stretch before
     * @param from the first day of the stretch
     * @param to its last day
     */
    static List<TagShift> between(LocalDate since, LocalDate from, LocalDate to, TagCounts.Counted counted) {
        Totals totals = counted.statistics().papersWithTags(since, from, to);
        return of(counted.statistics().recent(since, from, to, LEAST), totals, counted);
    }

    /** The same, from figures that are known already. */
    static List<TagShift> of(List<Recent> tags, Totals totals, TagCounts.Counted counted) {
        if (totals.recent() == 0 || totals.before() == 0) {
            return List.of();
        }
        return tags.stream().filter(tag -> counted.bySlug().containsKey(tag.slug()))
                .map(tag -> new TagShift(counted.bySlug().get(tag.slug()), new Share(tag.recent(), totals.recent()),
                        new Share(tag.before(), totals.before())))
                .filter(shift -> shift.evidence() >= LogLikelihood.ONE_PERCENT)
                .filter(shift -> (shift.isRise() ? shift.now : shift.before).papers() >= LEAST)
                .sorted(Comparator.comparingDouble(TagShift::evidence).reversed().thenComparing(shift -> shift.tag.slug()))
                .toList();
    }

    private double evidence() {
        return LogLikelihood.of(now.papers(), now.of(), before.papers(), before.of());
    }

    boolean isRise() {
        return now.value() > before.value();
    }

    /** How many papers there would be with the share that the tag had before. */
    double expected() {
        return before.value() * now.of();
    }

    /** What was expected, with one decimal. */
    public String shownExpected() {
        return String.format(Locale.ROOT, "%.1f", expected());
    }
}
