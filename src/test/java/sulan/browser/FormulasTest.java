package sulan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.ListedPapers;
import sulan.archive.Archive;

@QuarkusTest
class FormulasTest {

    @TestHTTPResource("/")
    URL root;
    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void formula_of_a_title_is_drawn() {
        title("$\\pi_0$: From $O(n^2)$ to $\\frac{a$ for $5");
        try (Visit visit = Visit.atDesk(root)) {
            visit.open("/papers/2602.00001");
            Locator formulas = visit.page().locator("h1 .formula");
            visit.page().locator("h1 math").first().waitFor();
            assertThat(formulas).isNotNull();
            assertThat(formulas.count()).isEqualTo(2);
            assertThat(visit.page().locator("h1 math msub").count()).isEqualTo(1);
            assertThat(visit.page().locator("h1").textContent()).contains("$\\frac{a$ for $5").doesNotContain("$O");
            assertThat(visit.page().title()).startsWith("$\\pi_0$: From");
        }
    }

    @Test
    void library_comes_only_to_pages_with_a_formula() {
        title("No formula for $5");
        try (Visit visit = Visit.atDesk(root)) {
            List<String> scripts = new ArrayList<>();
            visit.page().onRequest(request -> scripts.add(request.url()));
            visit.open("/papers/2602.00001");
            assertThat(scripts).noneMatch(address -> address.contains("katex"));
            int before = scripts.size();
            title("A formula: $x$");
            visit.open("/papers/2602.00001");
            visit.page().locator("h1 math").waitFor();
            assertThat(scripts.subList(before, scripts.size())).anyMatch(address -> address.contains("katex"));
        }
    }

    private void title(String title) {
        archive.list(ArchiveFixture.MONDAY, List.of(ListedPapers.full("2602.00001", title, 3)), List.of(), 0, true, true);
        fixture.awaitIndex();
    }
}
