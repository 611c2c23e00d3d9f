package sulan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import sulan.archive.DigestFile;
import sulan.archive.Failure;
import sulan.archive.Run;

/**
 * The state of the archive in JSON.
 *
 * @param newest the date of the newest edition; {@code null} if there is none
 * @param running the run that was opened first of those that are open now; {@code null} if none is
 * @param runs the last ones, newest first
 * @param files the files of the watched folder that were refused or are no longer there
 */
@Schema(name = "Status", description = "The state of the archive")
record StatusJson(long editions, long papers, long overviews, long tags, @Schema(nullable = true) LocalDate newest,
        @Schema(nullable = true) RunJson running, List<RunJson> runs,
        List<FileJson> files, ProgressJson progress, ModelJson model, String version) {

    static StatusJson of(Status status, LanguageModel model, String version) {
        return new StatusJson(status.editions(), status.papers(), status.overviews(), status.tags(),
                status.newest() == null ? null : status.newest().date,
                status.open().stream().findFirst().map(RunJson::of).orElse(null),
                status.runs().stream().map(RunJson::of).toList(),
                Stream.of(status.refused(), status.removed()).flatMap(List::stream).map(FileJson::of).toList(),
                ProgressJson.of(status.progress()), new ModelJson(model.isOn(), model.name()), version);
    }

    @Schema(name = "Progress", description = "How far the daily lists and the overviews have come")
    record ProgressJson(
            @Schema(nullable = true, description = "When Hugging Face's lists were last fetched") Instant synchronisedAt,
            @Schema(nullable = true, description = "When the last attempt at that began, if it brought nothing") Instant failedAt,
            @Schema(description = "Days of the last two weeks that are not complete, newest first") List<DayJson.Day> incompleteDays,
            @Schema(description = "Days of which no list could be had at the last attempt, newest first") List<UnreachableJson> unreachableDays,
            @Schema(description = "Days of the last week of which there should be more by now, newest first") List<LateDayJson> lateDays,
            @Schema(description = "Overviews that are to be written") long waiting,
            @Schema(description = "Overviews that could not be written") long givenUp) {

        static ProgressJson of(Progress progress) {
            return new ProgressJson(progress.synchronisedAt(),
                    progress.failed() == null ? null : progress.failed().startedAt,
                    progress.incomplete().stream().map(DayJson.Day::of).toList(),
                    progress.unreachable().stream()
                            .map(day -> new UnreachableJson(day.date, day.failure, day.failedAt)).toList(),
                    progress.late().stream().map(day -> new LateDayJson(day.date(), Word.of(day.reason()))).toList(),
                    progress.waiting(), progress.givenUp());
        }
    }

    @Schema(name = "LateDay", description = "A day of which there should be more by now")
    record LateDayJson(LocalDate date, @Schema(enumeration = {
            "no-papers", "not-complete" }) String reason){
    }

    @Schema(name = "UnreachableDay", description = "A day of which no list could be had")
    record UnreachableJson(LocalDate date, String message, Instant failedAt) {
    }

    @Schema(name = "LanguageModel", description = "The language model that writes overviews")
    record ModelJson(@Schema(description = "Whether overviews are written at all") boolean on,
            @Schema(nullable = true, description = "The one that was asked last, or is to be asked") String name) {
    }

    @Schema(name = "Run", description = "One execution of an import")
    record RunJson(long id, String kind, String source, String status, Instant startedAt,
            @Schema(nullable = true) Instant endedAt, int total,
            int recorded, int unchanged, int refused, List<FailureJson> failures) {

        static RunJson of(Run run) {
            return new RunJson(run.id, Word.of(run.kind), run.source, Word.of(run.status), run.startedAt, run.endedAt,
                    run.total, run.recorded, run.unchanged, run.refused, run.failures.stream().map(FailureJson::of).toList());
        }
    }

    /**
     * A run with its report.
     *
     * @param moves what a run of the kind {@code tags} moved, most papers first
     * @param cut whether it moved more
     */
    @Schema(name = "RunReport", description = "A run with what it moved from one tag to another")
    record RunReportJson(@JsonUnwrapped RunJson run, List<MoveJson> moves, boolean cut) {

        static RunReportJson of(RunReport report) {
            return new RunReportJson(RunJson.of(report.run()), report.moves().stream().map(MoveJson::of).toList(),
                    report.cut());
        }
    }

    /** Keywords that lead to another tag since; both are slugs. */
    @Schema(name = "Move", description = "Keywords that lead to another tag since; both are slugs")
    record MoveJson(String from, String into, long keywords, long papers) {

        static MoveJson of(RunReport.Move move) {
            return new MoveJson(move.from().slug, move.into().slug, move.keywords(), move.papers());
        }
    }

    @Schema(name = "Failure", description = "What went wrong in a run")
    record FailureJson(String level, String stage, String place, String message, Instant occurredAt) {

        static FailureJson of(Failure failure) {
            return new FailureJson(Word.of(failure.level), Word.of(failure.stage), failure.place, failure.message,
                    failure.occurredAt);
        }
    }

    @Schema(name = "File", description = "A file of the watched folder that was refused or is gone")
    record FileJson(String name, String state, @Schema(nullable = true) LocalDate edition, Instant notedAt,
            List<PaperJson.DiagnosticJson> diagnostics) {

        static FileJson of(DigestFile file) {
            return new FileJson(file.name, Word.of(file.state), file.editionDate, file.notedAt,
                    file.diagnostics.stream().map(PaperJson.DiagnosticJson::of).toList());
        }
    }
}
