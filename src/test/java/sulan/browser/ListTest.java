package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;

import io.quarkus.test.junit.QuarkusTest;

/** Lists whose fragments are exchanged by htmx: what is shown, the address and the history stay in step. */
@QuarkusTest
class ListTest extends OnSmallArchive {

    @Test
    void day_sorted_filtered_and_back() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.evaluate("window.samePage = true");
            Locator first = page.locator("article h2").first();
            assertThat(first).hasText("PoSE: Efficient Context Window Extension");

            visit.swap(() -> page.locator("#sort-recommendation").click());
            assertThat(first).containsText("LongLoRA");
            assertThat(page).hasURL(root + "days/2023-09-20?sort=recommendation");
            assertThat(page.locator("#sort-recommendation")).hasAttribute("aria-current", "true");

            page.locator("#filter-recommendation").selectOption("4");
            assertThat(page.locator(".results article")).hasCount(3);
            assertThat(visit.address()).contains("recommendation=4", "sort=recommendation");
            assertThat(page.locator("#filter-recommendation")).hasValue("4");
            assertThat(page.locator("[data-announce]")).containsText("3");

            page.goBack();
            assertThat(page.locator(".results article")).hasCount(5);
            assertThat(page).hasURL(root + "days/2023-09-20?sort=recommendation");
            assertThat(first).containsText("LongLoRA");
            page.goBack();
            assertThat(first).hasText("PoSE: Efficient Context Window Extension");
            assertThat(page).hasURL(root + "days/2023-09-20");
            page.goForward();
            page.goForward();
            assertThat(page.locator(".results article")).hasCount(3);
            assertThat((boolean) page.evaluate("window.samePage === true")).as("exchanged, not loaded anew").isTrue();
        }
    }

    @Test
    void address_of_a_swap_leads_to_the_same_page() {
        try (Visit visit = Visit.atDesk(root); Visit other = Visit.atDesk(root)) {
            visit.open("/days/2023-09-20");
            visit.swap(() -> visit.page().locator("#sort-novelty").click());
            other.open(visit.address());
            assertThat(titles(other.page())).isEqualTo(titles(visit.page()));
            visit.page().reload();
            assertThat(titles(visit.page())).isEqualTo(titles(other.page()));
            assertThat(visit.page().locator("header.masthead")).isVisible();
        }
    }

    @Test
    void feed_of_the_list_that_is_shown() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            Locator feed = page.locator("head link[type='application/atom+xml']");
            visit.open("/papers");
            assertThat(feed).hasAttribute("href", "/papers.atom");
            visit.swap(() -> page.locator("#sort-novelty").click());
            assertThat(feed).hasAttribute("href", "/papers.atom?sort=novelty");
            assertThat(page.locator(".twins a[type='text/csv']")).hasAttribute("href", "/papers.csv?sort=novelty");
            assertThat(page.locator("head link[rel=canonical]")).hasAttribute("href", "/papers");
            page.goBack();
            assertThat(feed).hasAttribute("href", "/papers.atom");
        }
    }

    @Test
    void back_from_a_paper_to_the_filtered_list() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            page.locator("#filter-recommendation").selectOption("4.5");
            assertThat(page.locator(".cards > li")).hasCount(4);
            page.locator(".cards h2 a").first().click();
            assertThat(page.locator("h1")).containsText("LongLoRA");
            page.goBack();
            assertThat(page.locator(".cards > li")).hasCount(4);
            assertThat(page.locator("header.masthead")).isVisible();
            assertThat(page.locator("#filter-recommendation")).hasValue("4.5");
        }
    }

    @Test
    void back_when_the_browser_kept_no_copy() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            visit.swap(() -> page.locator("#sort-recommendation").click());
            visit.swap(() -> page.locator("#filter-rated").check());
            page.evaluate("localStorage.clear(); sessionStorage.clear()");
            page.goBack();
            assertThat(page.locator(".results article")).hasCount(5);
            assertThat(page.locator("article h2").first()).containsText("LongLoRA");
            assertThat(page.locator("header.masthead")).hasCount(1);
            assertThat(page.locator("h1")).hasCount(1);
        }
    }

    @Test
    void value_that_the_portal_refuses() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.expectFailedRequests();
            visit.open("/papers");
            page.evaluate("document.querySelector('#filter-recommendation option:last-child').value = '9'");
            page.locator("#filter-recommendation").selectOption("9");
            assertThat(page.locator("#notice")).containsText("0 到 5");
            assertThat(page.locator(".cards > li")).hasCount(10);
            assertThat(page).hasURL(root + "papers");
            page.locator("#filter-recommendation").selectOption("4.5");
            assertThat(page.locator(".cards > li")).hasCount(4);
            assertThat(page.locator("#notice")).isEmpty();
        }
    }

    @Test
    void portal_that_is_out_of_reach() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.expectFailedRequests();
            visit.open("/papers");
            page.route("**/papers?**", route -> route.abort());
            page.locator("#sort-novelty").click();
            assertThat(page.locator("#notice")).not().isEmpty();
            assertThat(page.locator(".cards > li")).hasCount(10);
            assertThat(page).hasURL(root + "papers");
        }
    }

    @Test
    void something_before_the_portal_that_does_not_reach_it() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.expectFailedRequests();
            visit.open("/papers");
            page.route("**/papers?**", route -> route.fulfill(new Route.FulfillOptions().setStatus(502)
                    .setContentType("text/html").setBody("<h1>Bad gateway</h1>")));
            page.locator("#sort-novelty").click();
            Locator notice = page.locator("#notice");
            assertThat(notice).containsText("没有收到回答");
            assertThat(notice.locator("a")).hasAttribute("href", "/papers?sort=novelty");
            assertThat(page.locator(".cards > li")).hasCount(10);
            assertThat(page).hasURL(root + "papers");
            assertThat(page.locator("#papers")).not().hasAttribute("aria-busy", "true");
            // seen from everywhere, until the reader has read it
            page.evaluate("scrollTo(0, 1000)");
            assertThat(notice).isInViewport();
            page.locator(".notice > button").click();
            assertThat(notice).isEmpty();
        }
    }

    @Test
    void only_the_last_of_several_wishes_counts() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            List<Route> held = new ArrayList<>();
            page.route("**/papers?sort=novelty", held::add);
            page.locator("#sort-novelty").click();
            assertThat(page.locator("#papers")).hasAttribute("aria-busy", "true");
            assertThat(page.evaluate("getComputedStyle(document.body, '::before').position")).isEqualTo("fixed");
            assertThat(page.locator("#announcement")).hasText("还在等待回答");
            visit.swap(() -> page.locator("#sort-practicality").click());
            release(held);
            assertThat(page).hasURL(root + "papers?sort=practicality");
            assertThat(page.locator("#papers")).not().hasAttribute("aria-busy", "true");
            assertThat(page.evaluate("getComputedStyle(document.body, '::before').position")).isEqualTo("static");

            page.locator("#sort-novelty").click();
            page.waitForCondition(() -> held.size() == 2);
            page.goBack();
            assertThat(page).hasURL(root + "papers");
            release(held);
            assertThat(page.locator("#sort-newest")).hasAttribute("aria-current", "true");
            assertThat(page).hasURL(root + "papers");
        }
    }

    private static void release(List<Route> held) {
        held.forEach(route -> {
            try {
                route.resume();
            } catch (PlaywrightException e) {
                // the browser has taken the request back
            }
        });
    }

    @Test
    void title_of_the_list_that_is_shown() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers?size=4");
            String plain = page.title();
            visit.swap(() -> page.locator("#page-next").click());
            String second = page.title();
            assertThat(second).endsWith(plain).contains("2");
            visit.swap(() -> page.locator("#facet-recommendation-4\\.5").click());
            assertThat(page).hasTitle("推荐度 ≥ 4.5 · " + plain);
            page.goBack();
            assertThat(page).hasTitle(second);
            page.reload();
            assertThat(page).hasTitle(second);
        }
    }

    @Test
    void back_to_where_one_was() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            page.evaluate("scrollTo(0, 400)");
            Locator facet = page.locator("#facet-recommendation-4\\.5");
            facet.evaluate("link => link.focus({ preventScroll: true })");
            visit.swap(() -> page.keyboard().press("Enter"));
            page.locator("#sort-novelty").focus();
            page.goBack();
            assertThat(page.locator(".cards > li")).hasCount(10);
            assertThat(facet).isFocused();
            page.waitForFunction("() => Math.round(scrollY) === 400");
            assertThat(page.locator("#announcement")).containsText("10");
            page.goForward();
            assertThat(page.locator(".cards > li")).hasCount(4);
            assertThat(page.locator("#sort-novelty")).isFocused();
        }
    }

    @Test
    void tags_found_while_typing() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days");
            page.locator("header nav a[href='/tags']").click();
            visit.swap(() -> page.locator("#tag-q").pressSequentially("幻"));
            visit.swap(() -> page.locator("#tag-q").pressSequentially("觉"));
            assertThat(page.locator("#names .tags > li")).hasCount(1);
            assertThat(page.locator("#tag-q")).isFocused();
            assertThat(page.locator("#tag-q")).hasValue("幻觉");
            assertThat(visit.address()).isEqualTo("/tags?q=幻觉");
            // what was typed on the way there is no place to go back to
            page.goBack();
            assertThat(page).hasURL(root + "days");
        }
    }

    @Test
    void papers_filtered_chips_removed_and_cleared() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            assertThat(page.locator("[data-announce]")).containsText("10");
            visit.swap(() -> page.locator(".facet a", new Page.LocatorOptions().setHasText("大语言模型")).click());
            assertThat(page.locator(".cards > li")).hasCount(4);
            assertThat(page.locator(".chips li")).hasCount(2);
            page.locator("#filter-recommendation").selectOption("4.5");
            assertThat(page.locator(".cards > li")).hasCount(3);
            assertThat(page.locator(".chips li")).hasCount(3);

            visit.swap(() -> page.locator(".chips a", new Page.LocatorOptions().setHasText("大语言模型")).click());
            assertThat(page.locator(".cards > li")).hasCount(4);
            assertThat(page).hasURL(root + "papers?recommendation=4.5");
            visit.swap(() -> page.locator("#clear").click());
            assertThat(page).hasURL(root + "papers");
            assertThat(page.locator(".chips")).hasCount(0);
            assertThat(page.locator("#filter-recommendation")).hasValue("");
        }
    }

    @Test
    void every_kind_of_filter_acts_at_once() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            visit.swap(() -> page.locator("#filter-rated").check());
            assertThat(page.locator(".cards > li")).hasCount(8);
            visit.swap(() -> page.locator("#filter-novelty").selectOption("4"));
            assertThat(page.locator(".cards > li")).hasCount(4);
            visit.swap(() -> page.locator("#filter-to").fill("2023-09-20"));
            assertThat(page.locator(".cards > li")).hasCount(3);
            assertThat(visit.address()).contains("rated=true", "novelty=4", "to=2023-09-20");
        }
    }

    @Test
    void papers_searched_for_words() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            page.locator("#filter-q").fill("上下文");
            page.locator("#filter-q").press("Enter");
            assertThat(page.locator(".cards > li")).hasCount(2);
            assertThat(visit.address()).isEqualTo("/papers?q=上下文");
        }
    }

    @Test
    void id_of_a_paper_leads_to_it() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            page.locator("#filter-q").fill("arxiv:2309.10668");
            page.locator("#filter-q").press("Enter");
            assertThat(page).hasURL(root + "papers/2309.10668");
        }
    }

    @Test
    void words_left_out_one_by_one() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            page.locator("#filter-q").fill("上下文 -LongLoRA date:2023-13");
            visit.swap(() -> page.locator("#filter-q").press("Enter"));
            assertThat(page.locator(".cards > li")).hasCount(1);
            assertThat(page.locator(".misread mark")).hasText("date:2023-13");
            assertThat(page.locator("#announcement")).containsText("没有这样的日期");
            visit.swap(() -> page.locator(".chips a", new Page.LocatorOptions().setHasText("LongLoRA")).click());
            assertThat(page.locator(".cards > li")).hasCount(2);
            assertThat(page.locator("#filter-q")).hasValue("上下文 date:2023-13");
        }
    }

    @Test
    void search_from_any_page() {
        try (Visit visit = Visit.atDesk(root)) {
            visit.open("/days/2023-09-20");
            visit.page().locator("header input[name=q]").fill("LongLoRA");
            visit.page().locator("header input[name=q]").press("Enter");
            assertThat(visit.page().locator(".cards > li")).hasCount(1);
            assertThat(visit.address()).isEqualTo("/papers?q=LongLoRA");
        }
    }

    @Test
    void papers_paged_and_back() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers?size=4");
            List<String> firstPage = titles(page);
            visit.swap(() -> page.locator("#page-next").click());
            assertThat(page).hasURL(root + "papers?page=2&size=4");
            assertThat(titles(page)).hasSize(4).doesNotContainAnyElementsOf(firstPage);
            visit.swap(() -> page.locator("#page-next").click());
            assertThat(page.locator(".cards > li")).hasCount(2);
            assertThat(page.locator("#page-next")).hasCount(0);
            page.goBack();
            page.goBack();
            assertThat(page).hasURL(root + "papers?size=4");
            assertThat(page.locator(".pager [aria-current=page]")).hasText("1");
            assertThat(titles(page)).isEqualTo(firstPage);
        }
    }

    @Test
    void nothing_found_helps() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers?q=no-such-word&recommendation=4");
            assertThat(page.locator(".cards > li")).hasCount(0);
            visit.swap(() -> page.locator(".nothing a").first().click());
            assertThat(titles(page)).isNotEmpty();
        }
    }

    @Test
    void tag_of_a_paper_leads_to_its_papers() {
        try (Visit visit = Visit.atDesk(root)) {
            visit.open("/papers/2309.12307");
            visit.page().locator(".keywords a").first().click();
            assertThat(visit.page()).hasURL(root + "tags/lora");
            assertThat(visit.page().locator(".cards > li")).hasCount(1);
        }
    }

    @Test
    void filter_on_a_phone() {
        try (Visit visit = Visit.onPhone(root, 360)) {
            Page page = visit.page();
            visit.open("/papers");
            page.locator(".refine > summary").tap();
            page.locator("#filter-recommendation").selectOption("4.5");
            assertThat(page.locator(".cards > li")).hasCount(4);
            assertThat(page).hasURL(root + "papers?recommendation=4.5");
        }
    }

    private static List<String> titles(Page page) {
        return page.locator("main article h2").allInnerTexts();
    }
}
