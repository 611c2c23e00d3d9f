package sulan.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.archive.Run;
import sulan.archive.SavedList;
import sulan.intake.OpenRun.Outcome;
import sulan.intake.WatchedFolder.Fingerprint;
import sulan.intake.WatchedFolder.Snapshot;
import sulan.source.huggingface.SavedAnswer;

/**
 * Keeps the archive in step with a folder of answers of Hugging Face that someone saved. The name of each file begins with the
 * date of its list, such as {@code 2025-01-22.json} or {@code 2025-01-22T06-15Z.json}, whatever sub-folder it is in; those of
 * one date are read in the order of their names. The archive knows which were read, so that a start after any stop, or a kill,
 * only reads the rest. To be used by one thread at a time.
 */
final class SavedAnswers {

    private static final Logger LOG = Logger.getLogger(SavedAnswers.class);
    private static final int LENGTH_OF_DATE = 10;

    private final WatchedFolder folder;
    private final ListRecorder recorder;
    private final Runs runs;
    private final Clock clock;
    private final Map<String, Fingerprint> examined = new HashMap<>();
    private Snapshot previous;
    private boolean unavailable;
    private volatile boolean stopping;
    private volatile boolean loaded;

    SavedAnswers(WatchedFolder folder, ListRecorder recorder, Runs runs, Clock clock) {
        this.folder = folder;
        this.recorder = recorder;
        this.runs = runs;
        this.clock = clock;
    }

    /** Whether all that was there at the first look was read, or there was no folder to look at. */
    boolean isLoaded() {
        return loaded;
    }

    /** Lets the file that is going in finish, and no other one begin. */
    void stop() {
        stopping = true;
    }

    /**
     * Looks at the folder once and reads what is new or has changed. The run that it takes is opened only then.
     *
     * @throws RunInProgressException if another run is open; the next look finds the same work
     */
    void poll() throws RunInProgressException {
        Snapshot now;
        try {
            now = folder.snapshot();
        } catch (IOException e) {
            reportUnavailable(e);
            loaded = true;
            return;
        }
        unavailable = false;
        List<String> names = toBeRead(now);
        if (!names.isEmpty()) {
            read(names, now);
        }
        previous = now;
        loaded |= !stopping;
    }

    /** Once for each time that it goes away, not at each look. */
    private void reportUnavailable(IOException e) throws RunInProgressException {
        if (unavailable) {
            return;
        }
        LOG.errorf(e, "The folder of saved answers cannot be read; it is tried again at each look");
        try (OpenRun run = runs.open(Run.Kind.DUMPS, folder.name(), 0)) {
            run.failure(Level.ERROR, Stage.FETCH, folder.name(),
                    "文件夹无法读取。请检查 sulan.huggingface.dumps 指向的是文件夹，并且有读取权限；恢复后会自动读取，已存入的内容不受影响。");
        }
        unavailable = true;
    }

    /** Contents are only hashed when size or time of their files have changed. */
    private List<String> toBeRead(Snapshot now) {
        List<String> names = new ArrayList<>();
        Map<String, String> known = null;
        for (Map.Entry<String, Fingerprint> file : now.files().entrySet()) {
            String name = file.getKey();
            if (file.getValue().equals(examined.get(name)) || !now.isAtRest(name, previous, clock.instant())) {
                continue;
            }
            known = known == null ? known() : known;
            if (known.containsKey(name) && known.get(name).equals(hash(name))) {
                examined.put(name, file.getValue());
            } else {
                names.add(name);
            }
        }
        names.sort(Comparator.comparing(SavedAnswers::lastPart).thenComparing(Comparator.naturalOrder()));
        return names;
    }

    /** The hashes of the files that were read, by name. */
    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        QuarkusTransaction.joiningExisting().run(() -> SavedList.<SavedList> listAll()
                .forEach(file -> known.put(file.name, file.contentHash)));
        return known;
    }

    private String hash(String name) {
        try {
            return folder.read(name).hash();
        } catch (IOException e) {
            // reading it will fail again, and say so
            return null;
        }
    }

    private void read(List<String> names, Snapshot now) throws RunInProgressException {
        try (OpenRun run = runs.open(Run.Kind.DUMPS, folder.name(), names.size())) {
            for (String name : names) {
                if (stopping) {
                    run.interrupt();
                    return;
                }
                if (run.isCancelled()) {
                    // the rest waits for the next start, or a change
                    names.forEach(rest -> examined.put(rest, now.files().get(rest)));
                    return;
                }
                read(run, name, now.files().get(name));
            }
            run.complete();
        }
    }

    private void read(OpenRun run, String name, Fingerprint seen) {
        try {
            FileContent content = folder.read(name);
            if (!folder.fingerprint(name).equals(seen)) {
                return; // it is being written again: the next looks see to it
            }
            run.count(record(run, name, content));
        } catch (IOException e) {
            LOG.errorf(e, "%s cannot be read", name);
            fail(run, Stage.FETCH, name, "文件无法读取，请检查权限和存储；下次启动或文件改动后重试。");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.errorf(e, "%s could not be recorded", name);
            fail(run, Stage.RECORD, name, "写入存档时出错，这个文件没有导入；下次启动或文件改动后重试，详情见服务器日志。");
        }
        examined.put(name, seen);
    }

    private Outcome record(OpenRun run, String name, FileContent content) {
        LocalDate date = date(name);
        if (date == null || content.bytes() == null) {
            recorder.refuse(run, name, content.hash(), date == null ? "文件名不以日期（如 2025-01-22）开头，不知道是哪一天的列表，没有读取。请改名。"
                    : "文件超过 " + (WatchedFolder.MAX_SIZE >> 20) + " MB，不会是一天的列表，没有读取。");
            return Outcome.REFUSED;
        }
        return recorder.recordSaved(run, name, content.hash(), date, SavedAnswer.read(content.bytes()));
    }

    private static void fail(OpenRun run, Stage stage, String name, String message) {
        run.failure(Level.ERROR, stage, name, message);
        run.count(Outcome.REFUSED);
    }

    /** {@code null} if its name does not begin with one. */
    private static LocalDate date(String name) {
        String file = lastPart(name);
        try {
            return LocalDate.parse(file.substring(0, Math.min(LENGTH_OF_DATE, file.length())));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
