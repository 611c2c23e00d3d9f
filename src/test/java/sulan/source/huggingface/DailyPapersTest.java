package sulan.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sulan.source.huggingface.ListedPaperJson.list;
import static sulan.source.huggingface.ListedPaperJson.paper;
import static sulan.source.huggingface.ListedPaperJson.papers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.digest.Diagnostic;
import sulan.digest.Diagnostic.Level;
import sulan.digest.ListedPaper;

@QuarkusTest
@TestProfile(HuggingFaceProfile.class)
class DailyPapersTest {

    private static final LocalDate DATE = LocalDate.of(2026, 6, 3);

    /** What application.properties allows: the first call and three more. */
    private static final int ATTEMPTS = 4;

    HuggingFaceStandIn standIn;

    @Inject
    DailyPapers dailyPapers;

    @Inject
    HuggingFaceMemory memory;

    @BeforeEach
    void a_server_that_is_well() {
        standIn.beginAnew();
        memory.forget();
        standIn.serve(DATE, papers(DATE, 3));
    }

    @ParameterizedTest
    @CsvSource({ "0, 1", "1, 1", "49, 1", "50, 1", "99, 1", "100, 2", "101, 2", "250, 3" })
    void all_pages(int papers, int calls) throws HuggingFaceException {
        standIn.serve(DATE, papers(DATE, papers));

        DailyList list = dailyPapers.fetch(DATE);

        assertThat(list.papers()).extracting(ListedPaper::id)
                .containsExactlyElementsOf(Arrays.stream(papers(DATE, papers)).map(each -> idOf(each)).toList());
        assertThat(list.diagnostics()).isEmpty();
        assertThat(standIn.calls()).extracting(HuggingFaceStandIn.Call::query)
                .containsExactlyElementsOf(IntStream.range(0, calls)
                        .mapToObj(p -> Map.of("date", "2026-06-03", "limit", "100", "p", String.valueOf(p))).toList());
    }

    private static String idOf(ListedPaperJson paper) {
        return SavedAnswer.read(paper.answer()).papers().get(0).id();
    }

    @Test
    void a_call_says_who_makes_it_and_takes_less_bytes() throws HuggingFaceException {
        dailyPapers.fetch(DATE);

        HuggingFaceStandIn.Call call = standIn.calls().get(0);
        assertThat(call.path()).isEqualTo("/api/daily_papers");
        assertThat(call.userAgent()).matches("Sulan/\\S+");
        assertThat(call.acceptEncoding()).contains("gzip");
    }

    @Test
    void a_damaged_entry_on_the_second_page() throws HuggingFaceException {
        String first = list(papers(DATE, 120));
        standIn.serve(DATE, first.substring(0, first.length() - 1) + ",\"{'id': '2606.99999'}\"]");

        DailyList list = dailyPapers.fetch(DATE);

        assertThat(list.papers()).hasSize(120);
        assertThat(list.diagnostics()).singleElement().satisfies(error -> {
            assertThat(error.level()).isEqualTo(Level.ERROR);
            assertThat(error.paper()).isEqualTo(121);
        });
    }

    @Test
    void a_paper_that_moves_to_the_second_page_while_it_is_asked_for() throws HuggingFaceException {
        ListedPaperJson[] papers = papers(DATE, 100);
        standIn.fail(Fault.answer(list(papers)), Fault.answer(list(papers[99], paper("2606.77777"))));

        DailyList list = dailyPapers.fetch(DATE);

        assertThat(list.papers()).hasSize(101).extracting(ListedPaper::id).doesNotHaveDuplicates().endsWith("2606.77777");
        assertThat(list.diagnostics()).extracting(Diagnostic::level, Diagnostic::paper)
                .containsExactly(tuple(Level.INFO, 101));
    }

    @Test
    void a_server_that_answers_every_page_with_the_first() throws HuggingFaceException {
        standIn.failAlways(Fault.answer(list(papers(DATE, 100))));

        DailyList list = dailyPapers.fetch(DATE);

        assertThat(list.papers()).hasSize(100);
        assertThat(list.diagnostics()).filteredOn(each -> each.level() == Level.WARNING).singleElement()
                .satisfies(warning -> assertThat(warning.paper()).isZero());
        assertThat(standIn.calls()).hasSize(2);
    }

    @Test
    void a_list_without_end() throws HuggingFaceException {
        standIn.serve(DATE, IntStream.range(0, 2500).mapToObj(i -> paper(String.format("2606.%05d", i)))
                .toArray(ListedPaperJson[]::new));

        DailyList list = dailyPapers.fetch(DATE);

        assertThat(standIn.calls()).hasSize(20);
        assertThat(list.papers()).hasSize(2000);
        assertThat(list.diagnostics()).singleElement().satisfies(each -> assertThat(each.level()).isEqualTo(Level.WARNING));
    }

    @Test
    void a_list_that_grows() throws HuggingFaceException {
        standIn.serveGrowing(DATE, list(papers(DATE, 1)), list(papers(DATE, 13)), list(papers(DATE, 120)));

        assertThat(dailyPapers.fetch(DATE).papers()).hasSize(1);
        assertThat(dailyPapers.fetch(DATE).papers()).hasSize(13);
        assertThat(dailyPapers.fetch(DATE).papers()).hasSize(120);
        assertThat(dailyPapers.fetch(DATE).papers()).hasSize(120);
    }

    static Stream<Fault> faults_that_pass() {
        return Stream.of(Fault.status(500), Fault.status(502), Fault.status(503), Fault.status(408), Fault.status(429),
                Fault.CUT,
                Fault.PAGE, Fault.NOTHING, Fault.CLOSED, Fault.CLOSED_IN_ANSWER, Fault.answer("{\"error\":\"x\"}"), Fault.HANG,
                Fault.HANG_IN_ANSWER, Fault.retryAfter(503, Duration.ZERO), Fault.retryAfter(429, Duration.ofSeconds(1)),
                Fault.tooManyRequests(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("faults_that_pass")
    void a_fault_that_passes(Fault fault) throws HuggingFaceException {
        standIn.fail(fault);

        assertThat(dailyPapers.fetch(DATE).papers()).hasSize(3);
        assertThat(standIn.calls()).hasSize(2);
    }

    static Stream<Fault> faults_that_stay() {
        return Stream.of(Fault.status(500), Fault.status(503), Fault.status(429), Fault.CUT, Fault.PAGE, Fault.CLOSED,
                Fault.retryAfter(503, Duration.ZERO), Fault.HANG);
    }

    @ParameterizedTest
    @MethodSource("faults_that_stay")
    void a_fault_that_stays(Fault fault) {
        standIn.failAlways(fault);

        HuggingFaceException failure = failure();

        assertThat(failure.isTransient()).isTrue();
        assertThat(failure.readerMessage()).contains("Hugging Face").endsWith("，稍后会再试。");
        assertThat(standIn.calls()).hasSize(ATTEMPTS);
    }

    @Test
    void a_second_page_that_cannot_be_had() {
        standIn.serve(DATE, papers(DATE, 101));
        standIn.fail(Fault.NONE);
        standIn.failAlways(Fault.status(500));

        assertThat(failure().isTransient()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 301, 400, 401, 403, 404, 410, 422 })
    void a_refusal(int status) {
        standIn.failAlways(Fault.status(status));

        HuggingFaceException failure = failure();

        assertThat(failure.isTransient()).isFalse();
        assertThat(failure.retryAt()).isNull();
        assertThat(failure.getMessage()).contains(String.valueOf(status));
        assertThat(failure.readerMessage()).contains(String.valueOf(status)).contains("sulan.huggingface.url");
        assertThat(standIn.calls()).hasSize(1);
    }

    @Test
    void an_answer_that_is_too_large() {
        standIn.fail(Fault.answer("[" + " ".repeat(9_000_000) + "]"));

        HuggingFaceException failure = failure();

        assertThat(failure.isTransient()).isFalse();
        assertThat(failure.readerMessage()).contains("sulan.huggingface.largest-answer");
        assertThat(standIn.calls()).hasSize(1);
    }

    static Stream<Fault> long_pauses() {
        return Stream.of(Fault.retryAfter(429, Duration.ofSeconds(200)), Fault.retryAfter(503, Duration.ofSeconds(200)),
                Fault.tooManyRequests(Duration.ofSeconds(200)),
                Fault.status(429, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "200")));
    }

    @ParameterizedTest
    @MethodSource("long_pauses")
    void a_pause_that_is_too_long_to_wait(Fault fault) {
        standIn.fail(fault);
        Instant before = Instant.now();

        HuggingFaceException failure = failure();

        assertThat(failure.isTransient()).isTrue();
        assertThat(failure.retryAt()).isBetween(before.plusSeconds(200), Instant.now().plusSeconds(200));
        assertThat(failure().retryAt()).isEqualTo(failure.retryAt());
        assertThat(standIn.calls()).as("none is made before").hasSize(1);
    }

    @Test
    void a_window_that_the_last_good_answer_used_up() throws HuggingFaceException {
        standIn.fail(Fault.headers(Map.of("RateLimit", "\"api\";r=0;t=200")));

        assertThat(dailyPapers.fetch(DATE).papers()).hasSize(3);
        assertThat(failure().retryAt()).isAfter(Instant.now().plusSeconds(100));
        assertThat(standIn.calls()).hasSize(1);
    }

    @Test
    void a_window_that_is_over_soon_is_waited_for() throws HuggingFaceException {
        standIn.limit(1, Duration.ofSeconds(1));
        standIn.serve(DATE, papers(DATE, 100));

        assertThat(dailyPapers.fetch(DATE).papers()).hasSize(100);
        assertThat(standIn.calls()).hasSize(2);
    }

    @Test
    void calls_over_the_limit_are_told_so() {
        standIn.limit(2, Duration.ofMinutes(5));

        assertThatNoException().isThrownBy(() -> dailyPapers.fetch(DATE));
        assertThatNoException().isThrownBy(() -> dailyPapers.fetch(DATE));
        assertThat(failure().retryAt()).isAfter(Instant.now().plusSeconds(100));
        assertThat(standIn.calls()).hasSize(2);
    }

    @Test
    void a_server_that_fails_and_fails_is_left_alone() {
        standIn.failAlways(Fault.status(500));
        for (int i = 0; i < 3; i++) {
            failure();
        }
        int calls = standIn.calls().size();
        standIn.failAlways(null);

        HuggingFaceException failure = failure();

        assertThat(calls).isEqualTo(10);
        assertThat(standIn.calls()).hasSize(calls);
        assertThat(failure.isTransient()).isTrue();
        assertThat(failure.retryAt()).isAfter(Instant.now().plusSeconds(60));
        memory.forget();
        assertThatNoException().isThrownBy(() -> dailyPapers.fetch(DATE));
    }

    @Test
    void the_portal_s_own_limit() throws HuggingFaceException {
        DailyPapers frugal = with(new FixedConfig(true, standIn.url(), 2));
        frugal.fetch(DATE);
        frugal.fetch(DATE);

        HuggingFaceException failure = failure(frugal);

        assertThat(failure.isTransient()).isTrue();
        assertThat(failure.retryAt()).isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(standIn.calls()).hasSize(2);
    }

    @Test
    void a_server_that_is_not_there() {
        HuggingFaceStandIn other = HuggingFaceStandIn.start();
        other.close();

        HuggingFaceException failure = failure(with(new FixedConfig(true, other.url(), 100)));

        assertThat(failure.isTransient()).isTrue();
        assertThat(failure.readerMessage()).isEqualTo("连不上 Hugging Face，或者连接中断了，稍后会再试。");
    }

    @Test
    void a_portal_that_is_told_not_to_ask() {
        HuggingFaceException failure = failure(with(new FixedConfig(false, standIn.url(), 100)));

        assertThat(failure.isTransient()).isFalse();
        assertThat(failure.readerMessage()).contains("sulan.huggingface.enabled");
        assertThat(standIn.calls()).isEmpty();
    }

    private static DailyPapers with(HuggingFaceConfig config) {
        Clock clock = Clock.systemUTC();
        return new DailyPapers(config,
                new GuardedCalls(new HuggingFaceClient(config, new Quota(clock), clock, "test"), config, clock,
                        UUID.randomUUID().toString()));
    }

    @Test
    void recorded_answers() throws IOException, HuggingFaceException {
        String shared = System.getProperty("sulan.shared", "");
        assumeTrue(!shared.isBlank(), "no saved answers at hand");
        standIn.serveFolder(Path.of(shared, "hf-api"));

        assertThat(dailyPapers.fetch(LocalDate.of(2026, 6, 3)).papers()).hasSize(23);
        assertThat(dailyPapers.fetch(LocalDate.of(2024, 12, 11)).diagnostics()).hasSize(26);
        assertThat(dailyPapers.fetch(LocalDate.of(2025, 1, 22)).papers()).hasSize(1);
        assertThat(dailyPapers.fetch(LocalDate.of(2025, 1, 22)).papers()).hasSize(13);
        assertThat(List.of(dailyPapers.fetch(LocalDate.of(2026, 6, 4)).papers())).containsExactly(List.of());
    }

    private HuggingFaceException failure() {
        return failure(dailyPapers);
    }

    private static HuggingFaceException failure(DailyPapers asked) {
        HuggingFaceException failure = catchThrowableOfType(HuggingFaceException.class, () -> asked.fetch(DATE));
        assertThat(failure).isNotNull();
        return failure;
    }
}
