package sulan.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.intake.OpenRun.Outcome;
import sulan.source.huggingface.DailyList;
import sulan.source.huggingface.DailyPapers;
import sulan.source.huggingface.HuggingFaceException;

/** Asks Hugging Face for the lists of some days, one after the other, as a run. To be used once, by one thread. */
final class ListRun {

    private static final Logger LOG = Logger.getLogger(ListRun.class);
    /** Against a service that only ever puts off. */
    private static final int MOST_WAITS = 3;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final OpenRun run;
    private final DailyPapers source;
    private final ListRecorder recorder;
    private final Clock clock;
    private final Duration settledAfter;
    private final Patience patience;
    private final CountDownLatch stopping;
    private int inVain;
    private int waits;
    private int failed;
    private String firstReason;
    private Instant retryAt;

    /**
     * How much is put up with.
     *
     * @param failures so many days in a row that cannot be had end the run
     * @param pause how long a pause that Hugging Face asks for may be; a longer one ends the run
     */
    record Patience(int failures, Duration pause) {
    }

    /** @param stopping counted down when the portal stops */
    ListRun(OpenRun run, DailyPapers source, ListRecorder recorder, Clock clock, Duration settledAfter, Patience patience,
            CountDownLatch stopping) {
        this.run = run;
        this.source = source;
        this.recorder = recorder;
        this.clock = clock;
        this.settledAfter = settledAfter;
        this.patience = patience;
        this.stopping = stopping;
    }

    /** Goes through the days, unless the portal stops, the run is cancelled, or patience ends; the caller closes the run. */
    void conduct(List<LocalDate> dates) {
        boolean goesOn = true;
        for (LocalDate date : dates) {
            if (isToEnd()) {
                break;
            }
            goesOn = fetch(date);
            while (goesOn && retryAt != null && !isToEnd()) {
                retryAt = null;
                goesOn = fetch(date);
            }
            if (!goesOn) {
                break;
            }
        }
        if (failed > 0) {
            LOG.warnf("%d of %d lists could not be had; the first: %s", failed, dates.size(), firstReason);
        }
        if (!isToEnd()) {
            run.complete();
        }
    }

    /** Before when Hugging Face does not want to be asked again; {@code null} if it did not say so. */
    Instant retryAt() {
        return retryAt;
    }

    private boolean isToEnd() {
        if (stopping.getCount() == 0) {
            run.interrupt();
            return true;
        }
        return run.isCancelled();
    }

    /** @return whether the run goes on: with the same day if there is a {@link #retryAt}, which has passed then */
    private boolean fetch(LocalDate date) {
        try {
            DailyList list = source.fetch(date);
            Instant settles = date.atStartOfDay(ZoneOffset.UTC).toInstant().plus(settledAfter);
            run.count(recorder.record(run, date, list, !clock.instant().isBefore(settles)));
            inVain = 0;
            waits = 0;
            return true;
        } catch (HuggingFaceException e) {
            return e.retryAt() == null ? fail(date, e) : putOff(date, e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The list of %s could not be recorded", date);
            run.failure(Level.ERROR, Stage.RECORD, date.toString(), "写入存档时出错，这一天的列表没有写入；稍后会再试，详情见服务器日志。");
            run.count(Outcome.REFUSED);
            return true;
        }
    }

    private boolean fail(LocalDate date, HuggingFaceException e) {
        LOG.debugf(e, "The list of %s could not be had", date);
        note(date, e);
        recorder.failed(run, date, e.readerMessage());
        return ++inVain < patience.failures;
    }

    /** Nothing is wrong with the day itself. */
    private boolean putOff(LocalDate date, HuggingFaceException e) {
        retryAt = e.retryAt();
        if (waits++ < MOST_WAITS && !retryAt.isAfter(clock.instant().plus(patience.pause))) {
            LOG.infof("%s; %s is tried again at %s", e.getMessage(), date, retryAt);
            return awaitRetry();
        }
        note(date, e);
        run.failure(Level.ERROR, Stage.FETCH, date.toString(), e.readerMessage());
        return false;
    }

    private void note(LocalDate date, HuggingFaceException e) {
        failed++;
        firstReason = firstReason == null ? date + ": " + e.getMessage() : firstReason;
        run.count(Outcome.REFUSED);
    }

    /** @return whether it has come; {@code false} if the thread is interrupted */
    private boolean awaitRetry() {
        try {
            while (clock.instant().isBefore(retryAt) && !isToEnd()) {
                stopping.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.interrupt();
            return false;
        }
    }
}
