package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.operator.OperatorSession;

/**
 * A visit by somebody who reads English, and the change from one language to the other. With
 * {@code -Dsulan.screenshots=FOLDER} it takes pictures.
 */
@QuarkusTest
class EnglishTest extends OnSmallArchive {

    private static final List<String> PAGES = List.of("/", "/days", "/days/2023-09-20", "/days/" + ArchiveFixture.MONDAY,
            "/weeks/2023-W38", "/papers", "/papers?q=no-such-word", "/papers/" + ArchiveFixture.TRUNCATED, "/tags",
            "/tags/large-language-model", "/status", "/about", "/no-such-page");
    private static final List<String> OPERATOR = List.of("/operator", "/operator/runs", "/operator/days", "/operator/failures",
            "/operator/ledger", "/operator/tags", "/operator/papers", "/operator/papers/" + ArchiveFixture.LONGLORA,
            "/operator/upload", "/operator/backfill", "/operator/maintenance", "/operator/audit");

    @BeforeEach
    void addListedDays() {
        archive.listed();
    }

    @Test
    void pages_on_a_small_phone() {
        try (Visit visit = Visit.inEnglish(root, 320)) {
            for (String address : PAGES) {
                visit.open(address);
                assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
                EveryPageTest.assertNoSidewaysScroll(visit.page(), 320);
                look(visit.page(), address);
            }
        }
    }

    @Test
    void without_barriers() {
        try (Visit visit = Visit.inEnglish(root, 360)) {
            for (String address : List.of("/", "/days/2023-09-20", "/tags/large-language-model")) {
                visit.open(address);
                assertThat(EveryPageTest.barriers(visit.page())).as(address).isEmpty();
            }
        }
    }

    @Test
    void pages_of_the_operator() {
        OperatorTest.propose();
        try (Visit visit = Visit.inEnglish(root, 360)) {
            visit.open("/operator/login");
            look(visit.page(), "/operator/login");
            OperatorTest.logIn(visit.page(), OperatorSession.password());
            for (String address : OPERATOR) {
                assertThat(visit.open(address).status()).as(address).isEqualTo(200);
                assertThat(visit.page().locator("main nav").first().textContent()).contains("Maintenance");
                EveryPageTest.assertNoSidewaysScroll(visit.page(), 360);
                look(visit.page(), address);
            }
        }
    }

    /** The list that is on the page now stays the same in the other language, and so does the rest of the visit. */
    @Test
    void change_of_language() {
        try (Visit visit = Visit.atDesk(root)) {
            visit.open("/papers?size=5");
            visit.swap(() -> visit.page().locator("#sort-novelty").click());
            Locator change = visit.page().locator("a.language");
            assertThat(change).hasText("English");
            change.click();
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
            assertThat(visit.address()).isEqualTo("/papers?sort=novelty&size=5&lang=en");
            assertThat(visit.page().locator("#sort-novelty")).hasAttribute("aria-current", "true");
            visit.swap(() -> visit.page().locator("#sort-newest").click());
            assertThat(visit.page().locator(".found .total")).hasText(Pattern.compile("17 papersPage 1 of 4"));
            visit.page().locator(".masthead nav a[href='/tags']").click();
            assertThat(visit.page().locator("h1")).hasText("Tags");
            visit.page().locator("a.language").click();
            assertThat(visit.page().locator("h1")).hasText("标签");
        }
    }

    private static void look(Page page, String address) {
        String folder = System.getProperty("sulan.screenshots");
        if (folder != null) {
            int before = page.viewportSize().width;
            for (int width : List.of(360, 1440)) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(Path.of(folder, "english-%s-%d.png".formatted(PageKinds.fileName(address), width))));
            }
            page.setViewportSize(before, 900);
        }
    }
}
