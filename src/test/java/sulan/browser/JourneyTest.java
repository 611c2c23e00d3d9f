package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** What readers come for, from the front page on, by what they see alone; with the demo, as somebody who tries the portal. */
@QuarkusTest
class JourneyTest {

    @TestHTTPResource("/")
    URL root;
    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.demo();
    }

    @AfterEach
    void empty() {
        archive.empty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1280, 360 })
    void morning(int width) {
        try (Visit visit = width < 500 ? Visit.onPhone(root, width) : Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            page.locator(".newest h2 a").click();
            visit.swap(() -> page.locator(".sorts").getByText("推荐度").click());
            String best = page.locator(".entry .title").first().textContent();
            Locator tag = page.locator(".entry").first().locator(".keywords a").first();
            tag.click();
            page.waitForURL(Pattern.compile(".*/tags/.*"));
            page.locator("#papers .card .title a", new Page.LocatorOptions().setHasText(best)).click();
            assertThat(page.locator("h1")).hasText(best);
            page.goBack();
            assertThat(page.locator("#papers .card .title", new Page.LocatorOptions().setHasText(best))).isInViewport();
        }
    }

    @Test
    void first_visit() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            // the best paper of the day is the first one
            assertThat(page.locator(".card .rank b").first()).hasText("1");

            // the papers on a topic in September
            page.locator("#find").fill("语言模型");
            page.locator("#find").press("Enter");
            page.waitForURL(Pattern.compile(".*/papers\\?q=.*"));
            visit.swap(() -> page.locator(".facet a", new Page.LocatorOptions().setHasText("2023")).first().click());
            visit.swap(() -> page.locator(".facet a", new Page.LocatorOptions().setHasText("9月")).first().click());
            assertThat(page.locator(".card time").allTextContents()).isNotEmpty().allMatch(date -> date.startsWith("2023年9月"));

            // the feed of a topic
            page.locator(".card .keywords a").first().click();
            page.waitForURL(Pattern.compile(".*/tags/.*"));
            String feed = page.locator("text=订阅这个标签").getAttribute("href");
            assertThat(page.request().get(root + feed.substring(1)).headers().get("content-type")).contains("atom");

            // no more of another
            page.locator("text=屏蔽这个标签").click();
            assertThat(page.locator(".mute")).hasAttribute("aria-pressed", "true");

            // and the keys
            page.locator("footer").getByText("键盘").click();
            assertThat(page.locator("dialog")).isVisible();
            assertThat(page.locator("dialog")).containsText("下一篇");
        }
    }
}
