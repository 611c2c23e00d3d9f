package sulan.web;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import sulan.archive.Edition;
import sulan.archive.EditionSummary;
import sulan.search.PaperHits;

/**
 * A week or a month in JSON, with a page of its papers, best first: the fields of {@link ListJson} follow its own.
 *
 * @param name {@code 2023-W38} or {@code 2023-09}
 * @param previous the name of the last week or month before it that has an edition; {@code null} if there is none
 * @param next likewise after it
 * @param days its editions, oldest first
 */
@Schema(name = "RoundUp", description = "A week or a month with a page of its papers, best first")
record RoundUpJson(String name, LocalDate from, LocalDate to, @Schema(nullable = true) String previous,
        @Schema(nullable = true) String next, List<DayJson.Day> days,
        @JsonUnwrapped ListJson papers) {

    /** Must be called within the transaction that found the papers. */
    static RoundUpJson of(Period period, List<EditionSummary> editions, PaperHits hits) {
        return new RoundUpJson(period.name(), period.from(), period.to(),
                Edition.dateBefore(period.from()).map(date -> period.of(date).name()).orElse(null),
                Edition.dateAfter(period.to()).map(date -> period.of(date).name()).orElse(null),
                editions.stream().map(DayJson.Day::of).toList(), ListJson.of(hits));
    }
}
