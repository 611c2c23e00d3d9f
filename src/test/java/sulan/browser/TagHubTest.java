package sulan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.DigestGenerator;
import sulan.archive.Archive;
import sulan.archive.TagCuration;

/** The page of a tag with hundreds of papers over a year. */
@QuarkusTest
class TagHubTest {

    private static final String HUB = "/tags/sparse-language-model";

    @TestHTTPResource("/")
    URL root;
    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    @Inject
    TagCuration curation;

    @BeforeEach
    void fill() {
        fixture.empty();
        DigestGenerator generator = new DigestGenerator(11, 5, 10);
        for (int day = 0; day < 360; day += 7) {
            archive.record(generator.digest(day), List.of(), "day " + day);
        }
        curation.addAlias("AnUnbrokenSpelling".repeat(6), "sparse-language-model", "ann");
        curation.addAlias("稀疏的语言模型", "sparse-language-model", "ann");
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void without_barriers_on_the_smallest_phone_in_light_and_dark() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Visit visit = Visit.in(colours, 320, root)) {
                for (String address : List.of(HUB, "/tags", "/tags?sort=rising")) {
                    visit.open(address);
                    Page page = visit.page();
                    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
                    assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(address)
                            .isLessThanOrEqualTo(320);
                    assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze().getViolations()).as("%s, %s", address, colours).isEmpty();
                }
            }
        }
    }

    @Test
    void chart_says_in_words_and_in_a_table_what_it_shows() {
        try (Visit visit = Visit.atDesk(root)) {
            visit.open(HUB);
            Locator chart = visit.page().locator(".chart svg");
            assertThat(chart.getAttribute("role")).isEqualTo("img");
            assertThat(visit.page().locator("#chart-title").textContent()).contains("稀疏语言模型");
            assertThat(chart.boundingBox().width).isGreaterThan(200);
            visit.page().locator(".chart summary").click();
            List<String> months = visit.page().locator(".chart tbody th").allTextContents();
            assertThat(months).hasSize(chart.locator("rect").count()).contains("1998-01");
            String papers = visit.page().locator(".chart tbody td").last().textContent();
            visit.page().locator(".chart tbody a").last().click();
            assertThat(visit.page().locator(".total b").textContent()).isEqualTo(papers);
        }
    }

    @Test
    void hub_without_javascript() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            visit.open(HUB);
            assertThat(visit.page().locator(".related li").count()).isPositive();
            assertThat(visit.page().locator(".short-list").count()).isEqualTo(2);
            visit.page().locator(".related a").first().click();
            assertThat(visit.page().locator("h1").textContent()).isNotBlank();
        }
    }
}
