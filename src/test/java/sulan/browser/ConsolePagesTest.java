package sulan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static sulan.browser.OperatorVisits.logIn;
import static sulan.browser.OperatorVisits.look;

import java.net.URL;
import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.ArchiveFixture;
import sulan.archive.ModelCall;
import sulan.archive.Run;
import sulan.operator.ConsoleFixture;
import sulan.operator.ConsoleProfile;

/** The pages with which the operator conducts intake, as a browser shows them. */
@QuarkusTest
@TestProfile(ConsoleProfile.class)
class ConsolePagesTest {

    private static final String DAY = ArchiveFixture.WEDNESDAY.toString();

    @TestHTTPResource("/")
    URL root;
    @Inject
    ConsoleFixture console;

    private Run run;

    @BeforeEach
    void fill() {
        console.fill();
        console.summarise(ArchiveFixture.UNRATED, ArchiveFixture.LONGLORA);
        run = console.run(Run.Kind.BACKFILL, Run.Status.RUNNING, Instant.now().minusSeconds(100));
    }

    @AfterEach
    void empty() {
        console.empty();
    }

    @ParameterizedTest
    @CsvSource({ "360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK" })
    void without_barriers(int width, ColorScheme colours) {
        ModelCall call = console.call(run, ModelCall.Purpose.OVERVIEW, ArchiveFixture.LONGLORA, ModelCall.Outcome.FAULTY,
                "0.01",
                true);
        try (Visit visit = Visit.in(colours, width, root)) {
            logIn(visit);
            look(visit, "start", width, colours);
            for (String page : new String[] { "runs", "runs/" + run.id, "days", "days/" + DAY, "failures", "ledger",
                    "ledger/" + call.id, "backfill", "writing?from=" + DAY + "&to=" + DAY + "&scope=ALL" }) {
                visit.open("/operator/" + page);
                look(visit, "console-" + page.replaceAll("[^a-z]+", "-"), width, colours);
            }
            visit.open("/operator/failures");
            visit.page().locator(".failure button").first().click();
            look(visit, "console-acknowledged", width, colours);
        }
    }

    @Test
    void progress_of_a_run_until_it_has_ended() {
        try (Visit visit = Visit.atDesk(root)) {
            logIn(visit);
            visit.open("/operator/runs");
            visit.swap(() -> console.progress(run, 20));
            assertThat(visit.page().locator("progress").getAttribute("value")).isEqualTo("20");
            console.end(run);
            visit.page().locator("text=现在没有正在进行的运行").waitFor();
            assertThat(visit.page().locator("tbody").textContent()).contains("补取以前的每日论文", "成功");
        }
    }
}
