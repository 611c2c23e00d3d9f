package sulan.intake;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.jboss.logging.Logger;

import sulan.archive.DigestFile.State;
import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.archive.Run;
import sulan.digest.DigestReader.Reading;
import sulan.intake.FolderWatch.Plan;
import sulan.intake.WatchedFolder.Fingerprint;
import sulan.intake.WatchedFolder.Snapshot;

/**
 * Keeps the archive in step with the folder of digests. What the archive knows of each file decides whether there is anything
 * to be done, so that a start after any stop, or a kill, only finishes what is missing. To be used by one thread at a time.
 */
final class FolderImport {

    private static final Logger LOG = Logger.getLogger(FolderImport.class);
    /** So many files that are gone get a note each; more of them get one together. */
    private static final int NOTES = 20;

    private final WatchedFolder folder;
    private final FolderWatch watch;
    private final ContentReader reader;
    private final FileRecorder recorder;
    private final Runs runs;
    private boolean unavailable;
    private volatile boolean stopping;

    FolderImport(WatchedFolder folder, ContentReader reader, FileRecorder recorder, Runs runs, Clock clock) {
        this.folder = folder;
        this.watch = new FolderWatch(folder, clock);
        this.reader = reader;
        this.recorder = recorder;
        this.runs = runs;
    }

    /** What a look at the folder came to. */
    enum Poll {
        /** Whatever is in the folder is in the archive, or was refused. */
        DONE,
        /** Something is still being written, or waits for another try. */
        WAITING,
        /** The folder is not there or cannot be read. */
        UNAVAILABLE
    }

    /**
     * Looks at the folder once and does what is to be done. The run that it takes is opened only then.
     *
     * @throws RunInProgressException if another run is open; the next look finds the same work
     */
    Poll poll() throws RunInProgressException {
        Plan plan;
        try {
            plan = watch.look();
        } catch (IOException e) {
            reportUnavailable(e);
            return Poll.UNAVAILABLE;
        }
        if (unavailable) {
            unavailable = false;
            LOG.info("The folder of digests is back");
        }
        if (!plan.isEmpty()) {
            carryOut(plan);
        }
        return plan.waiting() || stopping ? Poll.WAITING : Poll.DONE;
    }

    /** Lets the file that is going in finish, and no other one begin. */
    void stop() {
        stopping = true;
    }

    /** Once for each time that it goes away, not at each look. */
    private void reportUnavailable(IOException e) throws RunInProgressException {
        if (unavailable) {
            return;
        }
        LOG.errorf(e, "The folder of digests cannot be read; it is tried again at each look");
        try (OpenRun run = runs.open(Run.Kind.IMPORT, folder.name(), 0)) {
            run.failure(Level.ERROR, Stage.FETCH, folder.name(), e instanceof NoSuchFileException
                    ? "文件夹不存在。请检查 sulan.digests 的设置；文件夹出现后会自动导入，已存入的内容不受影响。"
                    : "文件夹无法读取。请检查 sulan.digests 指向的是文件夹，并且有读取权限；恢复后会自动导入，已存入的内容不受影响。");
        }
        unavailable = true;
    }

    private void carryOut(Plan plan) throws RunInProgressException {
        try (OpenRun run = runs.open(Run.Kind.IMPORT, folder.name(), plan.read().size())) {
            plan.unreadable().forEach(place -> run.failure(Level.ERROR, Stage.FETCH, place, "无法读取，其中的文件没有导入。请检查权限；恢复后会自动导入。"));
            for (String name : plan.read()) {
                if (stopping) {
                    run.interrupt();
                    return;
                }
                importFile(run, name, plan.now());
            }
            noteGone(run, plan);
            run.complete();
        }
    }

    private void importFile(OpenRun run, String name, Snapshot now) {
        Fingerprint seen = now.files().get(name);
        try {
            FileContent content = folder.read(name);
            if (!folder.fingerprint(name).equals(seen)) {
                return; // it is being written again: the next looks see to it
            }
            Reading reading = reader.read(content, name);
            run.count(recorder.record(run, name, content.hash(), reading, other -> !now.lacks(other)));
            watch.examined(name, seen);
        } catch (NoSuchFileException e) {
            LOG.debugf("%s has gone since it was seen", name);
        } catch (IOException e) {
            LOG.errorf(e, "%s cannot be read; it is tried again later", name);
            fail(run, Stage.FETCH, name, seen, "文件无法读取。请检查权限和存储；稍后自动重试。");
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "%s could not be recorded; it is tried again later", name);
            fail(run, Stage.RECORD, name, seen, "写入存档时出错，这个文件没有导入；稍后自动重试，详情见服务器日志。");
        }
    }

    private void fail(OpenRun run, Stage stage, String name, Fingerprint seen, String message) {
        watch.retry(name, seen);
        run.failure(Level.ERROR, stage, name, message);
        run.count(OpenRun.Outcome.REFUSED);
    }

    /** A file that is there again under another name, with what it brought, was renamed; the others were removed. */
    private void noteGone(OpenRun run, Plan plan) {
        if (plan.gone().isEmpty()) {
            return;
        }
        Map<String, List<KnownFile>> present = KnownFile.all().values().stream()
                .filter(file -> file.state() == State.RECORDED && !plan.now().lacks(file.name()))
                .collect(groupingBy(KnownFile::contentHash));
        SortedMap<String, String> renamed = new TreeMap<>();
        SortedSet<String> removed = new TreeSet<>();
        for (KnownFile gone : plan.gone()) {
            watch.forget(gone.name());
            present.getOrDefault(gone.contentHash(), List.of()).stream()
                    .filter(file -> file.editionDate().equals(gone.editionDate())).findFirst()
                    .ifPresentOrElse(file -> renamed.put(gone.name(), file.name()), () -> removed.add(gone.name()));
        }
        recorder.gone(renamed.keySet(), removed);
        note(run, renamed.keySet(), name -> "文件已改名为 " + renamed.get(name) + "，内容没有变化。", "个文件已改名，内容没有变化。");
        note(run, removed, name -> "文件已不在文件夹中；它带来的内容仍然保留。", "个文件已不在文件夹中；它们带来的内容仍然保留。");
    }

    private static void note(OpenRun run, Collection<String> names, Function<String, String> message, String together) {
        if (names.size() <= NOTES) {
            names.forEach(name -> run.failure(Level.NOTE, Stage.FETCH, name, message.apply(name)));
        } else {
            run.failure(Level.NOTE, Stage.FETCH, names.iterator().next() + " …", names.size() + " " + together);
        }
    }
}
