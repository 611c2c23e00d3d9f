package sulan.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import sulan.archive.Archive;
import sulan.archive.Archive.Listed;
import sulan.archive.DayList;
import sulan.archive.Failure;
import sulan.archive.SavedList;
import sulan.digest.Diagnostic;
import sulan.intake.OpenRun.Outcome;
import sulan.source.huggingface.DailyList;

/**
 * Writes what becomes of a day's list: what it brings, what is known of it, and what there is to tell, all in one transaction.
 * A portal that is killed therefore never holds one without the other.
 */
@ApplicationScoped
class ListRecorder {

    private final Archive archive;
    private final Clock clock;

    ListRecorder(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /** What is known of a list before and after an answer. */
    private record Known(int missing, List<Diagnostic> diagnostics) {

        static Known of(LocalDate date) {
            return DayList.<DayList> findByIdOptional(date).map(list -> new Known(list.missing, list.diagnostics))
                    .orElse(new Known(0, List.of()));
        }
    }

    /**
     * Records a list as it is now. What is wrong with it is told once, not at each look that finds the same.
     *
     * @param settled whether no more papers are waited for
     */
    @Transactional
    Outcome record(OpenRun run, LocalDate date, DailyList answer, boolean settled) {
        Known before = Known.of(date);
        Listed listed = archive.list(date, answer.papers(), answer.diagnostics(), leftOut(answer), true, settled);
        Known after = Known.of(date);
        List<Diagnostic> errors = errors(after.diagnostics).stream().filter(error -> !before.diagnostics.contains(error))
                .toList();
        errors.forEach(error -> tell(run, date + " ", error));
        noteMissing(run, date.toString(), date, before, after);
        return outcome(listed, answer, errors);
    }

    /** Notes that a list could not be had, with a sentence for people. */
    @Transactional
    void failed(OpenRun run, LocalDate date, String message) {
        archive.listFailed(date, message);
        run.failure(Failure.Level.ERROR, Failure.Stage.FETCH, date.toString(), message);
    }

    /** Records a saved answer. All that is wrong with it is told, because it is read only once. */
    @Transactional
    Outcome recordSaved(OpenRun run, String name, String hash, LocalDate date, DailyList answer) {
        note(name, hash);
        List<Diagnostic> errors = errors(answer.diagnostics());
        errors.forEach(error -> tell(run, name, error));
        if (answer.papers().isEmpty() && leftOut(answer) == 0 && !errors.isEmpty()) {
            // not a list at all: nothing is known of the date by it
            return Outcome.REFUSED;
        }
        Known before = Known.of(date);
        Listed listed = archive.list(date, answer.papers(), answer.diagnostics(), leftOut(answer), false, true);
        noteMissing(run, name, date, before, Known.of(date));
        return outcome(listed, answer, errors);
    }

    /** Refuses a file with saved answers as a whole, for good. */
    @Transactional
    void refuse(OpenRun run, String name, String hash, String message) {
        note(name, hash);
        run.failure(Failure.Level.ERROR, Failure.Stage.READ, name, message);
    }

    private static List<Diagnostic> errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR).toList();
    }

    private static int leftOut(DailyList answer) {
        return (int) errors(answer.diagnostics()).stream().mapToInt(Diagnostic::paper).filter(entry -> entry > 0).distinct()
                .count();
    }

    private static Outcome outcome(Listed listed, DailyList answer, List<Diagnostic> errors) {
        if (listed.added() + listed.changed() > 0) {
            return Outcome.RECORDED;
        }
        return answer.papers().isEmpty() && !errors.isEmpty() ? Outcome.REFUSED : Outcome.UNCHANGED;
    }

    private static void tell(OpenRun run, String place, Diagnostic error) {
        run.failure(Failure.Level.ERROR, Failure.Stage.READ, error.paper() == 0 ? place.strip() : place + "#" + error.paper(),
                error.message());
    }

    private static void noteMissing(OpenRun run, String place, LocalDate date, Known before, Known after) {
        if (after.missing > 0 && after.missing != before.missing) {
            run.failure(Failure.Level.NOTE, Failure.Stage.FETCH, place,
                    date + " 的列表比先前少 " + after.missing + " 篇；已收录的论文都保留。");
        }
    }

    private void note(String name, String hash) {
        SavedList saved = SavedList.<SavedList> findByIdOptional(name).orElseGet(SavedList::new);
        saved.name = name;
        saved.contentHash = hash;
        saved.notedAt = clock.instant();
        saved.persist();
    }
}
