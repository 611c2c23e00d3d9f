package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;

/** The way from one paper to the next. */
@QuarkusTest
class NeighboursTest extends OnSmallArchive {

    @Test
    void in_the_list_that_one_came_from() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            visit.swap(() -> page.locator("#sort-novelty").click());
            List<String> titles = page.locator("article h2").allInnerTexts();
            page.locator("article h2 a").nth(1).click();
            assertThat(page.locator(".neighbours .number").first()).hasText("2 / 10");
            assertThat(page.locator(".neighbours .list").first()).hasText("全部论文");
            page.locator(".neighbours [rel=next]").first().click();
            assertThat(page.locator("h1")).hasText(titles.get(2));
            assertThat(page.locator(".neighbours .number").first()).hasText("3 / 10");
            page.locator(".neighbours [rel=prev]").last().click();
            page.locator(".neighbours [rel=prev]").last().click();
            assertThat(page.locator("h1")).hasText(titles.get(0));
            assertThat(page.locator(".neighbours .previous").first()).isHidden();
            page.locator(".neighbours .list").first().click();
            assertThat(page).hasURL(root + "papers?sort=novelty");
        }
    }

    @Test
    void at_the_end_of_a_page_to_the_next_page() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers?page=2&size=4");
            page.locator("article h2 a").last().click();
            assertThat(page.locator(".neighbours .number").first()).hasText("8 / 10");
            assertThat(page.locator(".neighbours .next").first()).containsText("下一页");
            page.locator(".neighbours .next").first().click();
            assertThat(page).hasURL(root + "papers?page=3&size=4");
        }
    }

    @Test
    void in_the_edition_if_one_came_in_another_way() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            page.locator("article h2 a").first().click();
            assertThat(page.locator(".neighbours .number").first()).hasText("1 / 10");
            visit.open("/");
            page.locator(".card .title a").first().click();
            assertThat(page.locator(".neighbours .number").first()).hasText("1 / 2");
            assertThat(page.locator(".neighbours .list").first()).hasText("2023年9月22日");
            assertThat(visit.address()).isEqualTo("/papers/2309.12307");
        }
    }
}
