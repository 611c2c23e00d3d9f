package sulan.web;

import java.time.LocalDate;
import java.util.List;

import sulan.archive.Edition;
import sulan.archive.EditionSummary;
import sulan.search.PaperHit;

/**
 * An edition in JSON.
 *
 * @param declaredCount how many papers its digest announces; {@code null} if it does not say
 * @param status complete, partly-failed or nothing-listed
 * @param previous the edition before; {@code null} if it is the first
 * @param next the edition after; {@code null} if it is the newest
 */
record DayJson(LocalDate date, Integer declaredCount, String status, LocalDate previous, LocalDate next, String sourceUrl,
        String note, String unplaced, List<PaperJson.DiagnosticJson> diagnostics, List<PaperJson> papers) {

    /** Must be called within the transaction that found the edition. */
    static DayJson of(Edition edition, List<PaperHit> papers) {
        return new DayJson(edition.date, edition.declaredCount, edition.status().word(),
                Edition.dateBefore(edition.date).orElse(null), Edition.dateAfter(edition.date).orElse(null), edition.sourceUrl,
                edition.note, edition.unplaced, edition.diagnostics.stream().map(PaperJson.DiagnosticJson::of).toList(),
                papers.stream().map(PaperJson::of).toList());
    }

    /** All editions, oldest first. */
    record Days(List<Day> days) {

        static Days of(List<EditionSummary> editions) {
            return new Days(editions.stream().map(Day::of).toList());
        }
    }

    record Day(LocalDate date, long count, String status) {

        static Day of(EditionSummary edition) {
            return new Day(edition.date(), edition.papers(), edition.status().word());
        }
    }
}
