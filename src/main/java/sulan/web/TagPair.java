package sulan.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.archive.TagStatistics.Pair;

/**
 * Two tags that stand together in papers of some time far more often than by chance.
 *
 * @param one the more frequent of them
 * @param together in how many papers both stand
 * @param lift how many times as often as if the two knew nothing of each other
 */
public record TagPair(TagCount one, TagCount other, long together, double lift) {

    /** Fewer papers may be chance. */
    static final int LEAST = 3;
    /** What goes together a little more often than it would is nothing unusual. */
    private static final double LEAST_LIFT = 2;

    /**
     * Those first that look least like chance ({@link LogLikelihood}).
     *
     * @param carried in how many papers of the time each tag stands
     * @param papers how many papers of the time carry any tag
     */
    static List<TagPair> of(List<Pair> pairs, Map<String, Long> carried, long papers, TagCounts.Counted counted) {
        record Found(TagPair pair, double evidence) {
        }
        return pairs.stream()
                .filter(pair -> counted.bySlug().containsKey(pair.one()) && counted.bySlug().containsKey(pair.other()))
                .map(pair -> {
                    long one = carried.get(pair.one());
                    long other = carried.get(pair.other());
                    TagCount first = counted.bySlug().get(pair.one());
                    TagCount second = counted.bySlug().get(pair.other());
                    double lift = (double) pair.papers() * papers / ((double) one * other);
                    return new Found(
                            one > other || one == other && pair.one().compareTo(pair.other()) < 0
                                    ? new TagPair(first, second, pair.papers(), lift)
                                    : new TagPair(second, first, pair.papers(), lift),
                            LogLikelihood.of(pair.papers(), one, other - pair.papers(), papers - one));
                })
                .filter(found -> found.pair.lift >= LEAST_LIFT && found.evidence >= LogLikelihood.TENTH_PERCENT)
                .sorted(Comparator.comparingDouble(Found::evidence).reversed()
                        .thenComparing(found -> found.pair.one.slug() + " " + found.pair.other.slug()))
                .map(Found::pair).toList();
    }

    public String shownLift() {
        return RelatedTag.shown(lift);
    }
}
