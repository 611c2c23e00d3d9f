package sulan.archive;

import java.time.LocalDate;

/**
 * An edition in the calendar.
 *
 * @param declaredCount how many papers the digest declares; {@code null} if it does not say
 * @param papers how many papers are listed
 * @param overviews how many of them have an overview
 */
public record EditionSummary(LocalDate date, Integer declaredCount, long papers, long overviews) {

    public EditionStatus status() {
        return EditionStatus.of(declaredCount, papers, overviews);
    }
}
