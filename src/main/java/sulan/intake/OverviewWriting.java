package sulan.intake;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import sulan.archive.Failure.Stage;
import sulan.archive.Run;
import sulan.source.llm.LanguageModel;

/**
 * Has a language model write overviews: of what Hugging Face listed in the last days by itself, of older days at the operator's
 * wish. Nothing is queued and nothing asked when no model is set. All that is asked for here is done in a run that begins soon
 * after, within the limits of the daily budget.
 */
@ApplicationScoped
public class OverviewWriting {

    private static final Logger LOG = Logger.getLogger(OverviewWriting.class);
    private static final String CANCELLED = "操作者取消了撰写；明天（UTC）自动继续，也可以现在就重试。";

    private final LanguageModel model;
    private final OverviewQueue queue;
    private final PaperWriting writing;
    private final DayOrder order;
    private final Ledger ledger;
    private final Estimates estimates;
    private final WritingConfig config;
    private final Intake intake;
    private final Runs runs;
    private final Clock clock;
    private volatile Pause pause;
    private volatile boolean stopping;

    OverviewWriting(LanguageModel model, OverviewQueue queue, PaperWriting writing, DayOrder order, Ledger ledger,
            Estimates estimates, WritingConfig config, Intake intake, Runs runs, Clock clock) {
        this.model = model;
        this.queue = queue;
        this.writing = writing;
        this.order = order;
        this.ledger = ledger;
        this.estimates = estimates;
        this.config = config;
        this.intake = intake;
        this.runs = runs;
        this.clock = clock;
    }

    /** Which papers of a day an overview is wanted of. */
    public enum Scope {
        /** Those that have none. */
        MISSING,
        /** All; what a model writes supersedes what there was, but an operator's edit stays above it. */
        ALL
    }

    /**
     * What came of a wish.
     *
     * @param papers how many papers are in the queue because of it
     * @param withoutAbstract how many others have no abstract, so that nothing can be written about them
     */
    public record Wanted(int papers, int withoutAbstract) {
    }

    /**
     * The budget of a day.
     *
     * @param limit the most that its calls may cost
     * @param spent what they have cost, or can have cost at the most
     * @param currency of both
     */
    public record Budget(BigDecimal limit, BigDecimal spent, String currency) {
    }

    /** Whether a language model is set. */
    public boolean isOn() {
        return model.isOn();
    }

    /** The name of the model that is asked unless another one is chosen; {@code null} if none is set. */
    public String model() {
        return model.isOn() ? model.name() : null;
    }

    /** Until when nothing is written, for the {@linkplain #pauseReason reason} given; {@code null} if there is no pause. */
    public Instant pausedUntil() {
        Pause now = current();
        return now == null ? null : now.until();
    }

    /** Why nothing is written for now, a sentence for people; {@code null} if there is no pause. */
    public String pauseReason() {
        Pause now = current();
        return now == null ? null : now.reason();
    }

    private Pause current() {
        Pause now = pause;
        return now != null && clock.instant().isBefore(now.until()) ? now : null;
    }

    /** The budget of today, in UTC. */
    public Budget budget() {
        return new Budget(config.dailyBudget(), ledger.spent(ledger.today()), config.currency());
    }

    /**
     * Asks for overviews of the papers of one day that are shown; see
     * {@link #want(LocalDate, LocalDate, Scope, String)}.
     */
    public Wanted want(LocalDate date, Scope scope, String chosen) {
        return want(date, date, scope, chosen);
    }

    /**
     * Asks for overviews of the papers of a range of days that are shown, whichever source lists them. What was given up before
     * begins anew. Demo editions have none.
     *
     * @param from the first day
     * @param to the last day
     * @param chosen the model; {@code null}: the one of the settings
     * @throws IllegalStateException if no model is set
     */
    public Wanted want(LocalDate from, LocalDate to, Scope scope, String chosen) {
        if (!isOn()) {
            throw new IllegalStateException("No language model is set");
        }
        Wanted wanted = queue.want(from, to, scope, chosen);
        goOnIfCancelled();
        return wanted;
    }

    /**
     * Asks again for a paper's overview that was given up, or that waits for another attempt.
     *
     * @return whether there is such a one
     */
    public boolean again(String paperId) {
        boolean any = queue.again(paperId);
        goOnIfCancelled();
        return any;
    }

    /**
     * Asks again for the overviews of an edition that were given up, or that wait for another attempt.
     *
     * @return how many these are
     */
    public int again(LocalDate date) {
        int count = queue.again(date);
        goOnIfCancelled();
        return count;
    }

    /** Ends the {@linkplain #pausedUntil pause}, if there is one. */
    public void retryNow() {
        pause = null;
    }

    private void goOnIfCancelled() {
        Pause now = pause;
        if (now != null && now.byOperator()) {
            pause = null;
        }
    }

    /** What {@link #want(LocalDate, LocalDate, Scope, String)} would take. */
    public Estimate estimate(LocalDate from, LocalDate to, Scope scope, String chosen) {
        return estimates.of(from, to, scope, chosen);
    }

    /** Waits for the calls that go on, while there is still a database to note them in; no other one begins. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        synchronized (this) {
            LOG.debug("No overview is being written");
        }
    }

    @Scheduled(every = "{sulan.overview.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        try {
            if (intake.isLoaded()) {
                writeDue();
            }
        } catch (RunInProgressException e) {
            LOG.debug("Another run is in progress; overviews are written after it");
        } catch (RuntimeException e) {
            LOG.error("Overviews could not be written; that is tried again", e);
        }
    }

    /** Writes what is due and orders the days that are complete with it, in a run if there is anything to do. */
    synchronized void writeDue() throws RunInProgressException {
        if (stopping || !model.isOn() || current() != null) {
            return;
        }
        queue.fill();
        List<String> papers = queue.due();
        if (papers.isEmpty() && order.due().isEmpty()) {
            return;
        }
        try (OpenRun run = runs.open(Run.Kind.OVERVIEWS, model.name(), papers.size())) {
            int lost = ledger.lose();
            if (lost > 0) {
                LOG.warnf("%d calls were cut off by the end of an earlier process", lost);
            }
            write(run, papers);
        }
    }

    private void write(OpenRun run, List<String> papers) {
        OverviewRun overviews = new OverviewRun(run, writing, () -> stopping, clock);
        try {
            overviews.write(papers, config.parallel());
            for (LocalDate date : order.due()) {
                if (!overviews.isOver()) {
                    order.order(run, date);
                }
            }
        } catch (WritingStopped e) {
            pause = new Pause(e.until(), e.reason(), false);
            run.failure(e.level(), Stage.FETCH, model.name(), e.reason());
        }
        if (stopping) {
            run.interrupt();
        } else if (run.isCancelled()) {
            pause = new Pause(ledger.today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), CANCELLED, true);
        } else {
            run.complete();
        }
    }
}
