package sulan.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import sulan.archive.Archive;
import sulan.archive.DigestFile;
import sulan.archive.DigestFile.State;
import sulan.archive.Failure;
import sulan.digest.Diagnostic;
import sulan.digest.DigestReader.Reading;
import sulan.intake.OpenRun.Outcome;

/**
 * Writes what becomes of a file: the edition it brings, its own row and its failures, all in one transaction. A portal that is
 * killed therefore never holds one without the other.
 */
@ApplicationScoped
class FileRecorder {

    private final Archive archive;
    private final Clock clock;

    FileRecorder(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * Records a file that was read, or refuses it: whole, either way.
     *
     * @param present whether a file of this name is in the folder; of two files with one date the first one holds it as long
     *        as it is there
     */
    @Transactional
    Outcome record(OpenRun run, String name, String hash, Reading reading, Predicate<String> present) {
        if (reading.digest() == null) {
            return refuse(run, name, hash, null, reading.diagnostics(), Failure.Stage.READ);
        }
        LocalDate date = reading.digest().date();
        DigestFile holder = holder(name, hash, date, present);
        if (holder != null) {
            String message = "日期 " + date + " 已由文件 " + holder.name + " 提供，本文件没有导入。请只保留其中一个，或改正日期。";
            return refuse(run, name, hash, date, List.of(new Diagnostic(Diagnostic.Level.ERROR, 0, 0, message)),
                    Failure.Stage.RECORD);
        }
        boolean changed = archive.record(reading.digest(), reading.diagnostics(), hash);
        DigestFile file = file(name);
        if (file.state == State.RECORDED && !date.equals(file.editionDate)) {
            run.failure(Failure.Level.WARNING, Failure.Stage.RECORD, name, "这个文件原是 " + file.editionDate + " 的速览，现在是 " + date
                    + " 的；" + file.editionDate + " 已存入的内容仍然保留。");
        }
        note(file, State.RECORDED, hash, date, reading.diagnostics());
        return changed ? Outcome.RECORDED : Outcome.UNCHANGED;
    }

    /**
     * Notes that files are no longer in the folder.
     *
     * @param renamed those that are there under another name, which has a row of its own
     * @param removed those that are not; what they brought stays
     */
    @Transactional
    void gone(Collection<String> renamed, Collection<String> removed) {
        // a method reference would miss the method that Panache puts into the entity
        renamed.forEach(name -> DigestFile.deleteById(name));
        removed.forEach(name -> {
            DigestFile file = file(name);
            note(file, State.REMOVED, file.contentHash, file.editionDate, List.of());
        });
    }

    /** The other file that brought the date before and is still there with other content; {@code null} if there is none. */
    private static DigestFile holder(String name, String hash, LocalDate date, Predicate<String> present) {
        return DigestFile.<DigestFile> list("editionDate = ?1 and state = ?2 and name <> ?3", date, State.RECORDED, name)
                .stream()
                .filter(other -> !other.contentHash.equals(hash) && present.test(other.name))
                .findFirst().orElse(null);
    }

    private Outcome refuse(OpenRun run, String name, String hash, LocalDate date, List<Diagnostic> diagnostics,
            Failure.Stage stage) {
        note(file(name), State.REFUSED, hash, date, diagnostics);
        diagnostics.stream().filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                .forEach(error -> run.failure(Failure.Level.ERROR, stage,
                        error.line() == 0 ? name : name + ":" + error.line(), error.message()));
        return Outcome.REFUSED;
    }

    private static DigestFile file(String name) {
        return DigestFile.<DigestFile> findByIdOptional(name).orElseGet(() -> {
            DigestFile file = new DigestFile();
            file.name = name;
            return file;
        });
    }

    private void note(DigestFile file, State state, String hash, LocalDate date, List<Diagnostic> diagnostics) {
        file.state = state;
        file.contentHash = hash;
        file.editionDate = date;
        file.diagnostics = diagnostics;
        file.notedAt = clock.instant();
        file.persist();
    }
}
