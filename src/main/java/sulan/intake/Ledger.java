package sulan.intake;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Failure.Level;
import sulan.archive.ModelCall;
import sulan.archive.ModelCall.Outcome;
import sulan.archive.Run;

/**
 * Keeps the books on the calls of the language model, each step in a transaction of its own. A call is entered before it is
 * made, with the most that it can cost; only if that fits into what is left of the day's budget. So the budget is never passed,
 * by calls that go on at the same time or that a kill cut off either: entry and answer are in the file of the database before
 * anything else is done. Two portals on one archive are not guarded against each other.
 */
@ApplicationScoped
class Ledger {

    private final WritingConfig config;
    private final Prices prices;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private int goingOn;

    Ledger(WritingConfig config, Prices prices, Clock clock) {
        this.config = config;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * What is asked of the model.
     *
     * @param run the run's number
     * @param paperId {@code null} if it is about a day
     * @param date the edition's
     * @param model the name of the model that is asked
     * @param promptVersion the version of the prompt
     * @param inputTokens the most that the question has
     * @param outputTokens the most that the answer can have
     */
    record Call(long run, ModelCall.Purpose purpose, String paperId, LocalDate date, String model, String promptVersion,
            int inputTokens, int outputTokens) {
    }

    /** The day in whose budget a call counts that is made now. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Enters a call that is about to be made. If only those that go on leave too little of the budget, this waits for them:
     * they will cost less than they can.
     *
     * @return the entry's number; whoever has it says at the end {@link #answered}, {@link #refused} or {@link #failed}
     * @throws WritingStopped if the budget would be passed
     */
    long open(Call call) throws WritingStopped {
        BigDecimal most = prices.of(call.inputTokens, call.outputTokens);
        lock.lock();
        try {
            while (true) {
                LocalDate day = today();
                BigDecimal left = config.dailyBudget().subtract(spent(day));
                if (most.compareTo(left) <= 0) {
                    long id = enter(call, day, most);
                    goingOn++;
                    return id;
                }
                if (goingOn == 0) {
                    throw usedUp(day, most);
                }
                settled.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What the calls of a day have cost, or can have cost at the most. */
    BigDecimal spent(LocalDate day) {
        return QuarkusTransaction.requiringNew().call(() -> ModelCall.spent(day));
    }

    private WritingStopped usedUp(LocalDate day, BigDecimal most) {
        String reason = most.compareTo(config.dailyBudget()) > 0
                ? "每天的预算（" + prices.inWords(config.dailyBudget()) + "）不够一次调用（最多 " + prices.inWords(most)
                        + "）。请调高 sulan.overview.daily-budget，或检查价格设置。"
                : "今天的预算（" + prices.inWords(config.dailyBudget())
                        + "）已用完，速览没有写完；明天（UTC）自动继续，也可以调高 sulan.overview.daily-budget。";
        return new WritingStopped(Level.WARNING, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), reason, null);
    }

    private long enter(Call call, LocalDate day, BigDecimal most) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ModelCall entry = new ModelCall();
            entry.run = ModelCall.getEntityManager().getReference(Run.class, call.run);
            entry.purpose = call.purpose;
            entry.paperId = call.paperId;
            entry.editionDate = call.date;
            entry.model = call.model;
            entry.promptVersion = call.promptVersion;
            entry.budgetDay = day;
            entry.startedAt = clock.instant();
            entry.price = most;
            entry.outcome = Outcome.OPEN;
            entry.persist();
            return entry.id;
        });
    }

    /**
     * Notes that an answer came, and keeps it until it is used.
     *
     * @param input how many tokens the question had; {@code null} if it is not known
     * @param output how many tokens the answer had; {@code null} if it is not known
     */
    void answered(long id, Call call, Integer input, Integer output, String answer) {
        end(id, entry -> {
            entry.outcome = Outcome.ANSWERED;
            entry.answer = answer;
            count(entry, call, input, output);
        });
    }

    /** Notes that the model answered that it does not answer, which has its price as well. */
    void refused(long id, Call call, Integer input, Integer output, String reason) {
        end(id, entry -> {
            entry.outcome = Outcome.FAULTY;
            entry.reason = reason;
            count(entry, call, input, output);
        });
    }

    /**
     * Notes that no answer came.
     *
     * @param charged whether it may have been charged all the same
     */
    void failed(long id, String reason, boolean charged) {
        end(id, entry -> {
            entry.outcome = Outcome.FAILED;
            entry.reason = reason;
            if (!charged) {
                entry.price = BigDecimal.ZERO;
                entry.priceKnown = true;
            }
        });
    }

    private void end(long id, Consumer<ModelCall> change) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                ModelCall entry = ModelCall.findById(id);
                entry.endedAt = clock.instant();
                change.accept(entry);
            });
        } finally {
            lock.lock();
            try {
                goingOn--;
                settled.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Tokens that were not counted are taken to be as many as there can have been. */
    private void count(ModelCall entry, Call call, Integer input, Integer output) {
        entry.inputTokens = input;
        entry.outputTokens = output;
        entry.price = prices.of(input == null ? call.inputTokens : input, output == null ? call.outputTokens : output);
        entry.priceKnown = input != null && output != null;
    }

    /** Notes that an answer was taken, as a part of the transaction that takes it. */
    void accepted(long id) {
        ModelCall entry = ModelCall.findById(id);
        entry.outcome = Outcome.ACCEPTED;
        entry.answer = null;
        dropRepaired(entry);
    }

    /**
     * Notes that an answer does not hold what it is to hold, within the caller's transaction if there is one.
     *
     * @param kept whether the answer is still of use, to be repaired
     */
    void faulty(long id, String reason, boolean kept) {
        QuarkusTransaction.joiningExisting().run(() -> {
            ModelCall entry = ModelCall.findById(id);
            entry.outcome = Outcome.FAULTY;
            entry.reason = reason;
            entry.answer = kept ? entry.answer : null;
            dropRepaired(entry);
        });
    }

    /** The answer that was to be repaired is of no use once the repair was looked at. */
    private static void dropRepaired(ModelCall entry) {
        if (entry.purpose == ModelCall.Purpose.REPAIR) {
            ModelCall.update("answer = null where paperId = ?1 and id < ?2 and answer is not null", entry.paperId, entry.id);
        }
    }

    /**
     * Gives up the calls that a killed process left open. Whether they were charged is not known, so that each counts with the
     * most that it can have cost. To be called while no call goes on.
     *
     * @return how many there were
     */
    int lose() {
        return QuarkusTransaction.requiringNew().call(() -> ModelCall.update(
                "outcome = ?1, reason = ?2, endedAt = ?3 where outcome = ?4", Outcome.LOST,
                "程序在等待回答时停止，不知道这次调用是否计费，按最高价格计入当天的预算。", clock.instant(), Outcome.OPEN));
    }
}
