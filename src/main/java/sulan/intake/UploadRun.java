package sulan.intake;

import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import sulan.archive.Archive;
import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.archive.Run;
import sulan.digest.Diagnostic;
import sulan.digest.DigestReader.Reading;
import sulan.intake.OpenRun.Outcome;

/** Brings the digests of an upload into the archive, each in a transaction of its own, as those of the folder. */
@ApplicationScoped
public class UploadRun {

    private static final Logger LOG = Logger.getLogger(UploadRun.class);
    /** So long somebody waits for a few digests, to be shown what became of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Uploads uploads;
    private final ContentReader reader;
    private final FolderClaim claim;
    private final Archive archive;
    private final Runs runs;
    private volatile boolean stopping;
    private volatile Thread worker;

    UploadRun(Uploads uploads, ContentReader reader, FolderClaim claim, Archive archive, Runs runs) {
        this.uploads = uploads;
        this.reader = reader;
        this.claim = claim;
        this.archive = archive;
        this.runs = runs;
    }

    /**
     * Begins to record files of an upload, which waits no longer then. A thread does it; whoever asks waits for it a moment
     * only.
     *
     * @param note notes who does it, given the number of the run, in the transaction that is committed before the first digest
     *        goes in
     * @return the number of the run; {@code null} if the upload was decided on already
     * @throws RunInProgressException if another run is open; the upload goes on waiting
     */
    public Long begin(Upload upload, List<Upload.File> files, LongConsumer note) throws RunInProgressException {
        if (!uploads.take(upload)) {
            return null;
        }
        OpenRun run = null;
        try {
            OpenRun opened = runs.open(Run.Kind.UPLOAD, source(files), files.size());
            run = opened;
            QuarkusTransaction.requiringNew().run(() -> note.accept(opened.id()));
        } catch (RunInProgressException | RuntimeException e) {
            if (run != null) {
                run.close();
            }
            uploads.giveBack(upload);
            throw e;
        }
        start(run, upload, files);
        return run.id();
    }

    private static String source(List<Upload.File> files) {
        return files.get(0).name() + (files.size() == 1 ? "" : " …");
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread last = worker;
        if (last != null) {
            last.join(Duration.ofSeconds(10).toMillis());
        }
    }

    private void start(OpenRun run, Upload upload, List<Upload.File> files) {
        Thread thread = new Thread(() -> carryOut(run, upload, files), "upload");
        worker = thread;
        thread.start();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(OpenRun run, Upload upload, List<Upload.File> files) {
        try (run) {
            for (Upload.File file : files) {
                if (stopping) {
                    run.interrupt();
                    return;
                }
                if (run.isCancelled()) {
                    return;
                }
                run.count(recordOrFail(run, upload, file));
            }
            run.complete();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Run %d of an upload broke off", run.id());
        } finally {
            uploads.discard(upload);
        }
    }

    private Outcome recordOrFail(OpenRun run, Upload upload, Upload.File file) {
        try {
            FileContent content = FileContent.of(uploads.read(upload, file));
            Reading reading = reader.read(content, file.name());
            return QuarkusTransaction.requiringNew().call(() -> record(run, file.name(), content.hash(), reading));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "%s of an upload could not be recorded", file.name());
            run.failure(Level.ERROR, Stage.RECORD, file.name(), "写入存档时出错，这个文件没有导入；请稍后重新上传，详情见服务器日志。");
            return Outcome.REFUSED;
        }
    }

    private Outcome record(OpenRun run, String name, String hash, Reading reading) {
        if (reading.digest() == null) {
            reading.diagnostics().stream().filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                    .forEach(error -> run.failure(Level.ERROR, Stage.READ,
                            error.line() == 0 ? name : name + ":" + error.line(), error.message()));
            return Outcome.REFUSED;
        }
        String claimed = claim.against(reading.digest().date(), hash);
        if (claimed != null) {
            run.failure(Level.ERROR, Stage.RECORD, name, claimed);
            return Outcome.REFUSED;
        }
        boolean changed = archive.record(reading.digest(), reading.diagnostics(), hash);
        return changed ? Outcome.RECORDED : Outcome.UNCHANGED;
    }
}
