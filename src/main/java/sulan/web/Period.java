package sulan.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

import sulan.archive.TagStatistics.Unit;

/**
 * A week or a month of a round-up.
 *
 * @param kind week or month
 * @param name its name in addresses: {@code 2023-W38} (ISO 8601, weeks begin on Monday) or {@code 2023-09}
 * @param from the first day
 * @param to the last day
 */
public record Period(Kind kind, String name, LocalDate from, LocalDate to) {

    public enum Kind {
        WEEK("weeks", Unit.WEEK),
        MONTH("months", Unit.MONTH);

        private final String path;
        private final Unit unit;

        Kind(String path, Unit unit) {
            this.path = path;
            this.unit = unit;
        }

        /** The word for it in addresses and JSON. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What the archive counts by. */
        Unit unit() {
            return unit;
        }
    }

    private static final DateTimeFormatter WEEK = new DateTimeFormatterBuilder()
            .appendValue(IsoFields.WEEK_BASED_YEAR, 4, 4, SignStyle.NEVER)
            .appendLiteral("-W")
            .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
            .parseDefaulting(ChronoField.DAY_OF_WEEK, 1)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    /** The week or month of that name; empty if there is no such week or month. */
    static Optional<Period> parse(Kind kind, String name) {
        try {
            Period period = kind == Kind.WEEK ? weekOf(LocalDate.parse(name, WEEK)) : monthOf(YearMonth.parse(name, MONTH));
            // a 53rd week of a year that has none is the first of the next; not every database knows other years
            return Optional.of(period).filter(
                    found -> found.name.equals(name) && found.from.getYear() >= 1 && found.to.getYear() <= 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The week of a day. */
    static Period weekOf(LocalDate day) {
        LocalDate monday = day.with(ChronoField.DAY_OF_WEEK, 1);
        return new Period(Kind.WEEK, WEEK.format(monday), monday, monday.plusDays(6));
    }

    /** The month of a day. */
    static Period monthOf(LocalDate day) {
        return monthOf(YearMonth.from(day));
    }

    private static Period monthOf(YearMonth month) {
        return new Period(Kind.MONTH, MONTH.format(month), month.atDay(1), month.atEndOfMonth());
    }

    /** The one that holds a day. */
    static Period of(Kind kind, LocalDate day) {
        return kind == Kind.WEEK ? weekOf(day) : monthOf(day);
    }

    /** The one that holds a day, of the same kind. */
    Period of(LocalDate day) {
        return of(kind, day);
    }

    /** The one so many weeks or months earlier; a negative number leads forward. */
    Period before(int periods) {
        return of(kind == Kind.WEEK ? from.minusWeeks(periods) : from.minusMonths(periods));
    }

    /** The address, without host. */
    public String path() {
        return "/" + kind.path + "/" + name;
    }

    public boolean isWeek() {
        return kind == Kind.WEEK;
    }

    /** The number of the week that it begins with, in its year. */
    public int weekNumber() {
        return from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** How many days it has. */
    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
