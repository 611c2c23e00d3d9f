package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.ModelCall;
import sulan.archive.ModelCall.Outcome;
import sulan.archive.ModelCall.Purpose;
import sulan.archive.Run;

/** The books: a call costs at most 0.10 here, and a day 1.00. */
@QuarkusTest
class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Inject
    ArchiveFixture fixture;

    private final Wristwatch clock = new Wristwatch("2026-11-26T12:00:00Z");
    private final WritingSettings settings = new WritingSettings();
    private Ledger ledger;
    private long run;

    @BeforeEach
    void open() {
        fixture.empty();
        ledger = newLedger();
        run = inTx(() -> {
            Run opened = new Run();
            opened.kind = Run.Kind.OVERVIEWS;
            opened.source = "model";
            opened.status = Run.Status.RUNNING;
            opened.startedAt = clock.instant();
            opened.persist();
            return opened.id;
        });
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void call_with_its_answer() throws Exception {
        long id = ledger.open(call("2609.00001"));
        assertThat(entry(id)).extracting(call -> call.outcome, call -> call.price, call -> call.priceKnown)
                .containsExactly(Outcome.OPEN, new BigDecimal("0.100000"), false);
        ledger.answered(id, call("2609.00001"), 1000, 500, "{}");
        assertThat(entry(id)).extracting(call -> call.outcome, call -> call.price, call -> call.priceKnown, call -> call.answer)
                .containsExactly(Outcome.ANSWERED, new BigDecimal("0.007000"), true, "{}");
        assertThat(entry(id).budgetDay).isEqualTo(DAY);
        QuarkusTransaction.requiringNew().run(() -> ledger.accepted(id));
        assertThat(entry(id)).extracting(call -> call.outcome, call -> call.answer).containsExactly(Outcome.ACCEPTED, null);
    }

    @Test
    void answer_without_a_count_of_tokens() throws Exception {
        long id = ledger.open(call("2609.00001"));
        ledger.answered(id, call("2609.00001"), null, null, "{}");
        assertThat(entry(id)).extracting(call -> call.price, call -> call.priceKnown, call -> call.inputTokens)
                .containsExactly(new BigDecimal("0.100000"), false, null);
    }

    @Test
    void calls_that_failed() throws Exception {
        long free = ledger.open(call("2609.00001"));
        ledger.failed(free, "拒绝了密钥。", false);
        long charged = ledger.open(call("2609.00002"));
        ledger.failed(charged, "没有按时回答。", true);
        assertThat(entry(free)).extracting(call -> call.outcome, call -> call.priceKnown).containsExactly(Outcome.FAILED, true);
        assertThat(ledger.spent(DAY)).isEqualByComparingTo("0.10");
    }

    @Test
    void budget_of_a_day() throws Exception {
        for (int i = 0; i < 10; i++) {
            ledger.failed(ledger.open(call("2609.00001")), "没有按时回答。", true);
        }
        assertThatThrownBy(() -> ledger.open(call("2609.00001"))).isInstanceOfSatisfying(WritingStopped.class, stop -> {
            assertThat(stop.until()).isEqualTo(Instant.parse("2026-11-27T00:00:00Z"));
            assertThat(stop.reason()).contains("今天的预算（1.00 USD）已用完");
        });
        clock.set("2026-11-27T00:00:00Z");
        ledger.open(call("2609.00001"));
        assertThat(ledger.spent(DAY)).isEqualByComparingTo("1.00");
        assertThat(ledger.spent(DAY.plusDays(1))).isEqualByComparingTo("0.10");
    }

    @Test
    void budget_below_one_call() {
        settings.dailyBudget = new BigDecimal("0.05");
        assertThatThrownBy(() -> ledger.open(call("2609.00001"))).isInstanceOfSatisfying(WritingStopped.class,
                stop -> assertThat(stop.reason()).contains("0.05 USD", "0.10 USD", "sulan.overview.daily-budget"));
        assertThat(ledger.spent(DAY)).isZero();
    }

    @Test
    void model_without_a_price() throws Exception {
        settings.dailyBudget = BigDecimal.ZERO;
        settings.priceInput = BigDecimal.ZERO;
        settings.priceOutput = BigDecimal.ZERO;
        ledger.answered(ledger.open(call("2609.00001")), call("2609.00001"), 1000, 500, "{}");
        assertThat(ledger.spent(DAY)).isZero();
    }

    @Test
    void calls_at_the_same_time() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        AtomicInteger stopped = new AtomicInteger();
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            callers.add(pool.submit(() -> {
                try {
                    while (true) {
                        long id = ledger.open(call("2609.00001"));
                        assertThat(ledger.spent(DAY)).isLessThanOrEqualTo(settings.dailyBudget);
                        // 0.04 of the 0.10 that it may cost
                        ledger.answered(id, call("2609.00001"), 0, 4000, "{}");
                    }
                } catch (WritingStopped e) {
                    return stopped.incrementAndGet();
                }
            }));
        }
        for (Future<?> caller : callers) {
            caller.get();
        }
        pool.shutdown();
        assertThat(stopped).hasValue(8);
        assertThat(inTx(() -> ModelCall.count())).as("until the next one could pass it").isEqualTo(23);
        assertThat(ledger.spent(DAY)).isEqualByComparingTo("0.92");
    }

    @Test
    void call_that_waits_for_what_another_one_leaves() throws Exception {
        settings.dailyBudget = new BigDecimal("0.15");
        long first = ledger.open(call("2609.00001"));
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<Long> second = pool.submit(() -> {
            begun.countDown();
            return ledger.open(call("2609.00002"));
        });
        begun.await();
        ledger.answered(first, call("2609.00001"), 0, 4000, "{}");
        assertThat(second.get()).isNotEqualTo(first);
        pool.shutdown();
        assertThat(ledger.spent(DAY)).isEqualByComparingTo("0.14");
    }

    @Test
    void calls_that_a_killed_portal_left_open() throws Exception {
        long open = ledger.open(call("2609.00001"));
        long answered = ledger.open(call("2609.00002"));
        ledger.answered(answered, call("2609.00002"), 0, 4000, "{}");
        Ledger next = newLedger();
        assertThat(next.lose()).isEqualTo(1);
        assertThat(entry(open)).extracting(call -> call.outcome, call -> call.priceKnown).containsExactly(Outcome.LOST, false);
        assertThat(entry(answered).outcome).isEqualTo(Outcome.ANSWERED);
        assertThat(next.spent(DAY)).isEqualByComparingTo("0.14");
    }

    private Ledger newLedger() {
        return new Ledger(settings, new Prices(settings), clock);
    }

    private Ledger.Call call(String paperId) {
        return new Ledger.Call(run, Purpose.OVERVIEW, paperId, DAY, "model", "overview-1", 10_000, 8_000);
    }

    private static ModelCall entry(long id) {
        return inTx(() -> ModelCall.findById(id));
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
