package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** What readers take along of a paper. */
@QuarkusTest
class CopyingTest extends OnSmallArchive {

    private static final String PAPER = "/papers/" + ArchiveFixture.LONGLORA;

    @Test
    void link_citation_and_twins() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.open(PAPER);
            Locator link = page.locator("[data-copy=link]");
            String label = link.textContent();
            link.click();
            assertThat(link).hasText("已复制");
            assertThat(link).isFocused();
            assertThat(page.locator("#announcement")).hasText("已复制");
            assertThat(copied(page)).isEqualTo(root + PAPER.substring(1));
            page.locator("[data-copy=citation]").click();
            assertThat(page.locator("[data-copy=citation]")).hasText("已复制");
            assertThat(copied(page)).isEqualTo(page.locator(".citation").textContent()).contains("LongLoRA", "2023",
                    "arXiv:" + ArchiveFixture.LONGLORA);
            for (String twin : List.of("bib", "md")) {
                page.locator("[data-copy=" + twin + "]").click();
                assertThat(page.locator("[data-copy=" + twin + "]")).hasText("已复制");
                assertThat(copied(page)).isEqualTo(page.request().get(root + PAPER.substring(1) + "." + twin).text());
            }
            assertThat(link).hasText(label);
        }
    }

    private static String copied(Page page) {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Test
    void clipboard_that_the_browser_keeps_to_itself() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.evaluate("""
                    () => {
                        navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
                        document.execCommand = () => false;
                    }""");
            Locator entry = page.locator("[data-paper='" + ArchiveFixture.LONGLORA + "']").last();
            entry.locator(".copying > summary").click();
            entry.locator("[data-copy=link]").click();
            Locator field = entry.locator("textarea");
            assertThat(field).isFocused();
            assertThat(entry.getByText("请手动复制")).isVisible();
            assertThat(field).hasValue(root + PAPER.substring(1));
            assertThat(page.evaluate("getSelection().toString()")).isEqualTo(root + PAPER.substring(1));
            assertThat(page.locator("#announcement")).containsText("手动");
            assertThat(EveryPageTest.barriers(page)).isEmpty();
        }
    }

    @Test
    void twin_that_does_not_come() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.expectFailedRequests();
            visit.open(PAPER);
            page.route("**/*.bib", route -> route.abort());
            page.locator("[data-copy=bib]").click();
            assertThat(page.locator("[data-copy=bib]")).hasText("没有取到，请重试");
            assertThat(page.locator("#announcement")).hasText("没有取到，请重试");
        }
    }

    @Test
    void share_sheet_of_the_system() {
        try (Visit visit = Visit.onPhone(root, 360)) {
            Page page = visit.page();
            page.addInitScript("navigator.share = shared => { window.shared = shared; return Promise.resolve(); }");
            visit.open(PAPER);
            page.locator(".share button").tap();
            assertThat(page.evaluate("shared.url")).isEqualTo(root + PAPER.substring(1));
            assertThat((String) page.evaluate("shared.title")).startsWith("LongLoRA");
        }
        try (Visit visit = Visit.onPhone(root, 360)) {
            visit.page().addInitScript("navigator.share = undefined");
            visit.open(PAPER);
            assertThat(visit.page().locator("[data-copy=link]")).isVisible();
            assertThat(visit.page().locator(".share")).isHidden();
        }
    }
}
