package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;

/** Everything works by links and forms alone. */
@QuarkusTest
class WithoutJavaScriptTest extends OnSmallArchive {

    private static final int MOST_PAGES = 150;

    @Test
    void day_sorted_and_filtered() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.locator("#sort-recommendation").click();
            assertThat(page).hasURL(root + "days/2023-09-20?sort=recommendation");
            assertThat(page.locator("article h2").first()).containsText("LongLoRA");
            unfold(page);
            page.locator("#filter-recommendation").selectOption("4");
            page.locator(".filters button").last().click();
            assertThat(page.locator(".results article")).hasCount(3);
            assertThat(page.locator("article h2").first()).containsText("LongLoRA");
            page.goBack();
            assertThat(page.locator(".results article")).hasCount(5);
        }
    }

    @Test
    void papers_filtered_chip_removed_and_paged() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            Page page = visit.page();
            visit.open("/papers?size=4");
            page.locator("#page-next").click();
            assertThat(page.locator(".pager [aria-current=page]")).hasText("2");
            unfold(page);
            page.locator("#filter-q").fill("模型");
            page.locator(".filters button").last().click();
            assertThat(page.locator(".chips li")).hasCount(2);
            assertThat(visit.address()).contains("q=模型", "size=4").doesNotContain("page");
            page.locator(".chips a").first().click();
            assertThat(page.locator(".chips")).hasCount(0);
            assertThat(page.locator("[data-announce]")).containsText("10");
        }
    }

    @Test
    void search_from_any_page() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            visit.open("/");
            visit.page().locator("header input[name=q]").fill("LongLoRA");
            visit.page().locator(".masthead button").click();
            assertThat(visit.page().locator(".cards > li")).hasCount(1);
        }
    }

    @Test
    void tag_found_and_followed() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            visit.open("/tags");
            visit.page().locator("#tag-q").fill("大语言");
            visit.page().locator("main form button").click();
            visit.page().locator("#names .tags a").first().click();
            assertThat(visit.page()).hasURL(root + "tags/large-language-model");
        }
    }

    @Test
    void folded_parts_can_be_unfolded() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            visit.page().setViewportSize(360, 740);
            visit.open("/days/2023-09-20");
            visit.page().locator("#\\32 309\\.10668 details summary").first().click();
            assertThat(visit.page().locator("#\\32 309\\.10668")).containsText("统一图像与音频");
            assertThat(visit.page().getByText("统一图像与音频")).isVisible();
        }
    }

    @Test
    void nothing_that_would_need_a_script() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            visit.open("/papers/2309.12307");
            assertThat(visit.page().locator("[data-keys]")).isHidden();
            assertThat(visit.page().locator(".copying button:visible")).hasCount(0);
            assertThat(visit.page().locator(".notice > button")).isHidden();
            // can be selected, and downloaded
            assertThat(visit.page().locator(".citation")).isVisible();
            assertThat(visit.page().locator(".twins a[type='application/x-bibtex']")).isVisible();
        }
    }

    @Test
    void nothing_is_folded_on_a_wide_screen() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            visit.open("/days/2023-09-20");
            assertThat(visit.page().getByText("统一图像与音频")).isVisible();
            assertThat(visit.page().locator(".folding")).isHidden();
            visit.open("/papers");
            assertThat(visit.page().locator(".card .overview").first()).isHidden();
        }
    }

    /** Follows every link of the portal from the front page, so many at most, and finds no dead end. */
    @Test
    void every_link_leads_somewhere() {
        Set<String> seen = new LinkedHashSet<>(List.of("/"));
        List<String> open = new ArrayList<>(seen);
        try (Visit visit = Visit.withoutJavaScript(root)) {
            while (!open.isEmpty() && seen.size() < MOST_PAGES) {
                String address = open.remove(0);
                if (address.matches(".*\\.(json|md|svg)(\\?.*)?")) {
                    assertThat(visit.page().request().get(root + address.substring(1)).status()).as(address).isEqualTo(200);
                    continue;
                }
                assertThat(visit.open(address).status()).as(address).isEqualTo(200);
                for (String link : visit.page().locator("a[href^='/']").all().stream()
                        .map(found -> found.getAttribute("href").replaceAll("#.*", "")).toList()) {
                    // lists upon lists: one filter on top of another says no more
                    if (link.chars().filter(c -> c == '&' || c == '?').count() < 2 && seen.add(link)) {
                        open.add(link);
                    }
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(50);
    }

    private static void unfold(Page page) {
        // without the style sheet all is visible
        page.waitForLoadState();
        if (page.locator(".refine:not([open]) > summary").isVisible()) {
            page.locator(".refine > summary").click();
        }
    }
}
