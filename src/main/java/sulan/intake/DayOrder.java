package sulan.intake;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Archive;
import sulan.archive.Edition;
import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.archive.Listing;
import sulan.archive.ModelCall;
import sulan.archive.ModelCall.Outcome;
import sulan.archive.Overview;
import sulan.archive.Revision;
import sulan.source.llm.OrderAnswer;
import sulan.source.llm.OrderPrompt;
import sulan.source.llm.RatedPaper;

/**
 * Has the papers of a day compared and ordered when its list is whole and the last overview is written, once for each set of
 * papers. An order that cannot be had is only noted: the day is complete without it.
 */
@ApplicationScoped
class DayOrder {

    private static final Logger LOG = Logger.getLogger(DayOrder.class);
    /** After so many answers that are no order, none is asked for any more. */
    private static final int MOST_FAULTY = 2;
    /** Whatever changes meanwhile, and even if the clock was set back. */
    private static final int MOST_A_DAY = 8;

    private final MeteredModel model;
    private final Ledger ledger;
    private final Archive archive;
    private final WritingConfig config;
    private final Clock clock;
    /** What the archive came to when it was looked at last. */
    private List<LocalDate> toOrder = List.of();
    private long seen = -1;

    DayOrder(MeteredModel model, Ledger ledger, Archive archive, WritingConfig config, Clock clock) {
        this.model = model;
        this.ledger = ledger;
        this.archive = archive;
        this.config = config;
        this.clock = clock;
    }

    /** The dates whose papers are to be ordered now, newest first. */
    List<LocalDate> due() {
        return QuarkusTransaction.requiringNew().call(() -> {
            long revision = Revision.current().number();
            if (revision != seen) {
                toOrder = toOrder();
                seen = revision;
            }
            return toOrder.stream().filter(this::mayBeTried).toList();
        });
    }

    /**
     * Days that a model wrote at, whose list grows no more, where each paper has an overview or was given up, and where those
     * that have one are not those that were ordered.
     */
    private static List<LocalDate> toOrder() {
        return Listing.getEntityManager()
                .createQuery(
                        """
                                select l.id.editionDate from Listing l join l.paper p join DayList d on d.date = l.id.editionDate
                                left join p.overview o left join PendingOverview w on w.paper = p
                                where d.settledAt is not null and not p.hidden and not l.edition.demo
                                group by l.id.editionDate
                                having count(o.id) >= 2 and count(case when o.origin = MODEL then 1 end) > 0
                                and count(case when o.id is null and (w.state is null or w.state = WAITING) then 1 end) = 0
                                and count(case when o.id is null and l.choice is not null or o.id is not null and l.choice is null then 1 end) > 0
                                order by l.id.editionDate desc""",
                        LocalDate.class)
                .getResultList();
    }

    /** What was tried in vain since the day's papers changed decides whether, and when, it is tried again. */
    private boolean mayBeTried(LocalDate date) {
        List<ModelCall> vain = ModelCall.list("editionDate = ?1 and purpose = ?2 and outcome in ?3 order by id", date,
                ModelCall.Purpose.ORDER, List.of(Outcome.FAULTY, Outcome.FAILED, Outcome.LOST));
        if (vain.stream().filter(call -> call.budgetDay.equals(ledger.today())).count() >= MOST_A_DAY) {
            return false;
        }
        Instant changed = changedAt(date);
        List<ModelCall> since = vain.stream().filter(call -> !call.startedAt.isBefore(changed)).toList();
        if (since.isEmpty()) {
            return true;
        }
        long faulty = since.stream().filter(call -> call.outcome == Outcome.FAULTY).count();
        ModelCall last = since.get(since.size() - 1);
        return faulty < MOST_FAULTY && since.size() < config.attempts()
                && (last.outcome != Outcome.FAILED
                        || !clock.instant().isBefore(last.startedAt.plus(GrowingPause.after(since.size()))));
    }

    private static Instant changedAt(LocalDate date) {
        Object[] newest = Listing.getEntityManager().createQuery("""
                select max(l.firstSeenAt), max(o.recordedAt) from Listing l left join l.paper.overview o
                where l.id.editionDate = :date""", Object[].class).setParameter("date", date).getSingleResult();
        Instant listed = (Instant) newest[0];
        Instant written = (Instant) newest[1];
        return written == null || listed.isAfter(written) ? listed : written;
    }

    /**
     * Has a day ordered, or notes in the run why that failed, and says so if the ratings hardly tell its papers apart.
     *
     * @throws WritingStopped if the model is not to be asked for now
     */
    void order(OpenRun run, LocalDate date) throws WritingStopped {
        List<RatedPaper> papers = QuarkusTransaction.requiringNew().call(() -> rated(date));
        try {
            boolean ordered = false;
            boolean over = false;
            while (!ordered && !over) {
                ordered = orderOnce(run, date, papers);
                over = !ordered && !QuarkusTransaction.requiringNew().call(() -> mayBeTried(date));
            }
            if (!ordered) {
                run.failure(Level.NOTE, Stage.READ, date.toString(), "模型没有排出这一天论文的先后；同分的论文按其他规则排列。");
            }
            reportSpread(run, date, papers);
        } catch (NoAnswerException e) {
            run.failure(Level.NOTE, Stage.FETCH, date.toString(), e.reason() + "这一天的论文还没有排出先后，稍后再试。");
        } catch (RuntimeException e) {
            LOG.errorf(e, "The papers of %s could not be ordered", date);
            run.failure(Level.WARNING, Stage.RECORD, date.toString(), "排列这一天的论文时出错；详情见服务器日志。");
        }
    }

    private static List<RatedPaper> rated(LocalDate date) {
        return Edition.<Edition> findById(date).shownListings().stream().map(listing -> listing.paper)
                .filter(paper -> paper.overview != null).map(paper -> {
                    Overview overview = paper.overview;
                    return new RatedPaper(paper.id, paper.title, overview.mainWork, overview.ratings());
                }).toList();
    }

    /** @return whether the answer was an order */
    private boolean orderOnce(OpenRun run, LocalDate date, List<RatedPaper> papers) throws WritingStopped, NoAnswerException {
        Answer left = QuarkusTransaction.requiringNew().call(() -> Answer.leftOf(date));
        Answer answer = left != null ? left : model.ask(run.id(), null, date, OrderPrompt.of(date, papers), null);
        OrderAnswer read = OrderAnswer.read(answer.text(), papers.stream().map(RatedPaper::id).toList());
        if (read.order() == null) {
            ledger.faulty(answer.call(), read.reason(), false);
            return false;
        }
        record(date, answer, read);
        return true;
    }

    private void record(LocalDate date, Answer answer, OrderAnswer read) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                archive.order(date, read.order());
                ledger.accepted(answer.call());
            });
        } catch (RuntimeException e) {
            // not worth being tried at each look
            ledger.faulty(answer.call(), "写入存档时出错。", false);
            throw e;
        }
    }

    private static void reportSpread(OpenRun run, LocalDate date, List<RatedPaper> papers) {
        List<BigDecimal> recommendations = papers.stream().map(paper -> paper.ratings().recommendation())
                .filter(Objects::nonNull).toList();
        RatingSpread.report(recommendations)
                .ifPresent(sentence -> run.failure(Level.WARNING, Stage.READ, date.toString(), sentence));
    }
}
