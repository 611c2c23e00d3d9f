package sulan.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.archive.Revision;
import sulan.archive.Run;
import sulan.intake.ExportFolder.Result;
import sulan.intake.OpenRun.Outcome;

/**
 * Writes editions as digests. If the setting {@code sulan.export} names a folder, each complete edition is kept there as a
 * file that holds the same as {@code /days/2023-09-20.md}: written when the edition gets complete and again after each change.
 * The archive's revision and the files decide what is to be done; there is no other state, so that nothing is missed.
 */
@ApplicationScoped
public class Export {

    private static final Logger LOG = Logger.getLogger(Export.class);

    private final Intake intake;
    private final Runs runs;
    private final Clock clock;
    /** {@code null} if none is set. */
    private final ExportFolder folder;
    private final boolean isWatched;

    /** Complete editions that the folder has as they were at the revision that was seen last. */
    private final Set<LocalDate> inStep = new TreeSet<>();
    private long seen = -1;
    private int failures;
    private Instant notBefore = Instant.MIN;
    private boolean stopped;

    Export(ExportConfig config, Intake intake, Runs runs, Clock clock) {
        this.intake = intake;
        this.runs = runs;
        this.clock = clock;
        this.folder = config.export().map(ExportFolder::new).orElse(null);
        this.isWatched = folder != null && config.digests().map(folder::isSame).orElse(false);
    }

    /** Whether there is a folder to write to. */
    public boolean isOn() {
        return folder != null;
    }

    /** Lets what is being written finish. */
    synchronized void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    @Scheduled(every = "{sulan.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        try {
            if (folder != null && intake.isLoaded()) {
                catchUp();
            }
        } catch (RunInProgressException e) {
            LOG.debug("Another run is in progress; digests are written after it");
        } catch (RuntimeException e) {
            LOG.error("Digests could not be written; that is tried again", e);
        }
    }

    /** Writes the complete editions whose files do not hold what they should. Does nothing if there are none. */
    synchronized void catchUp() throws RunInProgressException {
        if (folder == null || stopped || clock.instant().isBefore(notBefore)) {
            return;
        }
        long revision = QuarkusTransaction.requiringNew().call(Revision::current).number();
        if (revision == seen && failures == 0) {
            return;
        }
        Set<LocalDate> complete = ExportedDigest.complete();
        inStep.retainAll(complete);
        inStep.removeAll(ExportedDigest.changedSince(seen));
        List<LocalDate> toCompare = complete.stream().filter(date -> !inStep.contains(date)).toList();
        List<LocalDate> toWrite = toCompare.stream().filter(this::differs).toList();
        if (toWrite.isEmpty() || write(toWrite)) {
            inStep.addAll(toCompare);
        }
        seen = revision;
    }

    private boolean differs(LocalDate date) {
        ExportedDigest digest = ExportedDigest.of(date);
        try {
            Result result = isForeign(date, digest) ? Result.FOREIGN : folder.compare(digest.file(), digest.text());
            if (result == Result.FOREIGN) {
                LOG.infof("%s is not written: the folder has the edition from somebody else", digest.file());
            }
            return result == Result.WRITTEN;
        } catch (IOException e) {
            LOG.debugf(e, "%s cannot be read; the attempt to write it will tell", digest.file());
            return true;
        }
    }

    /** A second file of the same date would only be refused when it is read. */
    private boolean isForeign(LocalDate date, ExportedDigest digest) {
        return isWatched && ExportedDigest.isFromAnotherFile(date, digest.file());
    }

    /**
     * Writes all editions to the folder, complete or not, in a run whose items they are; returns when it has ended.
     *
     * @throws IllegalStateException if no folder is set
     * @throws RunInProgressException if another run of its lane is open; nothing has happened then
     */
    public synchronized void exportAll() throws RunInProgressException {
        if (folder == null) {
            throw new IllegalStateException("sulan.export is not set");
        }
        write(ExportedDigest.dates());
    }

    /** @return whether all went well */
    private boolean write(Collection<LocalDate> dates) throws RunInProgressException {
        int failed = 0;
        boolean cancelled;
        try (OpenRun run = runs.open(Run.Kind.EXPORT, folder.name(), dates.size())) {
            for (LocalDate date : dates) {
                if (run.isCancelled()) {
                    break;
                }
                failed += write(run, date) ? 0 : 1;
            }
            cancelled = run.isCancelled();
            if (!cancelled) {
                run.complete();
            }
        }
        failures = failed == 0 && !cancelled ? 0 : failures + 1;
        notBefore = failures == 0 ? Instant.MIN : clock.instant().plus(GrowingPause.after(failures));
        return failures == 0;
    }

    /** @return whether the file is as it should be, or is not ours */
    private boolean write(OpenRun run, LocalDate date) {
        ExportedDigest digest = ExportedDigest.of(date);
        try {
            Result result = isForeign(date, digest) ? Result.FOREIGN : folder.write(digest.file(), digest.text());
            if (result == Result.FOREIGN) {
                run.failure(Level.NOTE, Stage.RECORD, digest.file(), "文件夹里已有这一天的文件，不是本站写出的，没有覆盖它。");
            }
            run.count(result == Result.WRITTEN ? Outcome.RECORDED : Outcome.UNCHANGED);
            return true;
        } catch (IOException e) {
            LOG.errorf(e, "%s could not be written", digest.file());
            run.failure(Level.ERROR, Stage.RECORD, digest.file(),
                    "速览文件没有写出。请检查 sulan.export 指向的文件夹是否可写、空间是否足够；稍后自动重试。");
            run.count(Outcome.REFUSED);
            return false;
        }
    }

    /**
     * Writes all editions into a zip archive, each as {@link #exportAll} writes it. The demo's are not among them.
     *
     * @param out not closed here
     * @throws IOException if that cannot be written to
     */
    public void zip(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (LocalDate date : ExportedDigest.dates()) {
            ExportedDigest digest = ExportedDigest.of(date);
            zip.putNextEntry(new ZipEntry(digest.file()));
            zip.write(digest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }
}
