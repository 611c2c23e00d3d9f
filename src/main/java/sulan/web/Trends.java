package sulan.web;

import static java.util.stream.Collectors.toMap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sulan.archive.Edition;
import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.archive.TagStatistics;
import sulan.archive.TagStatistics.Carried;
import sulan.archive.TagStatistics.Listed;
import sulan.archive.TagStatistics.Pair;
import sulan.archive.TagStatistics.Recent;
import sulan.archive.TagStatistics.Totals;
import sulan.search.InvalidQueryException;

/**
 * What is going on among the tags in one week or month: which are more or less frequent than in the last four weeks or months
 * before it that have papers, which are new, and which stand together.
 *
 * @param period the week or month; {@code null} if the archive is empty
 * @param papers how many papers were listed in it
 * @param tagged how many of them carry any tag: what shares are shares of
 * @param before what it is compared with, the oldest first; empty if there is nothing in the {@value #SHOWN} weeks or months
 * @param taggedBefore how many papers of that time carry any tag, those of several weeks or months once
 * @param rising what has risen, and {@code falling} what has fallen; what looks least like chance first
 * @param fresh tags with at least two papers that no paper before has, the most frequent first; {@code null} if there is no
 *        paper before: then all are new
 * @param single how many more new tags there are with one paper
 * @param pairs pairs of tags that stand together far more often than by chance, what looks least like it first
 * @param previous the last week or month before with an edition; {@code null} if there is none
 * @param next the first one after, likewise
 * @param lastDay the last day with an edition up to the end of the week or month; {@code null} if there is none
 */
public record Trends(Period.Kind kind, Period period, long papers, long tagged, List<Period> before, long taggedBefore,
        List<Trend> rising, List<Trend> falling, List<Fresh> fresh, long single, List<Pairing> pairs, Period previous,
        Period next, LocalDate lastDay) {

    /** How many weeks or months are drawn. */
    static final int SHOWN = 12;
    private static final int COMPARED = 4;
    private static final int MOST = 12;
    private static final int MOST_FRESH = 30;
    private static final int LEAST_FRESH = 2;
    /** An archive that is not longer is looked at by weeks. */
    private static final int DAYS_BY_WEEK = 123;

    /**
     * A tag with another share than before.
     *
     * @param address the tag's papers in the week or month; if it has none there, with those that it is compared with
     */
    public record Trend(TagShift shift, Sparkline line, String address) {
    }

    /** A tag that is new, with its papers in the week or month. */
    public record Fresh(TagCount tag, long papers, String address) {
    }

    /** Two tags that stand together, and the papers in which they do. */
    public record Pairing(TagPair pair, String address) {
    }

    /** Weeks or months, with the address of the same days by them. */
    public record Choice(Period.Kind kind, boolean chosen, String address) {

        public boolean isWeekly() {
            return kind == Period.Kind.WEEK;
        }
    }

    /**
     * Must be called within a transaction.
     *
     * @param per {@code week} or {@code month}; {@code null} for what suits the length of the archive
     * @param until a day of the week or month; {@code null} for the newest edition
     * @throws InvalidQueryException if it is neither, or no date
     */
    static Trends of(String per, String until, TagCounts.Counted counted) {
        Period.Kind wished = per == null || per.isBlank() ? null : kind(per);
        LocalDate day = until == null || until.isBlank() ? null : date(until);
        LocalDate newest = Edition.newest().map(edition -> edition.date).orElse(null);
        if (newest == null) {
            return empty(wished == null ? Period.Kind.WEEK : wished, null, null, null, null);
        }
        Period.Kind kind = wished != null ? wished
                : ChronoUnit.DAYS.between(Edition.dateAfter(LocalDate.EPOCH).orElse(newest), newest) > DAYS_BY_WEEK
                        ? Period.Kind.MONTH
                        : Period.Kind.WEEK;
        return of(Period.of(kind, day == null ? newest : day), counted);
    }

    private static Period.Kind kind(String word) {
        return Arrays.stream(Period.Kind.values()).filter(kind -> kind.word().equals(word)).findFirst()
                .orElseThrow(() -> new InvalidQueryException("per", InvalidQueryException.Reason.NO_SUCH_SPAN,
                        Arrays.stream(Period.Kind.values()).map(Period.Kind::word).collect(Collectors.joining(", ")), word));
    }

    private static LocalDate date(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            // not every database knows other years, and no paper is from one
            if (day.getYear() > 1900 && day.getYear() < 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new InvalidQueryException("until", InvalidQueryException.Reason.NO_DATE, text);
    }

    private static Trends empty(Period.Kind kind, Period period, Period previous, Period next, LocalDate lastDay) {
        return new Trends(kind, period, 0, 0, List.of(), 0, List.of(), List.of(), List.of(), 0, List.of(), previous, next,
                lastDay);
    }

    private static Trends of(Period period, TagCounts.Counted counted) {
        Period previous = Edition.dateBefore(period.from()).map(period::of).orElse(null);
        Period next = Edition.dateAfter(period.to()).map(period::of).orElse(null);
        LocalDate lastDay = Edition.dateBefore(period.to().plusDays(1)).orElse(null);
        List<Period> shown = IntStream.range(0, SHOWN).mapToObj(i -> period.before(SHOWN - 1 - i)).toList();
        Map<LocalDate, Listed> listed = counted.statistics().listed(period.kind().unit(), shown.get(0).from(), period.to())
                .stream()
                .collect(toMap(Listed::start, one -> one));
        Listed now = listed.get(period.from());
        if (now == null) {
            return empty(period.kind(), period, previous, next, lastDay);
        }
        List<Period> withTags = shown.subList(0, SHOWN - 1).stream()
                .filter(one -> listed.containsKey(one.from()) && listed.get(one.from()).tagged() > 0).toList();
        List<Period> before = withTags.subList(Math.max(0, withTags.size() - COMPARED), withTags.size());
        LocalDate since = before.isEmpty() ? period.from() : before.get(0).from();
        Totals totals = counted.statistics().papersWithTags(since, period.from(), period.to());
        List<Recent> tags = counted.statistics().recent(since, period.from(), period.to(), TagShift.LEAST);
        List<TagShift> shifts = TagShift.of(tags, totals, counted);
        List<TagShift> rising = first(shifts, TagShift::isRise);
        List<TagShift> falling = first(shifts, shift -> !shift.isRise());
        Map<String, Sparkline> lines = lines(Stream.concat(rising.stream(), falling.stream()).toList(), shown, listed,
                counted.statistics());
        Map<String, Long> carried = tags.stream().collect(toMap(Recent::slug, Recent::recent));
        List<Pair> pairs = counted.statistics().pairs(period.from(), period.to(), TagPair.LEAST);
        List<Carried> fresh = previous == null ? List.of() : counted.statistics().firstListed(period.from(), period.to());
        return new Trends(period.kind(), period, now.papers(), now.tagged(), before, totals.before(),
                trends(rising, lines, since, period), trends(falling, lines, since, period),
                previous == null ? null : fresh(fresh, period, counted),
                fresh.stream().filter(tag -> tag.papers() < LEAST_FRESH).count(),
                TagPair.of(pairs, carried, now.tagged(), counted).stream().limit(MOST)
                        .map(pair -> new Pairing(pair, address(pair, period))).toList(),
                previous, next, lastDay);
    }

    private static List<TagShift> first(List<TagShift> shifts, Predicate<TagShift> condition) {
        return shifts.stream().filter(condition).limit(MOST).toList();
    }

    private static Map<String, Sparkline> lines(List<TagShift> shifts, List<Period> shown, Map<LocalDate, Listed> listed,
            TagStatistics statistics) {
        List<String> slugs = shifts.stream().map(shift -> shift.tag().slug()).toList();
        Period last = shown.get(shown.size() - 1);
        Map<String, Map<LocalDate, Long>> papers = new HashMap<>();
        statistics.per(last.kind().unit(), slugs, shown.get(0).from(), last.to())
                .forEach(bucket -> papers.computeIfAbsent(bucket.slug(), slug -> new HashMap<>())
                        .put(bucket.start(), bucket.papers()));
        return slugs.stream().collect(toMap(slug -> slug, slug -> Sparkline.of(shown, shown.stream()
                .map(period -> share(papers.getOrDefault(slug, Map.of()).get(period.from()), listed.get(period.from())))
                .toList())));
    }

    private static Share share(Long papers, Listed listed) {
        return listed == null || listed.tagged() == 0 ? null : new Share(papers == null ? 0 : papers, listed.tagged());
    }

    private static List<Trend> trends(List<TagShift> shifts, Map<String, Sparkline> lines, LocalDate since, Period period) {
        return shifts.stream().map(shift -> new Trend(shift, lines.get(shift.tag().slug()),
                Links.tag(shift.tag().slug()) + "?"
                        + dates(shift.now().papers() > 0 ? period.from() : since, period.to())))
                .toList();
    }

    private static List<Fresh> fresh(List<Carried> tags, Period period, TagCounts.Counted counted) {
        return tags.stream().filter(tag -> tag.papers() >= LEAST_FRESH && counted.bySlug().containsKey(tag.slug()))
                .limit(MOST_FRESH)
                .map(tag -> fresh(counted.bySlug().get(tag.slug()), tag.papers(), period)).toList();
    }

    private static Fresh fresh(TagCount tag, long papers, Period period) {
        return new Fresh(tag, papers, address(tag, period));
    }

    private static String address(TagCount tag, Period period) {
        return Links.tag(tag.slug()) + "?" + dates(period.from(), period.to());
    }

    private static String address(TagPair pair, Period period) {
        return "/papers?tag=" + Links.encoded(pair.one().slug()) + "&tag=" + Links.encoded(pair.other().slug()) + "&"
                + dates(period.from(), period.to());
    }

    private static String dates(LocalDate from, LocalDate to) {
        return "from=" + from + "&to=" + to;
    }

    public boolean isWeekly() {
        return kind == Period.Kind.WEEK;
    }

    /** How many weeks or months are drawn. */
    public int shownPeriods() {
        return SHOWN;
    }

    /** How many of them are before. */
    public int shownBefore() {
        return SHOWN - 1;
    }

    /** The last one that it is compared with. */
    public Period lastCompared() {
        return before.get(before.size() - 1);
    }

    /** Of how many papers there must be something for it to be told. */
    public int least() {
        return TagShift.LEAST;
    }

    /** The address of a week's or month's trends: the newest one has it, too. */
    static String address(Period period) {
        return "/trends?per=" + period.kind().word() + "&until=" + period.to();
    }

    /** The same time by weeks and by months. */
    public List<Choice> choices() {
        return Arrays.stream(Period.Kind.values()).map(other -> new Choice(other, other == kind,
                next == null ? "/trends?per=" + other.word()
                        : address(Period.of(other, lastDay == null ? period.to() : lastDay))))
                .toList();
    }

    /** The address of the twin. */
    public String twin() {
        return period == null ? "/trends.json" : address(period).replace("/trends?", "/trends.json?");
    }

    public Step stepBack() {
        return step(previous);
    }

    public Step stepOn() {
        return step(next);
    }

    private static Step step(Period neighbour) {
        return neighbour == null ? null : Step.period(neighbour, address(neighbour));
    }
}
