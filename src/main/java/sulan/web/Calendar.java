package sulan.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sulan.archive.EditionSummary;

/**
 * The archive as a wall calendar: years and months that have editions, newest first. Weeks begin on Monday.
 *
 * @param years newest first
 * @param most the papers of the greatest edition
 */
public record Calendar(List<Year> years, long most) {

    /** Degrees of how many papers a day has. */
    private static final int LEVELS = 4;

    /** How many papers a day of a level has. */
    public record Level(int level, long from, long to) {
    }

    /** The editions of a year, in months that have any. */
    public record Year(int year, long editions, long papers, List<Month> months) {

        /** The year as a drawing. */
        public YearMap map() {
            return YearMap.of(this);
        }
    }

    /** @param weeks seven days each; a day is {@code null} where the week reaches into another month */
    public record Month(YearMonth month, long papers, List<List<Day>> weeks) {

        /** The address of the month's round-up. */
        public String address() {
            return Period.monthOf(month.atDay(1)).path();
        }
    }

    /**
     * @param edition {@code null} if there is none on that day
     * @param level how many papers it has, from 1 to 4 quarters of the greatest edition; 0 without an edition
     */
    public record Day(LocalDate date, EditionSummary edition, int level) {
    }

    static Calendar of(List<EditionSummary> editions) {
        Map<YearMonth, List<EditionSummary>> byMonth = new TreeMap<>(Comparator.reverseOrder());
        editions.forEach(edition -> byMonth.computeIfAbsent(YearMonth.from(edition.date()), month -> new ArrayList<>())
                .add(edition));
        long most = editions.stream().mapToLong(EditionSummary::papers).max().orElse(0);
        Map<Integer, List<Month>> byYear = new TreeMap<>(Comparator.reverseOrder());
        byMonth.forEach((month, ofMonth) -> byYear.computeIfAbsent(month.getYear(), year -> new ArrayList<>())
                .add(month(month, ofMonth, most)));
        return new Calendar(byYear.entrySet().stream().map(entry -> year(entry.getKey(), entry.getValue(), editions)).toList(),
                most);
    }

    private static Year year(int year, List<Month> months, List<EditionSummary> editions) {
        List<EditionSummary> ofYear = editions.stream().filter(edition -> edition.date().getYear() == year).toList();
        return new Year(year, ofYear.size(), ofYear.stream().mapToLong(EditionSummary::papers).sum(), months);
    }

    private static Month month(YearMonth month, List<EditionSummary> editions, long most) {
        Map<LocalDate, EditionSummary> byDate = editions.stream()
                .collect(Collectors.toMap(EditionSummary::date, Function.identity()));
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate date = monday.plusDays(i);
                week.add(YearMonth.from(date).equals(month) ? day(date, byDate.get(date), most) : null);
            }
            weeks.add(week);
        }
        return new Month(month, editions.stream().mapToLong(EditionSummary::papers).sum(), weeks);
    }

    private static Day day(LocalDate date, EditionSummary edition, long most) {
        int level = edition == null ? 0 : (int) Math.max(1, Math.ceil((double) LEVELS * edition.papers() / most));
        return new Day(date, edition, level);
    }

    /** The levels that there can be: of few papers there are not all. */
    public List<Level> levels() {
        return IntStream.rangeClosed(1, LEVELS)
                .mapToObj(level -> new Level(level, (level - 1) * most / LEVELS + 1, level * most / LEVELS))
                .filter(level -> level.from <= level.to).toList();
    }
}
