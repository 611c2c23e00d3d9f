package sulan.operator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A range of days as somebody entered it.
 *
 * @param from the first day; {@code null} if there is a problem with it
 * @param to the last day; {@code null} if there is a problem with it
 */
record Range(LocalDate from, LocalDate to) {

    /** Ten years: what is longer was not meant. */
    static final int MOST_DAYS = 3660;

    static Range of(String from, String to) {
        return new Range(date(from), date(to));
    }

    /** {@code null} if it is none, or none that a database knows. */
    private static LocalDate date(String given) {
        try {
            LocalDate date = given == null ? null : LocalDate.parse(given.strip());
            return date == null || date.getYear() < 1 || date.getYear() > 9999 ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What is wrong with it, a sentence for people; {@code null} if all is well. */
    String problem(LocalDate today, ConsoleMessages texts) {
        if (from == null || to == null) {
            return texts.rangeNoDate();
        }
        if (to.isBefore(from)) {
            return texts.rangeReversed();
        }
        if (to.isAfter(today)) {
            return texts.rangeFuture();
        }
        return ChronoUnit.DAYS.between(from, to) >= MOST_DAYS ? texts.rangeLong(MOST_DAYS) : null;
    }

    /** How many days it has. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean isOneDay() {
        return from.equals(to);
    }

    /** Such as {@code 2023-09-20} or {@code 2023-09-20 至 2023-09-22}. */
    public String text() {
        return isOneDay() ? from.toString() : from + " 至 " + to;
    }
}
