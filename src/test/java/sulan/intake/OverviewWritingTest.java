package sulan.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.Failure;
import sulan.archive.ModelCall;
import sulan.archive.ModelCall.Outcome;
import sulan.archive.ModelCall.Purpose;
import sulan.archive.Overview;
import sulan.archive.Paper;
import sulan.archive.PendingOverview;
import sulan.archive.Run;
import sulan.digest.ListedPaper;
import sulan.intake.OverviewWriting.Scope;
import sulan.source.llm.LanguageModel;
import sulan.source.llm.LanguageModelProfile;
import sulan.source.llm.LanguageModelStandIn;
import sulan.source.llm.LanguageModelStandIn.Call;
import sulan.source.llm.LanguageModelStandIn.Fault;

/** From a day's list to its overviews, with a stand-in for the language model. */
@QuarkusTest
@TestProfile(LanguageModelProfile.class)
class OverviewWritingTest {

    private static final String A = "2611.00001";
    private static final String B = "2611.00002";
    private static final String C = "2611.00003";

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    @Inject
    LanguageModel model;
    @Inject
    Intake intake;
    @Inject
    Runs runs;
    @ConfigProperty(name = "quarkus.langchain4j.openai.base-url")
    String baseUrl;

    private final Wristwatch clock = Wristwatch.now();
    private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    private final WritingSettings settings = new WritingSettings();
    private LanguageModelStandIn standIn;
    private OverviewWriting portal;

    @BeforeEach
    void start() {
        fixture.empty();
        standIn = LanguageModelStandIn.start(baseUrl);
        portal = newPortal();
    }

    @AfterEach
    void empty() {
        standIn.close();
        fixture.empty();
    }

    @Test
    void day_from_list_to_complete() throws Exception {
        list(today, true, A, B, C);
        portal.writeDue();
        assertThat(run()).isEqualTo("SUCCEEDED 3: 3 recorded, 0 unchanged, 0 refused");
        assertThat(status(today)).isEqualTo(EditionStatus.COMPLETE);
        assertThat(inTx(() -> PendingOverview.count())).isZero();
        assertThat(shown(A)).extracting(overview -> overview.origin, overview -> overview.model,
                overview -> overview.promptVersion, overview -> overview.writtenAt)
                .containsExactly(Overview.Origin.MODEL, "stand-in", "overview-1", clock.instant());
        assertThat(ledger()).containsExactly("OVERVIEW ACCEPTED", "OVERVIEW ACCEPTED", "OVERVIEW ACCEPTED", "ORDER ACCEPTED");
        assertThat(inTx(() -> ModelCall.count("answer is not null or not priceKnown"))).isZero();
        given().get("/papers/" + A + ".json").then().statusCode(200)
                .body("overview.provenance.model", equalTo("stand-in"));
        portal.writeDue();
        assertThat(inTx(() -> Run.count())).as("nothing more to do").isEqualTo(1);
    }

    @Test
    void newest_edition_first() throws Exception {
        settings.parallel = 1;
        list(today.minusDays(1), false, C);
        list(today, false, B, A);
        list(today.minusDays(8), false, "2611.00009");
        portal.writeDue();
        assertThat(asked()).as("nothing of days long past").containsExactly(B, A, C);
    }

    @Test
    void papers_that_are_not_wanted() throws Exception {
        list(today, false, A, B);
        archive.hide(B, true);
        archive.list(today, List.of(listed(C, null)), List.of(), 0, true, false);
        portal.writeDue();
        assertThat(asked()).containsExactly(A);
        assertThat(pending(C)).isEqualTo("GIVEN_UP 0 " + OverviewQueue.NO_ABSTRACT);
        archive.list(today, List.of(listed(C, summary(C))), List.of(), 0, true, false);
        portal.writeDue();
        assertThat(asked()).containsExactly(A, C);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "UNAUTHORIZED", "PAYMENT_REQUIRED", "RATE_LIMIT", "QUOTA", "NO_USAGE" })
    void answer_that_is_none(Fault fault) throws Exception {
        settings.attempts = 1;
        list(today, false, A, B);
        standIn.alwaysFor(A, fault);
        portal.writeDue();
        assertThat(run()).isEqualTo("PARTLY_FAILED 2: 1 recorded, 0 unchanged, 1 refused");
        assertThat(failures()).singleElement().asString().startsWith("ERROR " + A).contains("不再自动重试");
        assertThat(pending(A)).startsWith("GIVEN_UP 1 ");
        given().get("/papers/" + A + ".json").then().statusCode(200).body("overview", nullValue())
                .body("abstract", equalTo(summary(A)));
        String page = given().get("/papers/" + A).then().statusCode(200).extract().asString();
        assertThat(page).contains("Paper " + A).doesNotContain("很抱歉", "I'm sorry", "foreign.example", "alert(1)",
                "server_error",
                "编号 " + A);
        assertThat(inTx(() -> Overview.count("paper.id", A))).isZero();
    }

    @Test
    void repair() throws Exception {
        list(today, false, A);
        standIn.nextFor(A, Fault.ENGLISH);
        portal.writeDue();
        assertThat(ledger()).containsExactly("OVERVIEW FAULTY", "REPAIR ACCEPTED");
        assertThat(inTx(() -> ModelCall.count("answer is not null"))).isZero();
        assertThat(standIn.calls().get(1).body()).contains("中文");
        assertThat(failures()).isEmpty();
        assertThat(shown(A)).isNotNull();
    }

    @Test
    void attempts_and_their_pauses() throws Exception {
        list(today, false, A);
        standIn.alwaysFor(A, Fault.SERVER_ERROR);
        portal.writeDue();
        assertThat(failures()).singleElement().asString().startsWith("WARNING " + A);
        assertThat(pending(A)).startsWith("WAITING 1 ");
        portal.writeDue();
        assertThat(standIn.calls()).as("not before ten minutes").hasSize(1);
        for (Duration pause : List.of(Duration.ofMinutes(10), Duration.ofMinutes(40), Duration.ofMinutes(160))) {
            clock.advance(pause.minusSeconds(1));
            portal.writeDue();
            int calls = standIn.calls().size();
            clock.advance(Duration.ofSeconds(1));
            portal.writeDue();
            assertThat(standIn.calls()).hasSize(calls + 1);
        }
        assertThat(pending(A)).startsWith("GIVEN_UP 4 ");
        assertThat(failures()).hasSize(4).last().asString().startsWith("ERROR " + A);
        assertThat(status(today)).isEqualTo(EditionStatus.GROWING);
        clock.advance(Duration.ofDays(2));
        portal.writeDue();
        assertThat(standIn.calls()).hasSize(4);

        standIn.alwaysFor(A, null);
        assertThat(portal.again(A)).isTrue();
        portal.writeDue();
        assertThat(shown(A)).isNotNull();
        assertThat(portal.again(A)).isFalse();
        assertThat(portal.again(today)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = { "UNAUTHORIZED", "PAYMENT_REQUIRED", "RATE_LIMIT", "QUOTA" })
    void endpoint_that_wants_no_more_calls(Fault fault) throws Exception {
        settings.parallel = 1;
        list(today, true, A, B, C);
        standIn.next(null, fault);
        portal.writeDue();
        assertThat(run()).isEqualTo("PARTLY_FAILED 3: 1 recorded, 0 unchanged, 0 refused");
        assertThat(failures()).as("one for all").singleElement().asString().startsWith("ERROR stand-in");
        assertThat(inTx(() -> PendingOverview.count("attempts = 0 and state = ?1", PendingOverview.State.WAITING)))
                .isEqualTo(2);
        assertThat(portal.pauseReason()).isNotBlank();
        assertThat(portal.pausedUntil()).isAfter(clock.instant());
        assertThat(ledger()).containsExactly("OVERVIEW ACCEPTED", "OVERVIEW FAILED");

        portal.writeDue();
        assertThat(standIn.calls()).hasSize(2);
        if (fault == Fault.RATE_LIMIT) {
            assertThat(portal.pausedUntil()).isBefore(Instant.now().plusSeconds(121));
            clock.set(portal.pausedUntil().toString());
        } else {
            portal.retryNow();
        }
        assertThat(portal.pauseReason()).isNull();
        portal.writeDue();
        assertThat(status(today)).isEqualTo(EditionStatus.COMPLETE);
    }

    @Test
    void endpoint_that_is_silent() throws Exception {
        String[] ids = { A, B, C, "2611.00004", "2611.00005", "2611.00006", "2611.00007", "2611.00008" };
        settings.parallel = 1;
        list(today, false, ids);
        Arrays.stream(ids).forEach(id -> standIn.alwaysFor(id, Fault.SERVER_ERROR));
        portal.writeDue();
        assertThat(standIn.calls()).hasSize(5);
        assertThat(portal.pauseReason()).contains("5 次");
        assertThat(inTx(() -> PendingOverview.count("attempts", 0))).isEqualTo(3);
    }

    @Test
    void budget_of_a_day() throws Exception {
        String[] ids = { A, B, C, "2611.00004", "2611.00005", "2611.00006", "2611.00007", "2611.00008" };
        list(today, true, ids);
        settings.dailyBudget = new BigDecimal("0.06");
        settings.parallel = 4;
        portal.writeDue();
        long written = inTx(() -> Overview.count());
        assertThat(written).isBetween(1L, 7L);
        assertThat(portal.budget().spent()).isLessThanOrEqualTo(settings.dailyBudget).isPositive();
        assertThat(failures()).singleElement().asString().startsWith("WARNING stand-in 今天的预算（0.06 USD）已用完");
        assertThat(inTx(() -> Run.newest(1).get(0).status)).isEqualTo(Run.Status.SUCCEEDED);
        assertThat(status(today)).isEqualTo(EditionStatus.WRITING);
        Instant midnight = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(portal.pausedUntil()).isEqualTo(midnight);

        clock.set(midnight.toString());
        settings.dailyBudget = BigDecimal.TEN;
        portal.writeDue();
        assertThat(status(today)).isEqualTo(EditionStatus.COMPLETE);
    }

    @Test
    void tokens_that_are_not_counted() throws Exception {
        list(today, false, A);
        standIn.nextFor(A, Fault.NO_USAGE);
        portal.writeDue();
        assertThat(shown(A)).isNotNull();
        assertThat(inTx(() -> ModelCall.<ModelCall> listAll().get(0)).priceKnown).isFalse();
        assertThat(portal.budget().spent()).isPositive();
    }

    @Test
    void kill_after_an_answer_came() throws Exception {
        list(today, false, A);
        portal.writeDue();
        String answer = standIn.calls().get(0).body();
        assertThat(answer).contains(A);
        ModelCall call = killedWith(Outcome.ANSWERED, Purpose.OVERVIEW);
        newPortal().writeDue();
        assertThat(standIn.calls()).as("it is paid for once").hasSize(1);
        assertThat(shown(A).mainWork).isEqualTo("一种新的做法，先把任务拆成几个步骤，再逐步求解，并在多个数据集上与已有的做法作了比较，结果有明显的改进。");
        assertThat(inTx(() -> ModelCall.<ModelCall> findById(call.id)).outcome).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void kill_before_a_repair() throws Exception {
        list(today, false, A);
        portal.writeDue();
        killedWith(Outcome.FAULTY, Purpose.OVERVIEW);
        QuarkusTransaction.requiringNew().run(() -> ModelCall.update("answer = '{}' where outcome = ?1", Outcome.FAULTY));
        newPortal().writeDue();
        assertThat(standIn.calls()).extracting(Call::purpose)
                .containsExactly(sulan.source.llm.Prompt.Purpose.OVERVIEW, sulan.source.llm.Prompt.Purpose.REPAIR);
        assertThat(shown(A)).isNotNull();
    }

    @Test
    void kill_during_a_call() throws Exception {
        list(today, false, A);
        portal.writeDue();
        ModelCall call = killedWith(Outcome.OPEN, Purpose.OVERVIEW);
        BigDecimal spent = portal.budget().spent();
        newPortal().writeDue();
        assertThat(inTx(() -> ModelCall.<ModelCall> findById(call.id)).outcome).isEqualTo(Outcome.LOST);
        assertThat(shown(A)).isNotNull();
        assertThat(portal.budget().spent()).as("it may have been paid for").isGreaterThan(spent);
    }

    @Test
    void cancel() throws Exception {
        settings.parallel = 1;
        list(today, false, A, B, C);
        standIn.next(Fault.HANG);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                portal.writeDue();
            } catch (RunInProgressException e) {
                throw new IllegalStateException(e);
            }
        });
        while (standIn.calls().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(runs.cancel(inTx(() -> Run.open().get(0).id))).isTrue();
        writing.join();
        assertThat(run()).isEqualTo("CANCELLED 3: 0 recorded, 0 unchanged, 1 refused");
        assertThat(standIn.calls()).as("the call that went on was waited for").hasSize(1);
        portal.writeDue();
        assertThat(standIn.calls()).as("not taken up again by itself").hasSize(1);
        assertThat(portal.pauseReason()).contains("操作者");

        portal.again(A);
        portal.writeDue();
        assertThat(inTx(() -> Overview.count())).isEqualTo(3);
    }

    @Test
    void older_days_at_the_operators_wish() throws Exception {
        LocalDate old = today.minusDays(100);
        list(old, true, A, B);
        archive.write(A, ArchiveFixture.overview("旧的", null, List.of(), "3.0", "3.0", "3.0"),
                new sulan.archive.Provenance("older", "overview-0", clock.instant().minusSeconds(60)));
        portal.writeDue();
        assertThat(standIn.calls()).isEmpty();
        assertThat(portal.estimate(old, old, Scope.MISSING, null))
                .extracting(Estimate::papers, Estimate::measured, Estimate::days)
                .containsExactly(1, false, 1);
        assertThat(portal.want(old, Scope.MISSING, null)).isEqualTo(new OverviewWriting.Wanted(1, 0));
        portal.writeDue();
        assertThat(asked()).containsExactly(B);
        assertThat(shown(A).mainWork).isEqualTo("旧的");

        standIn.reset();
        clock.set(Instant.now().plusSeconds(1).toString());
        assertThat(portal.want(old.minusDays(5), old.plusDays(5), Scope.ALL, "larger"))
                .isEqualTo(new OverviewWriting.Wanted(2, 0));
        portal.writeDue();
        assertThat(standIn.calls()).filteredOn(call -> call.paper() != null).extracting(Call::model).containsOnly("larger")
                .hasSize(2);
        assertThat(shown(A).model).isEqualTo("larger");
    }

    @Test
    void edit_stays_above_what_is_written_anew() throws Exception {
        list(today, true, A);
        archive.edit(A, ArchiveFixture.overview("操作者写的", null, List.of(), "3.0", "3.0", "3.0"));
        clock.set(Instant.now().plusSeconds(1).toString());
        portal.want(today, Scope.ALL, null);
        portal.writeDue();
        assertThat(standIn.calls()).hasSize(1);
        assertThat(shown(A).mainWork).isEqualTo("操作者写的");
    }

    @Test
    void overview_that_came_from_elsewhere() throws Exception {
        list(today, true, A);
        newQueue().fill();
        archive.edit(A, ArchiveFixture.overview("操作者写的", null, List.of(), "3.0", "3.0", "3.0"));
        clock.advance(Duration.ofDays(1));
        QuarkusTransaction.requiringNew().run(() -> Overview.update("recordedAt = ?1", clock.instant()));
        portal.writeDue();
        assertThat(standIn.calls()).isEmpty();
        assertThat(inTx(() -> PendingOverview.count())).isZero();
    }

    @Test
    void order_of_a_day() throws Exception {
        list(today, false, A, B, C);
        portal.writeDue();
        assertThat(order()).as("the list grows").containsExactly(null, null, null);
        list(today, true, A, B, C);
        portal.writeDue();
        assertThat(order()).containsExactly(3, 2, 1);
        assertThat(run()).startsWith("SUCCEEDED 0");
        list(today, true, A, B, C, "2611.00004");
        portal.writeDue();
        assertThat(order()).as("another set of papers").containsExactly(4, 3, 2, 1);
        archive.hide(B, true);
        portal.writeDue();
        assertThat(ledger()).filteredOn("ORDER ACCEPTED"::equals).hasSize(2);
    }

    @Test
    void order_that_is_none() throws Exception {
        list(today, false, A, B);
        portal.writeDue();
        list(today, true, A, B);
        clock.set(Instant.now().plusSeconds(1).toString());
        standIn.next(Fault.INCOMPLETE, Fault.WRONG_SCHEMA);
        portal.writeDue();
        assertThat(failures()).singleElement().asString().startsWith("NOTE " + today);
        assertThat(order()).containsExactly(null, null);
        assertThat(status(today)).isEqualTo(EditionStatus.COMPLETE);
        portal.writeDue();
        assertThat(ledger()).filteredOn("ORDER FAULTY"::equals).as("no third try").hasSize(2);
    }

    @Test
    void order_at_the_second_try() throws Exception {
        list(today, false, A, B);
        portal.writeDue();
        list(today, true, A, B);
        standIn.next(Fault.INCOMPLETE);
        portal.writeDue();
        assertThat(order()).containsExactly(2, 1);
        assertThat(failures()).isEmpty();
    }

    @Test
    void single_paper() throws Exception {
        list(today, true, A);
        portal.writeDue();
        assertThat(ledger()).containsExactly("OVERVIEW ACCEPTED");
    }

    @Test
    void ratings_that_hardly_spread() throws Exception {
        list(today, true, A, B, C, "2611.00004", "2611.00005");
        portal.writeDue();
        assertThat(failures()).singleElement().asString().startsWith("WARNING " + today + " 这一天 5 篇论文的推荐度集中在");
    }

    @Test
    void estimate_from_what_others_did_cost() throws Exception {
        String[] ids = new String[20];
        Arrays.setAll(ids, i -> "2611.1%04d".formatted(i));
        list(today, false, ids);
        portal.writeDue();
        LocalDate old = today.minusDays(100);
        list(old, true, A, B);
        archive.list(old, List.of(listed(C, null)), List.of(), 0, true, true);
        Estimate estimate = portal.estimate(old, old, Scope.MISSING, null);
        assertThat(estimate).extracting(Estimate::papers, Estimate::withoutAbstract, Estimate::measured).containsExactly(2, 1,
                true);
        BigDecimal tenth = inTx(() -> ModelCall.spent(today)).divide(BigDecimal.TEN);
        assertThat(estimate.price().subtract(tenth).abs()).isLessThan(new BigDecimal("0.0001"));
        assertThat(portal.estimate(old, old, Scope.MISSING, "larger").measured()).isFalse();
        assertThat(portal.estimate(old.minusDays(9), old.minusDays(5), Scope.ALL, null))
                .extracting(Estimate::papers, Estimate::days).containsExactly(0, 0);
    }

    @Test
    void another_run_at_the_same_time() throws Exception {
        list(today, false, A);
        try (OpenRun run = runs.open(Run.Kind.OVERVIEWS, "other", 0)) {
            assertThatThrownBy(portal::writeDue).isInstanceOf(RunInProgressException.class);
            run.complete();
        }
        portal.writeDue();
        assertThat(shown(A)).isNotNull();
    }

    /** As a portal leaves it that was killed before it took the answer. */
    private ModelCall killedWith(Outcome outcome, Purpose purpose) {
        return inTx(() -> {
            ModelCall call = ModelCall.<ModelCall> find("purpose", purpose).firstResult();
            call.outcome = outcome;
            call.answer = outcome == Outcome.OPEN ? null : ANSWER;
            QuarkusTransaction.suspendingExisting().run(() -> undoOverviews());
            PendingOverview pending = new PendingOverview();
            pending.paper = Paper.findById(A);
            pending.editionDate = today;
            pending.state = PendingOverview.State.WAITING;
            pending.wantedAt = clock.instant();
            pending.persist();
            return call;
        });
    }

    private void undoOverviews() {
        QuarkusTransaction.requiringNew().run(() -> {
            Paper.update("overview = null");
            sulan.archive.Keyword.delete("overview is not null");
            Overview.deleteAll();
        });
    }

    private static final String ANSWER = """
            {"mainWork": "一种新的做法，先把任务拆成几个步骤，再逐步求解，并在多个数据集上与已有的做法作了比较，结果有明显的改进。",
             "highlights": ["把任务拆成几个步骤，每一步都可以单独检查。", "在不增加训练代价的情况下改进了结果。"],
             "keywords": [{"en": "Task Planning", "zh": "任务规划"}, {"en": "Evaluation", "zh": "评测"},
                          {"en": "Error Recovery", "zh": "错误恢复"}],
             "ratings": {"practicality": 3.5, "novelty": 3, "recommendation": 3.0},
             "reasons": {"practicality": "代价低，但只在模拟环境中验证过。", "novelty": "属于已有路线上的新点子，想法简单明确。",
                         "recommendation": "做规划的人值得一读，其他读者可以跳过。"}}""";

    private OverviewWriting newPortal() {
        Prices prices = new Prices(settings);
        Ledger ledger = new Ledger(settings, prices, clock);
        MeteredModel metered = new MeteredModel(model, ledger, clock);
        OverviewQueue queue = newQueue();
        return new OverviewWriting(model, queue, new PaperWriting(metered, ledger, queue, archive),
                new DayOrder(metered, ledger, archive, settings, clock), ledger,
                new Estimates(settings, prices, model, clock), settings, intake, runs, clock);
    }

    private OverviewQueue newQueue() {
        return new OverviewQueue(settings, 7, clock);
    }

    private void list(LocalDate date, boolean settled, String... ids) {
        archive.list(date, Arrays.stream(ids).map(id -> listed(id, summary(id))).toList(), List.of(), 0, true, settled);
    }

    private static ListedPaper listed(String id, String summary) {
        return new ListedPaper(id, "Paper " + id, summary, List.of(), null, null, null, null, null, 3, null, null, List.of(),
                null,
                null, null, null, null, List.of());
    }

    private static String summary(String id) {
        return "Paper " + id + " splits a task into steps that can be checked one by one, and solves each of them in turn. "
                + "On several data sets it does better than what was known before, and costs no more to train.";
    }

    private List<String> asked() {
        return standIn.calls().stream().map(Call::paper).filter(id -> id != null).toList();
    }

    private List<Integer> order() {
        return inTx(() -> Edition.<Edition> findById(today).listings.stream().map(listing -> listing.choice).toList());
    }

    private static Overview shown(String id) {
        return inTx(() -> {
            Overview overview = Paper.<Paper> findById(id).overview;
            return overview == null ? null : Overview.findById(overview.id);
        });
    }

    private static String pending(String id) {
        return inTx(() -> PendingOverview.<PendingOverview> findByIdOptional(id)
                .map(pending -> pending.state + " " + pending.attempts + " " + pending.reason).orElse(null));
    }

    private static EditionStatus status(LocalDate date) {
        return inTx(() -> Edition.<Edition> findById(date).status());
    }

    private static List<String> ledger() {
        return inTx(() -> ModelCall.<ModelCall> list("order by id").stream().map(call -> call.purpose + " " + call.outcome)
                .toList());
    }

    private static String run() {
        return inTx(() -> {
            Run run = Run.<Run> find("order by id desc").firstResult();
            return run.status + " " + run.total + ": " + run.recorded + " recorded, " + run.unchanged + " unchanged, "
                    + run.refused + " refused";
        });
    }

    private static List<String> failures() {
        return inTx(() -> Failure.<Failure> list("order by id").stream()
                .map(failure -> failure.level + " " + failure.place + " " + failure.message).toList());
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
