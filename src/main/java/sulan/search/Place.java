package sulan.search;

import java.time.LocalDate;

/**
 * A paper's place in one edition, as one number, so that the index keeps all places of a paper in one field: numbers of later
 * days are higher.
 */
final class Place {

    /** Higher than the number of any day that an archive can have. */
    static final int LAST_DAY = (1 << 22) - 1;

    private static final int BITS = 20;
    private static final long MOST = (1L << BITS) - 1;
    /** Days are counted from the first of the year 1, which is 1. */
    private static final long BEFORE_FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay() - 1;

    private Place() {
    }

    /** @param choice {@code null} if the paper has no place in the comparison of the day */
    static long of(LocalDate day, int position, Integer choice) {
        return (long) number(day) << 2 * BITS | Math.min(position, MOST) << BITS
                | (choice == null ? 0 : Math.min(choice, MOST));
    }

    /** A day's number, from 1 to less than {@link #LAST_DAY} for the years that an archive can have. */
    static int number(LocalDate day) {
        return (int) (day.toEpochDay() - BEFORE_FIRST_DAY);
    }

    static LocalDate day(int number) {
        return LocalDate.ofEpochDay(number + BEFORE_FIRST_DAY);
    }

    /** The number of its day. */
    static int day(long place) {
        return (int) (place >>> 2 * BITS);
    }

    static int position(long place) {
        return (int) (place >>> BITS & MOST);
    }

    /** The place in the comparison of the day, counted from 1; 0 if there is none. */
    static int choice(long place) {
        return (int) (place & MOST);
    }
}
