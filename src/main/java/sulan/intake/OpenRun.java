package sulan.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Failure;
import sulan.archive.Run;

/**
 * A run that is going on: counts what becomes of its items, keeps its row in the archive up to date in short transactions of
 * its own, and computes its status when it is closed. Its items may be dealt with by several threads.
 */
final class OpenRun implements AutoCloseable {

    /** What became of an item. */
    enum Outcome {
        /** It went in, new or changed. */
        RECORDED,
        /** It was in already. */
        UNCHANGED,
        /** It did not go in. */
        REFUSED
    }

    private static final Logger LOG = Logger.getLogger(OpenRun.class);
    /** Often enough for someone who reloads the status page. */
    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);
    private static final Duration LOG_EVERY = Duration.ofSeconds(5);

    private final Long id;
    private final Run.Kind kind;
    private final int total;
    private final Clock clock;
    private final Runnable atClose;
    private final Instant startedAt;

    private int recorded;
    private int unchanged;
    private int refused;
    private volatile boolean interrupted;
    private volatile boolean cancelled;
    private volatile boolean complete;
    private Instant savedAt;
    private Instant loggedAt;

    /** @param atClose what is to be done when the run is closed, however that goes */
    OpenRun(Run run, Clock clock, Runnable atClose) {
        this.id = run.id;
        this.kind = run.kind;
        this.total = run.total;
        this.clock = clock;
        this.atClose = atClose;
        this.startedAt = run.startedAt;
        this.savedAt = startedAt;
        this.loggedAt = startedAt;
    }

    /** The run's number. */
    long id() {
        return id;
    }

    /** Counts an item. */
    void count(Outcome outcome) {
        count(outcome, 1);
    }

    /** Counts so many items. */
    synchronized void count(Outcome outcome, int items) {
        switch (outcome) {
            case RECORDED -> recorded += items;
            case UNCHANGED -> unchanged += items;
            case REFUSED -> refused += items;
        }
        Instant now = clock.instant();
        if (!now.isBefore(savedAt.plus(SAVE_EVERY))) {
            savedAt = now;
            save(Run.Status.RUNNING, null);
        }
        if (!now.isBefore(loggedAt.plus(LOG_EVERY))) {
            loggedAt = now;
            LOG.infof("%s", progress());
        }
    }

    /**
     * Notes something that went wrong, within the caller's transaction if there is one.
     *
     * @param place where: a file's name with line, or the like
     * @param message one sentence for people, in Chinese
     */
    void failure(Failure.Level level, Failure.Stage stage, String place, String message) {
        QuarkusTransaction.joiningExisting().run(() -> {
            Failure failure = new Failure();
            failure.run = Run.getEntityManager().getReference(Run.class, id);
            failure.level = level;
            failure.stage = stage;
            failure.place = place;
            failure.message = message;
            failure.occurredAt = clock.instant();
            failure.persist();
        });
    }

    /** Asks it to end after the item that it is at. */
    void cancel() {
        cancelled = true;
    }

    /** Whether it was asked to end; whoever conducts it looks between two items, and does not {@link #complete} it then. */
    boolean isCancelled() {
        return cancelled;
    }

    /** Says that the portal stops before the run has ended. */
    void interrupt() {
        interrupted = true;
    }

    /** Says that the run did what it was to do; one that is closed without this, or an interruption, has broken off. */
    void complete() {
        complete = true;
    }

    @Override
    public synchronized void close() {
        try {
            long errors = QuarkusTransaction.requiringNew()
                    .call(() -> Failure.count("run.id = ?1 and level = ?2", id, Failure.Level.ERROR));
            Run.Status status = status(errors);
            save(status, clock.instant());
            LOG.infof("%s: %s", progress(), status);
        } finally {
            atClose.run();
        }
    }

    private Run.Status status(long errors) {
        if (interrupted) {
            return Run.Status.INTERRUPTED;
        }
        if (!complete) {
            return cancelled ? Run.Status.CANCELLED : Run.Status.FAILED;
        }
        if (errors == 0 && refused == 0) {
            return Run.Status.SUCCEEDED;
        }
        return recorded + unchanged > 0 ? Run.Status.PARTLY_FAILED : Run.Status.FAILED;
    }

    private void save(Run.Status status, Instant endedAt) {
        QuarkusTransaction.requiringNew().run(() -> {
            Run run = Run.findById(id);
            run.status = status;
            run.endedAt = endedAt;
            run.recorded = recorded;
            run.unchanged = unchanged;
            run.refused = refused;
        });
    }

    private String progress() {
        int done = recorded + unchanged + refused;
        double seconds = Math.max(0.001, Duration.between(startedAt, clock.instant()).toMillis() / 1000.0);
        return String.format(Locale.ROOT,
                "%s: %d of %d items after %.1f s (%.1f a second): %d recorded, %d unchanged, %d refused",
                kind, done, total, seconds, done / seconds, recorded, unchanged, refused);
    }
}
