package sulan.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A range of days. What a run is told to do is kept as its source, so that it can be taken up again. */
record Days(LocalDate from, LocalDate to) {

    private static final String TO = " 至 ";

    /** @throws IllegalArgumentException if it ends before it begins */
    Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("%s is before %s".formatted(to, from));
        }
    }

    /** The last so many days. */
    static Days last(int count, LocalDate today) {
        return new Days(today.minusDays(count - 1L), today);
    }

    /** The other way round than {@link #source}; empty if it is none. */
    static Optional<Days> ofSource(String source) {
        String[] ends = source.split(TO);
        try {
            return Optional.of(new Days(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1])));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** For people. */
    String source() {
        return from.equals(to) ? from.toString() : from + TO + to;
    }

    /** Readers want the newest first. */
    List<LocalDate> newestFirst() {
        return from.datesUntil(to.plusDays(1)).sorted((one, other) -> other.compareTo(one)).collect(Collectors.toList());
    }
}
