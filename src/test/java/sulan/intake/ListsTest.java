package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static sulan.source.huggingface.ListedPaperJson.list;
import static sulan.source.huggingface.ListedPaperJson.paper;
import static sulan.source.huggingface.ListedPaperJson.papers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.ArchiveFixture;
import sulan.SettableClock;
import sulan.archive.DayList;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.Failure;
import sulan.archive.Failure.Level;
import sulan.archive.Paper;
import sulan.archive.Run;
import sulan.archive.Run.Status;
import sulan.source.huggingface.DailyPapers;
import sulan.source.huggingface.Fault;
import sulan.source.huggingface.HuggingFaceMemory;
import sulan.source.huggingface.HuggingFaceProfile;
import sulan.source.huggingface.HuggingFaceStandIn;

/** The portal and a stand-in for Hugging Face, on a Wednesday in June. */
@QuarkusTest
@TestProfile(HuggingFaceProfile.class)
class ListsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final Instant MORNING = Instant.parse("2026-06-10T09:00:00Z");
    /** The tests together are to stay below the 500 calls that the portal makes in five minutes. */
    private static final ListSettings FEW_DAYS = new ListSettings(Duration.ofHours(2), 3, 5, Duration.ofHours(24),
            Optional.empty());
    /** A call is made so often at most. */
    private static final int ATTEMPTS = 4;

    @Inject
    ArchiveFixture fixture;
    @Inject
    SettableClock clock;
    @Inject
    HuggingFaceMemory memory;
    @Inject
    DailyPapers source;
    @Inject
    ListRecorder recorder;
    @Inject
    Runs runs;
    @Inject
    Intake intake;
    @Inject
    Lists running;

    HuggingFaceStandIn huggingFace;
    private Lists portal;
    /** How many runs had ended when the test looked last. */
    private int ended;

    @BeforeEach
    void start() {
        await("the portal has started", intake::admitsOthers);
        // the one that is running anyway has nothing to take up
        running.look();
        fixture.empty();
        huggingFace.beginAnew();
        memory.forget();
        clock.set(MORNING);
        ended = runs.ended();
        portal = newPortal();
    }

    @AfterEach
    void end() {
        clock.reset();
        huggingFace.beginAnew();
        memory.forget();
        fixture.empty();
    }

    @Test
    void first_look() {
        for (int back = 0; back < 7; back++) {
            huggingFace.serve(TODAY.minusDays(back), papers(TODAY.minusDays(back), 3));
        }
        portal = new Lists(ListSettings.USUAL, source, recorder, runs, intake, clock);
        portal.look();
        assertThat(lastRun()).isEqualTo("LISTS SUCCEEDED 14: 7 recorded, 7 unchanged, 0 refused");
        assertThat(dates()).containsExactlyElementsOf(Days.last(14, TODAY).newestFirst());
        tx(() -> {
            assertThat(Edition.summaries()).hasSize(7).allMatch(edition -> edition.papers() == 3);
            assertThat(Edition.<Edition> findById(TODAY).status()).isEqualTo(EditionStatus.GROWING);
            assertThat(Edition.<Edition> findById(TODAY.minusDays(1)).status()).isEqualTo(EditionStatus.LISTED);
            assertThat(Failure.count()).isZero();
            assertThat(Run.lastSucceeded(Run.Kind.LISTS)).isPresent();
        });
    }

    @Test
    void looks_through_a_day() {
        portal.look();
        assertThat(dates()).hasSize(5);
        clock.advance(Duration.ofMinutes(119));
        portal.look();
        assertThat(dates()).as("not yet").hasSize(5);
        clock.advance(Duration.ofMinutes(1));
        portal.look();
        assertThat(dates()).as("the older ones were looked at today").hasSize(5 + 3);
        clock.advance(Duration.ofHours(22));
        portal.look();
        assertThat(dates()).as("the first of the older ones was looked at 22 hours ago").hasSize(5 + 3 + 4);
    }

    @Test
    void day_that_grows() {
        String[] states = Stream.of(1, 2, 3).map(count -> list(papers(TODAY, count))).toArray(String[]::new);
        huggingFace.serveGrowing(TODAY, states);
        for (int papers = 1; papers <= 3; papers++) {
            portal.look();
            int now = papers;
            tx(() -> {
                Edition edition = Edition.findById(TODAY);
                assertThat(edition.listings).extracting(listing -> listing.position)
                        .containsExactlyElementsOf(List.of(1, 2, 3).subList(0, now));
                assertThat(edition.listings.get(0).firstSeenAt).isEqualTo(MORNING);
                assertThat(edition.listings.get(now - 1).firstSeenAt).isEqualTo(clock.instant());
                assertThat(edition.status()).isEqualTo(EditionStatus.GROWING);
            });
            clock.advance(Duration.ofHours(2));
        }
        clock.set(Instant.parse("2026-06-11T00:00:00Z"));
        portal.look();
        tx(() -> assertThat(Edition.<Edition> findById(TODAY).status()).isEqualTo(EditionStatus.LISTED));
    }

    @Test
    void figures_that_change_when_the_list_is_old() {
        LocalDate day = TODAY.minusDays(3);
        huggingFace.serve(day, paper("2606.00001").upvotes(4));
        portal.look();
        huggingFace.serve(day, paper("2606.00001").upvotes(40));
        clock.advance(Duration.ofDays(1));
        portal.look();
        tx(() -> assertThat(Paper.<Paper> findById("2606.00001").upvotes).isEqualTo(40));
    }

    @Test
    void list_that_becomes_shorter() {
        huggingFace.serve(TODAY, papers(TODAY, 3));
        portal.look();
        huggingFace.serve(TODAY, papers(TODAY, 1));
        look();
        assertThat(failures()).containsExactly(tuple(Level.NOTE, "2026-06-10", "2026-06-10 的列表比先前少 2 篇；已收录的论文都保留。"));
        assertThat(lastRun()).startsWith("LISTS SUCCEEDED");
        look();
        assertThat(failures()).as("told once").hasSize(1);
        tx(() -> assertThat(Edition.summaries().get(0).papers()).isEqualTo(3));
    }

    @Test
    void entry_that_cannot_be_read() {
        huggingFace.serve(TODAY, paper("2606.00001"), paper("2606.00002").without("paper.title").without("title"));
        portal.look();
        assertThat(lastRun()).isEqualTo("LISTS PARTLY_FAILED 5: 1 recorded, 4 unchanged, 0 refused");
        assertThat(failures()).singleElement().satisfies(failure -> assertThat(failure.toList()).startsWith(Level.ERROR,
                "2026-06-10 #2"));
        look();
        assertThat(lastRun()).as("told once").startsWith("LISTS SUCCEEDED");
        tx(() -> assertThat(DayList.<DayList> findById(TODAY).leftOut).isEqualTo(1));
    }

    @Test
    void day_that_cannot_be_had() {
        huggingFace.serve(TODAY, papers(TODAY, 2));
        huggingFace.serve(TODAY.minusDays(1), papers(TODAY.minusDays(1), 2));
        Fault error = Fault.status(500);
        huggingFace.fail(error, error, error, error);
        portal.look();
        assertThat(lastRun()).isEqualTo("LISTS PARTLY_FAILED 5: 1 recorded, 3 unchanged, 1 refused");
        assertThat(failures()).extracting(failure -> failure.toList().get(1)).containsExactly("2026-06-10");
        tx(() -> {
            assertThat(DayList.<DayList> findById(TODAY).failure).isNotBlank();
            assertThat(Edition.<Edition> findById(TODAY)).isNull();
        });
        look();
        assertThat(lastRun()).startsWith("LISTS SUCCEEDED");
        tx(() -> {
            assertThat(DayList.<DayList> findById(TODAY).failure).isNull();
            assertThat(Edition.<Edition> findById(TODAY).listings).hasSize(2);
        });
    }

    static Stream<Arguments> faults() {
        return Stream.of(Arguments.of("error", Fault.status(500)), Arguments.of("refusal", Fault.status(403)),
                Arguments.of("cut JSON", Fault.CUT), Arguments.of("closed connection", Fault.CLOSED),
                Arguments.of("connection closed in the answer", Fault.CLOSED_IN_ANSWER), Arguments.of("page", Fault.PAGE),
                Arguments.of("nothing", Fault.NOTHING), Arguments.of("no list", Fault.answer("{\"error\":\"down\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void fault_that_lasts(String name, Fault fault) {
        huggingFace.serve(TODAY, papers(TODAY, 2));
        huggingFace.failAlways(fault);
        portal.look();
        assertThat(lastRun()).startsWith("LISTS FAILED 5: 0 recorded, 0 unchanged");
        assertThat(failures()).isNotEmpty().hasSizeLessThanOrEqualTo(3)
                .allSatisfy(failure -> assertThat(failure.toList().get(0)).isEqualTo(Level.ERROR));
        assertThat(dates().size()).as("patience ends").isLessThanOrEqualTo(3 * ATTEMPTS);
        tx(() -> assertThat(Edition.count()).isZero());

        huggingFace.failAlways(null);
        memory.forget();
        clock.advance(Duration.ofHours(2));
        portal.look();
        assertThat(lastRun()).isEqualTo("LISTS SUCCEEDED 5: 1 recorded, 4 unchanged, 0 refused");
    }

    @Test
    void hanging_service() {
        huggingFace.fail(Fault.HANG, Fault.HANG, Fault.HANG, Fault.HANG);
        portal.look();
        assertThat(lastRun()).startsWith("LISTS PARTLY_FAILED 5: 0 recorded");
        assertThat(failures()).extracting(failure -> failure.toList().get(1)).contains("2026-06-10");
    }

    @Test
    void service_that_wants_to_be_left_alone() {
        huggingFace.serve(TODAY, papers(TODAY, 2));
        huggingFace.fail(Fault.NONE, Fault.retryAfter(429, Duration.ofHours(3)));
        portal.look();
        assertThat(lastRun()).isEqualTo("LISTS PARTLY_FAILED 5: 1 recorded, 0 unchanged, 1 refused");
        assertThat(failures()).hasSize(1);
        tx(() -> assertThat(DayList.count("failure is not null")).as("nothing is wrong with the day").isZero());
        int calls = dates().size();
        clock.advance(Duration.ofMinutes(179));
        portal.look();
        assertThat(dates()).hasSize(calls);
        clock.advance(Duration.ofMinutes(1));
        portal.look();
        assertThat(lastRun()).startsWith("LISTS SUCCEEDED");
    }

    @Test
    void demo_is_shown_until_there_is_a_paper() {
        fixture.demo();
        huggingFace.failAlways(Fault.CLOSED);
        portal.look();
        tx(() -> assertThat(Edition.content()).isEqualTo(Edition.Content.DEMO));
        huggingFace.beginAnew();
        memory.forget();
        look();
        tx(() -> assertThat(Edition.content()).as("empty lists are nothing to show").isEqualTo(Edition.Content.DEMO));
        huggingFace.serve(TODAY, papers(TODAY, 1));
        look();
        tx(() -> {
            assertThat(Edition.content()).isEqualTo(Edition.Content.REAL);
            assertThat(Edition.count()).isEqualTo(1);
        });
    }

    @Test
    void runs_that_found_nothing_new() {
        huggingFace.serve(TODAY, papers(TODAY, 1));
        portal.look();
        for (int look = 0; look < 30; look++) {
            look();
        }
        tx(() -> {
            assertThat(Run.count("recorded > 0")).as("what brought something is kept").isEqualTo(1);
            assertThat(Run.count("startedAt < ?1 and recorded = 0", clock.instant().minus(Duration.ofHours(50)))).isZero();
            assertThat(Run.last(Run.Kind.LISTS).orElseThrow().startedAt).isEqualTo(clock.instant());
        });
    }

    @Test
    void days_of_the_past() throws Exception {
        LocalDate from = LocalDate.of(2024, 3, 1);
        LocalDate to = LocalDate.of(2024, 3, 5);
        from.datesUntil(to.plusDays(1)).forEach(date -> huggingFace.serve(date, papers(date, 2)));
        portal.backfill(from, to);
        awaitEnd();
        assertThat(lastRun()).isEqualTo("BACKFILL SUCCEEDED 5: 5 recorded, 0 unchanged, 0 refused");
        assertThat(dates()).containsExactlyElementsOf(new Days(from, to).newestFirst());
        tx(() -> assertThat(DayList.settled(from, to)).hasSize(5));

        portal.backfill(from.minusDays(1), to);
        awaitEnd();
        assertThat(lastRun()).isEqualTo("BACKFILL SUCCEEDED 6: 0 recorded, 6 unchanged, 0 refused");
        assertThat(dates()).as("only the day that is new").hasSize(6);

        portal.fetch(to);
        awaitEnd();
        assertThat(lastRun()).isEqualTo("BACKFILL SUCCEEDED 1: 0 recorded, 1 unchanged, 0 refused");
        assertThat(dates()).as("asked for again").hasSize(7);
    }

    @Test
    void days_of_the_past_that_a_stop_has_broken_off() {
        LocalDate from = LocalDate.of(2024, 3, 1);
        LocalDate to = LocalDate.of(2024, 3, 5);
        tx(() -> {
            Run run = new Run();
            run.kind = Run.Kind.BACKFILL;
            run.source = new Days(from, to).source();
            run.status = Status.RUNNING;
            run.startedAt = MORNING.minusSeconds(60);
            run.persist();
        });
        runs.interruptLeftOver();
        Lists next = newPortal();
        next.look();
        awaitEnd();
        assertThat(dates()).containsAll(new Days(from, to).newestFirst());
        tx(() -> assertThat(Run.last(Run.Kind.BACKFILL).orElseThrow().status).isEqualTo(Status.SUCCEEDED));
        int calls = dates().size();
        next = newPortal();
        // whether or not the first look at the last days was done above
        next.look();
        assertThat(dates().subList(calls, dates().size())).as("it is done").doesNotContain(from);
    }

    @Test
    void pause_in_the_middle_of_the_past() throws Exception {
        LocalDate from = LocalDate.of(2024, 3, 1);
        huggingFace.fail(Fault.NONE, Fault.retryAfter(503, Duration.ofMinutes(10)));
        portal.backfill(from, from.plusDays(2));
        await("the end", () -> {
            // whenever the pause began
            clock.advance(Duration.ofMinutes(1));
            return hasEnded();
        });
        assertThat(lastRun()).isEqualTo("BACKFILL SUCCEEDED 3: 0 recorded, 3 unchanged, 0 refused");
        assertThat(failures()).isEmpty();
    }

    @Test
    void past_that_is_cancelled() throws Exception {
        LocalDate from = LocalDate.of(2024, 3, 1);
        huggingFace.fail(Fault.retryAfter(503, Duration.ofMinutes(10)));
        portal.backfill(from, from.plusDays(2));
        await("the first call", () -> !dates().isEmpty());
        long id = inTx(() -> Run.last(Run.Kind.BACKFILL).orElseThrow().id);
        assertThat(runs.cancel(id)).isTrue();
        awaitEnd();
        assertThat(lastRun()).isEqualTo("BACKFILL CANCELLED 3: 0 recorded, 0 unchanged, 0 refused");
    }

    @Test
    void two_at_the_same_time() throws Exception {
        try (OpenRun run = runs.open(Run.Kind.DUMPS, "dumps", 0)) {
            assertThatThrownBy(() -> portal.synchronise()).isInstanceOf(RunInProgressException.class);
            assertThatThrownBy(() -> portal.fetch(TODAY)).isInstanceOf(RunInProgressException.class);
            portal.look();
            run.complete();
        }
        assertThat(dates()).isEmpty();
        portal.look();
        assertThat(dates()).as("later").isNotEmpty();
    }

    @Test
    void range_that_makes_no_sense() {
        assertThatThrownBy(() -> portal.backfill(TODAY, TODAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> portal.backfill(TODAY, TODAY.plusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(inTx(() -> Run.count())).isZero();
    }

    @Test
    void operator_who_does_not_wait_for_the_clock() throws Exception {
        portal.look();
        ended = runs.ended();
        huggingFace.serve(TODAY, papers(TODAY, 1));
        portal.synchronise();
        awaitEnd();
        tx(() -> assertThat(Edition.count()).isEqualTo(1));
    }

    private Lists newPortal() {
        return new Lists(FEW_DAYS, source, recorder, runs, intake, clock);
    }

    /** The next look that is due. */
    private void look() {
        clock.advance(Duration.ofHours(2));
        portal.look();
    }

    /** Waits until a run has ended that was begun since the last time. */
    private void awaitEnd() {
        await("the end", this::hasEnded);
        ended = runs.ended();
    }

    private boolean hasEnded() {
        return runs.ended() > ended && inTx(() -> Run.open().isEmpty());
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited for " + what).isBefore(end);
            Thread.onSpinWait();
        }
    }

    private List<LocalDate> dates() {
        return huggingFace.calls().stream().map(call -> LocalDate.parse(call.query().get("date"))).toList();
    }

    private static String lastRun() {
        return inTx(() -> {
            Run run = Run.newest(1).get(0);
            return "%s %s %d: %d recorded, %d unchanged, %d refused".formatted(run.kind, run.status, run.total, run.recorded,
                    run.unchanged, run.refused);
        });
    }

    private static List<Tuple> failures() {
        return inTx(() -> Failure.<Failure> list("order by id").stream()
                .map(failure -> tuple(failure.level, failure.place, failure.message)).toList());
    }

    private static void tx(Runnable assertions) {
        QuarkusTransaction.requiringNew().run(assertions);
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
