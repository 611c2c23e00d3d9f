package sulan.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import sulan.archive.DayList;
import sulan.archive.Run;
import sulan.intake.ListRun.Patience;
import sulan.source.huggingface.DailyPapers;

/**
 * Keeps the archive in step with Hugging Face's daily lists, by asking for them and by reading saved answers. All of it happens
 * in runs, one at a time, on threads of their own.
 */
@ApplicationScoped
public class Lists {

    private static final Logger LOG = Logger.getLogger(Lists.class);

    private static final String SOURCE = "Hugging Face 每日论文";
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofMinutes(1);
    private static final Duration REFRESH_EVERY = Duration.ofDays(1);
    /** Runs that found nothing new are of no interest for longer. */
    private static final Duration IDLE_RUNS = Duration.ofDays(2);
    private static final Duration LAST_WORK = Duration.ofSeconds(10);
    /** The next look comes soon. */
    private static final Patience SHORT = new Patience(3, Duration.ZERO);
    private static final Patience LONG = new Patience(10, Duration.ofHours(1));

    private final ListsConfig config;
    private final DailyPapers source;
    private final ListRecorder recorder;
    private final Runs runs;
    private final Intake intake;
    private final Clock clock;
    private final ManagedExecutor executor;
    /** {@code null} if there are none. */
    private final SavedAnswers saved;

    /** Held while a run is conducted. */
    private final ReentrantLock work = new ReentrantLock();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Instant pausedUntil = Instant.MIN;
    private boolean resumed;
    private volatile Instant nextLook = Instant.MIN;

    Lists(ListsConfig config, DailyPapers source, ListRecorder recorder, Runs runs, Intake intake, Clock clock) {
        this.config = config;
        this.source = source;
        this.recorder = recorder;
        this.runs = runs;
        this.intake = intake;
        this.clock = clock;
        // what a request began is not to end with it
        this.executor = ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING).build();
        this.saved = config.dumps()
                .map(path -> new SavedAnswers(new WatchedFolder(path, ".json"), recorder, runs, clock)).orElse(null);
    }

    /** Whether Hugging Face may be asked at all; if not, each run ends in a failure that says so. */
    public boolean isEnabled() {
        return source.isEnabled();
    }

    /** Whether all saved answers that were there at the start are in the archive. */
    boolean isLoaded() {
        return saved == null || saved.isLoaded();
    }

    /**
     * Looks at the lists of the last days now, and returns at once.
     *
     * @throws RunInProgressException if lists are being fetched or read already
     */
    public void synchronise() throws RunInProgressException {
        List<LocalDate> dates = lastDays();
        inBackground(runs.open(Run.Kind.LISTS, SOURCE, dates.size()), dates, SHORT);
    }

    /**
     * Looks at the list of one day again, settled or not, and returns at once.
     *
     * @throws RunInProgressException if lists are being fetched or read already
     */
    public void fetch(LocalDate date) throws RunInProgressException {
        inBackground(runs.open(Run.Kind.BACKFILL, new Days(date, date).source(), 1), List.of(date), LONG);
    }

    /**
     * Looks at the lists of a range of days, newest first, and returns at once. Days that were looked at after they had settled
     * count as unchanged and are not asked for again, so that the same call goes on with what was broken off; after a stop of
     * the portal the next start does so by itself.
     *
     * @param from the first day
     * @param to the last one
     * @throws IllegalArgumentException if the range ends before it begins, or in the future
     * @throws RunInProgressException if lists are being fetched or read already
     */
    public void backfill(LocalDate from, LocalDate to) throws RunInProgressException {
        if (to.isAfter(today())) {
            throw new IllegalArgumentException(to + " is in the future");
        }
        Days days = new Days(from, to);
        List<LocalDate> dates = days.newestFirst();
        OpenRun run = runs.open(Run.Kind.BACKFILL, days.source(), dates.size());
        Set<LocalDate> settled = QuarkusTransaction.requiringNew().call(() -> DayList.settled(from, to));
        dates.removeAll(settled);
        run.count(OpenRun.Outcome.UNCHANGED, settled.size());
        inBackground(run, dates, LONG);
    }

    private void inBackground(OpenRun run, List<LocalDate> dates, Patience patience) {
        try {
            executor.execute(() -> conduct(run, dates, patience));
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /** Lets the day, or the file, that is going in finish, while there is still a database. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (saved != null) {
            saved.stop();
        }
        // an answer that takes longer is asked for again at the next start
        if (work.tryLock(LAST_WORK.toSeconds(), TimeUnit.SECONDS)) {
            work.unlock();
        }
    }

    @Scheduled(every = "{sulan.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (stopping.getCount() == 0 || clock.instant().isBefore(pausedUntil) || !intake.admitsOthers()) {
            return;
        }
        try {
            if (saved != null) {
                readSaved();
            }
            if (isEnabled()) {
                resumeBackfill();
                lookAtLastDays();
            }
        } catch (RunInProgressException e) {
            LOG.debug("Another run is in progress; the next look goes on");
        } catch (RuntimeException e) {
            pausedUntil = clock.instant().plus(PAUSE_AFTER_ERROR);
            LOG.errorf(e, "The look at the lists broke off; it goes on in %d s", PAUSE_AFTER_ERROR.toSeconds());
        }
    }

    private void readSaved() throws RunInProgressException {
        if (work.tryLock()) {
            try {
                saved.poll();
            } finally {
                work.unlock();
            }
        }
    }

    /** Takes up what the last stop, or a kill, has broken off. */
    private void resumeBackfill() throws RunInProgressException {
        if (!resumed) {
            Optional<Days> days = QuarkusTransaction.requiringNew().call(() -> Run.last(Run.Kind.BACKFILL)
                    .filter(run -> run.status == Run.Status.INTERRUPTED).flatMap(run -> Days.ofSource(run.source)));
            if (days.isPresent()) {
                backfill(days.get().from(), days.get().to());
            }
            resumed = true;
        }
    }

    private void lookAtLastDays() throws RunInProgressException {
        Instant now = clock.instant();
        if (!config.every().isZero() && !now.isBefore(nextLook)) {
            List<LocalDate> dates = lastDays();
            OpenRun run = runs.open(Run.Kind.LISTS, SOURCE, dates.size());
            nextLook = now.plus(config.every());
            conduct(run, dates, SHORT);
        }
    }

    /** Newest first. The older ones only now and then. */
    private List<LocalDate> lastDays() {
        Days refreshed = Days.last(Math.max(config.refreshDays(), config.daysBack()), today());
        List<LocalDate> dates = new ArrayList<>(refreshed.newestFirst());
        List<LocalDate> older = dates.subList(config.daysBack(), dates.size());
        older.removeAll(QuarkusTransaction.requiringNew().call(() -> DayList
                .lookedAtAfter(clock.instant().minus(REFRESH_EVERY), refreshed.from(), refreshed.to())));
        return dates;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void conduct(OpenRun run, List<LocalDate> dates, Patience patience) {
        work.lock();
        try {
            conduct(new ListRun(run, source, recorder, clock, config.settledAfter(), patience, stopping), run, dates);
            QuarkusTransaction.requiringNew().run(() -> Run.forgetIdle(Run.Kind.LISTS, clock.instant().minus(IDLE_RUNS)));
        } catch (RuntimeException e) {
            LOG.error("A run over daily lists broke off", e);
        } finally {
            work.unlock();
        }
    }

    private void conduct(ListRun conducted, OpenRun run, List<LocalDate> dates) {
        try (run) {
            conducted.conduct(dates);
        }
        if (conducted.retryAt() != null && conducted.retryAt().isAfter(nextLook)) {
            nextLook = conducted.retryAt();
        }
    }
}
