package sulan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sulan.source.huggingface.Fault;
import sulan.source.huggingface.HuggingFaceStandIn;
import sulan.source.huggingface.ListedPaperJson;
import sulan.source.llm.LanguageModelStandIn;
import sulan.source.llm.Prompt.Purpose;

/**
 * The whole way, with the packaged portal: an empty archive, Hugging Face and a language model (both stand-ins), and nobody who
 * lends a hand.
 */
class PublishedDayIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAPERS = 9;
    /** Calls that can be under way when the portal is killed. */
    private static final int PARALLEL = 2;

    /** Two days that are over, so that no more papers are waited for. */
    private final LocalDate before = LocalDate.now(ZoneOffset.UTC).minusDays(2);
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private HuggingFaceStandIn huggingFace;
    private LanguageModelStandIn model;

    @TempDir
    Path home;
    @TempDir
    Path elsewhere;

    @BeforeEach
    void start() {
        huggingFace = HuggingFaceStandIn.start();
        huggingFace.serve(before, ListedPaperJson.papers(before, PAPERS));
        huggingFace.serve(day, ListedPaperJson.papers(day, PAPERS));
        model = LanguageModelStandIn.start();
    }

    @AfterEach
    void stop() {
        huggingFace.close();
        model.close();
    }

    @Test
    void empty_archive_becomes_published_days_that_import_again() throws IOException {
        Path export = home.resolve("export");
        try (Portal portal = portal("sulan.export=" + export)) {
            complete(portal, before);
            complete(portal, day);
            for (LocalDate date : List.of(before, day)) {
                Path file = export.resolve(date.format(DateTimeFormatter.BASIC_ISO_DATE) + "-hf-daily-papers.md");
                portal.waitUntil(date + " is exported", () -> Files.exists(file));
                portal.waitUntil("the export is that of the page",
                        () -> portal.body("/days/" + date + ".md").equals(read(file)));
            }
            assertThat(model.calls().stream().filter(call -> call.purpose() == Purpose.OVERVIEW)
                    .collect(groupingBy(LanguageModelStandIn.Call::paper, counting())))
                    .as("calls by paper").hasSize(2 * PAPERS).allSatisfy((paper, calls) -> assertThat(calls).isEqualTo(1));
            assertThat(model.calls().stream().filter(call -> call.purpose() == Purpose.ORDER)).as("orders").hasSize(2);

            try (Portal other = Portal.start(elsewhere, "sulan.digests=" + export).ready()) {
                for (LocalDate date : List.of(before, day)) {
                    assertThat(other.body("/days/" + date + ".md")).isEqualTo(portal.body("/days/" + date + ".md"));
                    assertThat(json(other, "/days/" + date + ".json").get("status").asText()).isEqualTo("complete");
                    assertThat(texts(other, date)).isEqualTo(texts(portal, date));
                }
            }
        }
    }

    @Test
    void kills_while_overviews_are_written() throws IOException {
        int kills = 0;
        while (true) {
            int written = written();
            try (Portal portal = portal()) {
                if (kills == 3) {
                    complete(portal, before);
                    complete(portal, day);
                    break;
                }
                portal.waitUntil("another overview is asked for", () -> written() > written + 1 || written() == 2 * PAPERS);
                portal.kill();
                kills++;
            }
        }
        Map<String, Long> calls = model.calls().stream().filter(call -> call.purpose() == Purpose.OVERVIEW)
                .collect(groupingBy(LanguageModelStandIn.Call::paper, counting()));
        assertThat(calls).hasSize(2 * PAPERS);
        assertThat(calls.values().stream().mapToLong(count -> count - 1).sum())
                .as("papers that were asked for again: at most those under way at a kill")
                .isLessThanOrEqualTo(kills * PARALLEL);
    }

    @Test
    void kill_while_lists_are_fetched() throws IOException {
        huggingFace.fail(Fault.NONE, Fault.NONE, Fault.HANG);
        try (Portal portal = portal()) {
            portal.waitUntil("it waits for an answer", () -> huggingFace.calls().size() >= 3);
            portal.kill();
        }
        huggingFace.beginAnew();
        huggingFace.serve(before, ListedPaperJson.papers(before, PAPERS));
        huggingFace.serve(day, ListedPaperJson.papers(day, PAPERS));
        try (Portal portal = portal()) {
            complete(portal, before);
            complete(portal, day);
            assertThat(json(portal, "/status.json").get("papers").asInt()).isEqualTo(2 * PAPERS);
        }
    }

    @Test
    void one_paper_that_no_good_overview_comes_of() throws IOException {
        String refused = json(ListedPaperJson.list(ListedPaperJson.papers(day, 1))).get(0).get("paper").get("id").asText();
        model.alwaysFor(refused, LanguageModelStandIn.Fault.REFUSAL);
        try (Portal portal = portal()) {
            complete(portal, before);
            portal.waitUntil("all others are written", () -> overviews(portal, day) == PAPERS - 1);
            portal.waitUntil("the refusal is told", () -> portal.body("/status.json").contains(refused));
            assertThat(json(portal, "/papers/" + refused + ".json").get("overview").isNull()).isTrue();
            assertThat(json(portal, "/days/" + day + ".json").get("status").asText()).isEqualTo("writing");
            assertThat(portal.status("/papers/" + refused)).isEqualTo(200);
        }
    }

    private Portal portal(String... more) throws IOException {
        List<String> settings = new ArrayList<>(List.of("sulan.huggingface.enabled=true",
                "sulan.huggingface.url=" + huggingFace.url(), "sulan.huggingface.pause=10ms",
                "OPENAI_API_KEY=a key of the test",
                "OPENAI_BASE_URL=" + model.baseUrl(), "sulan.overview.every=1s", "sulan.overview.parallel=" + PARALLEL,
                "sulan.overview.daily-budget=100", "sulan.demo=false"));
        settings.addAll(List.of(more));
        return Portal.start(home, settings.toArray(String[]::new)).ready();
    }

    private static void complete(Portal portal, LocalDate date) {
        portal.waitUntil(date + " is complete", () -> {
            String answer = portal.body("/days/" + date + ".json");
            return answer.contains("\"status\":\"complete\"") && answer.contains("\"overview\":{");
        });
    }

    private int written() {
        return (int) model.calls().stream().filter(call -> call.purpose() == Purpose.OVERVIEW)
                .map(LanguageModelStandIn.Call::paper).distinct().count();
    }

    private static long overviews(Portal portal, LocalDate date) {
        return portal.body("/days/" + date + ".json").split("\"overview\":\\{", -1).length - 1;
    }

    /** What readers read of a day: all that a digest can carry, by paper. */
    private static List<String> texts(Portal portal, LocalDate date) {
        List<String> texts = new ArrayList<>();
        json(portal, "/days/" + date + ".json").get("papers").forEach(paper -> {
            JsonNode overview = paper.get("overview");
            texts.add(paper.get("id") + " " + paper.get("title") + overview.get("mainWork") + overview.get("highlights")
                    + overview.get("keywords") + overview.get("ratings") + overview.get("reasons") + overview.get("comment"));
        });
        return texts;
    }

    private static JsonNode json(Portal portal, String address) {
        return json(portal.body(address));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
