package sulan.archive;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import sulan.archive.TaggedPapers.Name;
import sulan.archive.TaggedPapers.Tagged;

/**
 * Figures about tags as of one revision of the archive. A paper counts where readers see it: with its shown overview, as long
 * as some edition lists it. Counted from {@link TaggedPapers}; never changes, so that any thread may ask.
 */
public final class TagStatistics {

    private final TaggedPapers read;
    /** The names of tags by their ids; {@code null} where there is no such tag. */
    private final Name[] names;
    private final Groups byTag;
    private final Groups byDay;

    TagStatistics(TaggedPapers read) {
        this.read = read;
        names = read.names();
        byTag = new Groups(read.papers().values(), Tagged::tags);
        byDay = new Groups(read.papers().values(), Tagged::days);
    }

    /** Papers by numbers of which each has some. So who asks for those of few numbers does not go through all papers. */
    private static final class Groups {

        private final int lowest;
        private final int highest;
        /** Of each number from the lowest on, where its papers begin; after the highest, where they end. */
        private final int[] starts;
        private final Tagged[] papers;

        /** @param numbers of a paper, each once */
        Groups(Collection<Tagged> all, Function<Tagged, int[]> numbers) {
            int least = Integer.MAX_VALUE;
            int most = Integer.MIN_VALUE;
            for (Tagged paper : all) {
                for (int number : numbers.apply(paper)) {
                    least = Math.min(least, number);
                    most = Math.max(most, number);
                }
            }
            lowest = least <= most ? least : 0;
            highest = least <= most ? most : -1;
            starts = new int[highest - lowest + 2];
            for (Tagged paper : all) {
                for (int number : numbers.apply(paper)) {
                    starts[number - lowest]++;
                }
            }
            int sum = 0;
            for (int i = 0; i < starts.length; i++) {
                sum += starts[i];
                starts[i] = sum;
            }
            papers = new Tagged[sum];
            for (Tagged paper : all) {
                for (int number : numbers.apply(paper)) {
                    papers[--starts[number - lowest]] = paper;
                }
            }
        }

        List<Tagged> of(int number) {
            return number < lowest || number > highest ? List.of()
                    : Arrays.asList(papers).subList(starts[number - lowest], starts[number - lowest + 1]);
        }
    }

    /** What they are counted from. */
    TaggedPapers read() {
        return read;
    }

    /**
     * How far the papers of a tag reach.
     *
     * @param papers how many there are
     * @param first the first date on which one was listed; {@code null} if there are none
     * @param last the last one
     */
    public record Span(long papers, LocalDate first, LocalDate last) {
    }

    /** What papers are counted by over time. */
    public enum Unit {
        WEEK,
        MONTH;

        private LocalDate start(LocalDate date) {
            return this == WEEK ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : date.withDayOfMonth(1);
        }
    }

    /** How many papers with a tag were listed in the week or the month that begins on a day; never 0. */
    public record Bucket(LocalDate start, long papers) {
    }

    /** The same of one of several tags. */
    public record TagBucket(String slug, LocalDate start, long papers) {
    }

    /** How many papers were listed in the week or the month that begins on a day, and how many of them carry any tag. */
    public record Listed(LocalDate start, long papers, long tagged) {
    }

    /** In how many papers another tag stands beside one. */
    public record Together(String slug, long papers) {
    }

    /** How many papers with a tag were listed in each of two stretches of time. */
    public record Recent(String slug, long recent, long before) {
    }

    /** How many papers that carry any tag were listed in each of two stretches of time. */
    public record Totals(long recent, long before) {
    }

    /** How many papers of a stretch of time carry a tag. */
    public record Carried(String slug, long papers) {
    }

    /** In how many papers of a stretch of time two tags stand together. */
    public record Pair(String one, String other, long papers) {
    }

    /** All tags with the number of papers that carry them, the most frequent first. */
    List<TagCount> counts() {
        int[] counts = IntStream.range(0, names.length).map(tag -> byTag.of(tag).size()).toArray();
        return tags(counts, 1).mapToObj(tag -> new TagCount(names[tag].slug(), names[tag].en(), names[tag].zh(), counts[tag]))
                .sorted(mostFrequent(TagCount::papers, TagCount::slug)).toList();
    }

    /** How many papers carry any tag. */
    public long papersWithTags() {
        return read.papers().values().stream().filter(Tagged::isTagged).count();
    }

    /** How far the papers of a tag reach. */
    public Span span(Tag tag) {
        List<Tagged> carrying = carrying(tag);
        return new Span(carrying.size(),
                carrying.stream().flatMapToInt(paper -> Arrays.stream(paper.days())).mapToObj(LocalDate::ofEpochDay)
                        .min(Comparator.naturalOrder()).orElse(null),
                carrying.stream().flatMapToInt(paper -> Arrays.stream(paper.days())).mapToObj(LocalDate::ofEpochDay)
                        .max(Comparator.naturalOrder()).orElse(null));
    }

    private List<Tagged> carrying(Tag tag) {
        return byTag.of(Math.toIntExact(tag.id));
    }

    /** Weeks or months in which papers with the tag were listed, oldest first. A paper counts once in each. */
    public List<Bucket> per(Unit unit, Tag tag) {
        Map<LocalDate, Long> buckets = new TreeMap<>();
        for (Tagged paper : carrying(tag)) {
            starts(unit, paper, Integer.MIN_VALUE, Integer.MAX_VALUE).forEach(start -> buckets.merge(start, 1L, Long::sum));
        }
        return buckets.entrySet().stream().map(bucket -> new Bucket(bucket.getKey(), bucket.getValue())).toList();
    }

    /** The weeks or months in which a paper was listed, each once, in a stretch of time. */
    private static Set<LocalDate> starts(Unit unit, Tagged paper, int from, int to) {
        Set<LocalDate> starts = new HashSet<>();
        for (int day : paper.days()) {
            if (day >= from && day <= to) {
                starts.add(unit.start(LocalDate.ofEpochDay(day)));
            }
        }
        return starts;
    }

    /** The same of several tags, from the first to the last day of a stretch of time, in no order. */
    public List<TagBucket> per(Unit unit, Collection<String> slugs, LocalDate from, LocalDate to) {
        Set<String> wanted = new HashSet<>(slugs);
        Map<Integer, Map<LocalDate, Long>> buckets = IntStream.range(0, names.length)
                .filter(tag -> names[tag] != null && wanted.contains(names[tag].slug())).boxed()
                .collect(toMap(tag -> tag, tag -> new HashMap<>()));
        for (Tagged paper : listedPapers(from, to)) {
            for (int tag : paper.tags()) {
                Map<LocalDate, Long> ofTag = buckets.get(tag);
                if (ofTag != null) {
                    starts(unit, paper, day(from), day(to)).forEach(start -> ofTag.merge(start, 1L, Long::sum));
                }
            }
        }
        List<TagBucket> found = new ArrayList<>();
        buckets.forEach((tag, ofTag) -> ofTag
                .forEach((start, count) -> found.add(new TagBucket(names[tag].slug(), start, count))));
        return found;
    }

    /** Weeks or months of a stretch of time in which papers were listed, oldest first. A paper counts once in each. */
    public List<Listed> listed(Unit unit, LocalDate from, LocalDate to) {
        Map<LocalDate, Listed> listed = new TreeMap<>();
        for (Tagged paper : listedPapers(from, to)) {
            long tagged = paper.isTagged() ? 1 : 0;
            starts(unit, paper, day(from), day(to)).forEach(start -> listed.merge(start, new Listed(start, 1, tagged),
                    (one, other) -> new Listed(start, one.papers + other.papers, one.tagged + other.tagged)));
        }
        return List.copyOf(listed.values());
    }

    /**
     * The tags that stand beside one in at least so many papers, the most frequent first.
     *
     * @param most how many of them
     */
    public List<Together> together(Tag tag, long least, int most) {
        int[] counts = new int[names.length];
        carrying(tag).forEach(paper -> count(paper, counts));
        return tags(counts, least).filter(other -> other != tag.id)
                .mapToObj(other -> new Together(names[other].slug(), counts[other]))
                .sorted(mostFrequent(Together::papers, Together::slug)).limit(most).toList();
    }

    /**
     * The tags with at least so many papers in one of two stretches of time, one right after the other, and how many they had
     * in each. A paper that was listed in both counts in both.
     *
     * @param since the first day of the stretch before
     * @param from the first day of the stretch
     * @param to its last day
     */
    public List<Recent> recent(LocalDate since, LocalDate from, LocalDate to, long least) {
        int[] recent = counts(day(from), day(to));
        int[] before = counts(day(since), day(from) - 1);
        return IntStream.range(0, names.length).filter(tag -> recent[tag] >= least || before[tag] >= least)
                .mapToObj(tag -> new Recent(names[tag].slug(), recent[tag], before[tag])).toList();
    }

    /** The papers among which {@link #recent} counts. */
    public Totals papersWithTags(LocalDate since, LocalDate from, LocalDate to) {
        return new Totals(tagged(from, to), tagged(since, from.minusDays(1)));
    }

    private long tagged(LocalDate from, LocalDate to) {
        return listedPapers(from, to).stream().filter(Tagged::isTagged).count();
    }

    /** The tags that no paper carried that was listed before a stretch of time; the most frequent first. */
    public List<Carried> firstListed(LocalDate from, LocalDate to) {
        int[] counts = counts(day(from), day(to));
        return tags(counts, 1)
                .filter(tag -> byTag.of(tag).stream().noneMatch(paper -> paper.isListed(Integer.MIN_VALUE, day(from) - 1)))
                .mapToObj(tag -> new Carried(names[tag].slug(), counts[tag]))
                .sorted(mostFrequent(Carried::papers, Carried::slug)).toList();
    }

    /** The pairs of tags that stand together in at least so many papers of a stretch of time, each once, in no order. */
    public List<Pair> pairs(LocalDate from, LocalDate to, long least) {
        int[] counts = counts(day(from), day(to));
        Map<Long, Integer> pairs = new HashMap<>();
        for (Tagged paper : listedPapers(from, to)) {
            // nearly all tags are rarer than that, and in no pair
            int[] frequent = Arrays.stream(paper.tags()).filter(tag -> counts[tag] >= least).sorted().toArray();
            for (int i = 0; i < frequent.length; i++) {
                for (int j = i + 1; j < frequent.length; j++) {
                    pairs.merge((long) frequent[i] << Integer.SIZE | frequent[j], 1, Integer::sum);
                }
            }
        }
        return pairs.entrySet().stream().filter(pair -> pair.getValue() >= least)
                .map(pair -> new Pair(names[(int) (pair.getKey() >> Integer.SIZE)].slug(),
                        names[pair.getKey().intValue()].slug(),
                        pair.getValue()))
                .toList();
    }

    private List<Tagged> listedPapers(LocalDate from, LocalDate to) {
        List<Tagged> listed = new ArrayList<>();
        eachListed(day(from), day(to), listed::add);
        return listed;
    }

    /** In how many papers of a stretch of time each tag stands, by the ids of tags. */
    private int[] counts(int from, int to) {
        int[] counts = new int[names.length];
        eachListed(from, to, paper -> count(paper, counts));
        return counts;
    }

    /** Each paper that was listed in a stretch of time, once. */
    private void eachListed(int from, int to, Consumer<Tagged> paper) {
        for (int day = Math.max(from, byDay.lowest); day <= Math.min(to, byDay.highest); day++) {
            for (Tagged listed : byDay.of(day)) {
                if (!listed.isListed(from, day - 1)) {
                    paper.accept(listed);
                }
            }
        }
    }

    private static void count(Tagged paper, int[] counts) {
        for (int tag : paper.tags()) {
            counts[tag]++;
        }
    }

    private static IntStream tags(int[] counts, long least) {
        return IntStream.range(0, counts.length).filter(tag -> counts[tag] >= least);
    }

    private static <T> Comparator<T> mostFrequent(ToLongFunction<T> papers, Function<T, String> slug) {
        return Comparator.comparingLong(papers).reversed().thenComparing(slug);
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
