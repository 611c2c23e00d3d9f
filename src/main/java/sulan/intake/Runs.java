package sulan.intake;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Run;

/** Opens runs, one at a time in each lane. */
@ApplicationScoped
public class Runs {

    private static final Logger LOG = Logger.getLogger(Runs.class);

    private final Clock clock;
    /** The truth about which runs are open; the database also holds those that a killed process left behind. */
    private final Map<Run.Lane, Optional<OpenRun>> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    Runs(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a run, to be closed by the caller.
     *
     * @param source what it reads from, for people
     * @param total how many items it found
     * @throws RunInProgressException if another run of the same lane is open; nothing has happened then
     */
    OpenRun open(Run.Kind kind, String source, int total) throws RunInProgressException {
        // empty until it is written
        if (open.putIfAbsent(kind.lane(), Optional.empty()) != null) {
            throw new RunInProgressException();
        }
        try {
            OpenRun opened = QuarkusTransaction.requiringNew().call(() -> {
                markInterrupted(kind.lane());
                Run run = new Run();
                run.kind = kind;
                run.source = source;
                run.status = Run.Status.RUNNING;
                run.startedAt = clock.instant();
                run.total = total;
                run.persist();
                LOG.infof("%s of %d items begins", kind, total);
                return new OpenRun(run, clock, () -> ended(kind.lane()));
            });
            open.put(kind.lane(), Optional.of(opened));
            return opened;
        } catch (RuntimeException | Error e) {
            open.remove(kind.lane());
            throw e;
        }
    }

    private void ended(Run.Lane lane) {
        open.remove(lane);
        count.incrementAndGet();
    }

    /**
     * Asks an open run to end after the item that it is at.
     *
     * @return whether there is such a run
     */
    public boolean cancel(long id) {
        Optional<OpenRun> run = open.values().stream().flatMap(Optional::stream).filter(one -> one.id() == id).findFirst();
        run.ifPresent(OpenRun::cancel);
        return run.isPresent();
    }

    /** How many runs have ended since the start; a higher number means that something may have come in. */
    int ended() {
        return count.get();
    }

    /** Marks the runs that a killed process left open. To be called before the first run is opened. */
    @Transactional
    void interruptLeftOver() {
        for (Run.Lane lane : Run.Lane.values()) {
            markInterrupted(lane);
        }
    }

    private void markInterrupted(Run.Lane lane) {
        for (Run run : Run.open()) {
            if (run.kind.lane() != lane) {
                continue;
            }
            LOG.warnf("Run %d was interrupted after %d of %d items; its work is taken up again", run.id,
                    run.recorded + run.unchanged + run.refused, run.total);
            run.status = Run.Status.INTERRUPTED;
            run.endedAt = clock.instant();
        }
    }
}
