package sulan.web;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import sulan.archive.Edition;
import sulan.archive.EditionSummary;
import sulan.search.PaperHit;

/**
 * An edition in JSON.
 *
 * @param declaredCount how many papers its digest announces; {@code null} if it does not say
 * @param status a word of {@link sulan.archive.EditionStatus}
 * @param previous the edition before; {@code null} if it is the first
 * @param next the edition after; {@code null} if it is the newest
 */
@Schema(name = "Day", description = "One day's list of papers")
record DayJson(
        LocalDate date,
        @Schema(nullable = true, description = "How many papers its digest announces") Integer declaredCount,
        @Schema(enumeration = {
                "complete", "growing", "writing", "listed", "partly-failed", "failed", "nothing-listed" }) String status,
        @Schema(nullable = true, description = "The day before that has a list") LocalDate previous,
        @Schema(nullable = true, description = "The day after that has a list") LocalDate next,
        @Schema(nullable = true) String sourceUrl,
        @Schema(nullable = true, description = "Markdown") String note,
        @Schema(nullable = true, description = "Text of the source that belongs to no paper") String unplaced,
        List<PaperJson.DiagnosticJson> diagnostics,
        @Schema(description = "As the day lists them, or by upvotes while none has an overview, unless another order is asked for") List<PaperJson> papers){

    /** Must be called within the transaction that found the edition. */
    static DayJson of(Edition edition, EditionSummary summary, List<PaperHit> papers) {
        return new DayJson(edition.date, edition.declaredCount, summary.status().word(),
                Edition.dateBefore(edition.date).orElse(null), Edition.dateAfter(edition.date).orElse(null), edition.sourceUrl,
                edition.note, edition.unplaced, edition.diagnostics.stream().map(PaperJson.DiagnosticJson::of).toList(),
                papers.stream().map(PaperJson::of).toList());
    }

    /** All editions, oldest first. */
    @Schema(name = "Days", description = "All days that have a list, oldest first")
    record Days(List<Day> days) {

        static Days of(List<EditionSummary> editions) {
            return new Days(editions.stream().map(Day::of).toList());
        }
    }

    @Schema(name = "DaySummary", description = "A day in the calendar")
    record Day(LocalDate date, long count,
            @Schema(enumeration = {
                    "complete", "growing", "writing", "listed", "partly-failed", "failed", "nothing-listed" }) String status){

        static Day of(EditionSummary edition) {
            return new Day(edition.date(), edition.papers(), edition.status().word());
        }
    }
}
