package sulan.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import sulan.archive.EditionStatus;

/**
 * The days of a year as a drawing: a column is a week and a row a weekday, Monday first. It is in two halves, which stand side
 * by side on wide screens and one below the other on phones, so that a day can be seen there, too.
 *
 * @param halves January to June, and July to December
 */
public record YearMap(List<Half> halves) {

    /** Units of the drawing, as pixels: the place of a day with its gap, its side, and what is left for names. */
    private static final int STEP = 13;
    private static final int SIDE = 11;
    private static final int LEFT = 18;
    private static final int TOP = 16;
    /** Half a year has at most 184 days: 26 weeks and two days, which can be in two more weeks. */
    private static final int MOST_WEEKS = 28;

    /**
     * Half a year.
     *
     * @param days those with an edition
     * @param months where each month begins
     * @param blank the outline of the squares of all other days, as a path
     */
    public record Half(List<Square> days, List<MonthName> months, String blank) {

        /** The same for both, so that they are drawn in one scale. */
        public int width() {
            return LEFT + MOST_WEEKS * STEP;
        }

        public int height() {
            return TOP + 7 * STEP;
        }

        /** The weekdays that are named: there is no room for all. */
        public List<WeekdayName> weekdays() {
            return List.of(weekday(DayOfWeek.MONDAY), weekday(DayOfWeek.WEDNESDAY), weekday(DayOfWeek.FRIDAY));
        }

        private static WeekdayName weekday(DayOfWeek day) {
            return new WeekdayName(day.getValue(), row(day) + SIDE - 2);
        }
    }

    /** @param day with its edition */
    public record Square(Calendar.Day day, int x, int y) {

        /** Whether the day is not as it should be, or not yet. That nobody asked for overviews is no reason for a sign. */
        public boolean isSigned() {
            return !EnumSet.of(EditionStatus.COMPLETE, EditionStatus.LISTED).contains(day.edition().status());
        }

        public int side() {
            return SIDE;
        }

        /** The middle, for a sign. */
        public double middle() {
            return x + SIDE / 2.0;
        }

        public int baseline() {
            return y + SIDE - 2;
        }
    }

    public record MonthName(int month, int x) {
    }

    public record WeekdayName(int day, int y) {
    }

    static YearMap of(Calendar.Year year) {
        Map<LocalDate, Calendar.Day> days = year.months().stream().flatMap(month -> month.weeks().stream())
                .flatMap(List::stream).filter(day -> day != null && day.edition() != null)
                .collect(Collectors.toMap(Calendar.Day::date, Function.identity()));
        return new YearMap(List.of(half(year.year(), Month.JANUARY, Month.JUNE, days),
                half(year.year(), Month.JULY, Month.DECEMBER, days)));
    }

    private static Half half(int year, Month from, Month to, Map<LocalDate, Calendar.Day> days) {
        LocalDate first = YearMonth.of(year, from).atDay(1);
        LocalDate last = YearMonth.of(year, to).atEndOfMonth();
        LocalDate monday = first.with(DayOfWeek.MONDAY);
        List<Square> squares = new ArrayList<>();
        List<MonthName> months = new ArrayList<>();
        StringBuilder blank = new StringBuilder();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            int x = LEFT + (int) ChronoUnit.WEEKS.between(monday, date) * STEP;
            int y = row(date.getDayOfWeek());
            if (date.getDayOfMonth() == 1) {
                months.add(new MonthName(date.getMonthValue(), x));
            }
            if (days.containsKey(date)) {
                squares.add(new Square(days.get(date), x, y));
            } else {
                blank.append("M%d %dh%3$dv%3$dh-%3$dz".formatted(x, y, SIDE));
            }
        }
        return new Half(squares, months, blank.toString());
    }

    private static int row(DayOfWeek day) {
        return TOP + (day.getValue() - 1) * STEP;
    }
}
