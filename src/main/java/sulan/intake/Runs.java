package sulan.intake;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Run;

/** Opens runs, one at a time. */
@ApplicationScoped
class Runs {

    private static final Logger LOG = Logger.getLogger(Runs.class);

    private final Clock clock;
    /** The truth about whether a run is open; the database also holds those that a killed process left behind. */
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicInteger opened = new AtomicInteger();

    Runs(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a run, to be closed by the caller.
     *
     * @param source what it reads from, for people
     * @param total how many items it found
     * @throws RunInProgressException if another run is open; nothing has happened then
     */
    OpenRun open(Run.Kind kind, String source, int total) throws RunInProgressException {
        if (!open.compareAndSet(false, true)) {
            throw new RunInProgressException();
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                markInterrupted();
                Run run = new Run();
                run.kind = kind;
                run.source = source;
                run.status = Run.Status.RUNNING;
                run.startedAt = clock.instant();
                run.total = total;
                run.persist();
                LOG.infof("%s of %d items begins", kind, total);
                opened.incrementAndGet();
                return new OpenRun(run, clock, () -> open.set(false));
            });
        } catch (RuntimeException | Error e) {
            open.set(false);
            throw e;
        }
    }

    /** How many runs were opened since the start; a higher number means that something may have come in. */
    int opened() {
        return opened.get();
    }

    /** Marks the runs that a killed process left open. To be called before the first run is opened. */
    @Transactional
    void interruptLeftOver() {
        markInterrupted();
    }

    private void markInterrupted() {
        List<Run> left = Run.list("status", Run.Status.RUNNING);
        for (Run run : left) {
            LOG.warnf("Run %d was interrupted after %d of %d items; its work is taken up again", run.id,
                    run.recorded + run.unchanged + run.refused, run.total);
            run.status = Run.Status.INTERRUPTED;
            run.endedAt = clock.instant();
        }
    }
}
