package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** What readers mark without an account. */
@QuarkusTest
class MarksTest extends OnSmallArchive {

    private static final String DAY = "/days/" + ArchiveFixture.WEDNESDAY;
    private static final String KINDS = "['starred', 'read', 'hidden', 'muted', 'passed', 'visit', 'theme']";
    /** A file of marks with a starred paper. */
    private static final String FILE = """
            {"format":"sulan-marks","version":1,"read":{},"hidden":{},"muted":{},"starred":{"%s":%s}}""";

    @Test
    void starred_papers_on_the_reading_page_newest_star_first() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open(DAY);
            button(page, ArchiveFixture.TRUNCATED, "star").click();
            button(page, ArchiveFixture.LONGLORA, "star").click();
            page.reload();
            assertThat(button(page, ArchiveFixture.TRUNCATED, "star")).hasAttribute("aria-pressed", "true");
            assertThat(button(page, ArchiveFixture.UNRATED, "star")).hasAttribute("aria-pressed", "false");
            visit.open("/reading");
            assertThat(page.locator("[data-stars]")).hasText("2");
            assertThat(page.locator(".cards .title")).hasCount(2);
            assertThat(page.locator(".cards .title").first()).containsText("LongLoRA");
            assertThat(page.locator("#exports a").last()).hasAttribute("href",
                    "/reading.bib?ids=" + ArchiveFixture.LONGLORA + "," + ArchiveFixture.TRUNCATED);
            button(page, ArchiveFixture.LONGLORA, "star").click();
            assertThat(page.locator("[data-stars]")).hasText("1");
            assertThat(page.locator(".cards .title")).hasCount(2);
            page.reload();
            assertThat(page.locator(".cards .title")).hasCount(1);
            assertThat(EveryPageTest.barriers(page)).isEmpty();
        }
    }

    @Test
    void more_starred_papers_than_are_shown_at_once() {
        archive.demo();
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers?size=30");
            page.evaluate(
                    """
                            () => localStorage.setItem('sulan.starred', JSON.stringify({ version: 1, marks: Object.fromEntries(
                                [...document.querySelectorAll('.card')].map((card, index) => [card.dataset.paper, [index + 1]])) }))""");
            visit.open("/reading");
            assertThat(page.locator(".cards .title")).hasCount(20);
            page.locator("#more").click();
            assertThat(page.locator(".cards .title")).hasCount(30);
            assertThat(page.locator(".cards .title a").nth(20)).isFocused();
            assertThat(page.locator("#more")).isHidden();
        }
    }

    @Test
    void hidden_paper_undone_folded_shown_and_taken_back() {
        try (Visit visit = Visit.onPhone(root, 360)) {
            Page page = visit.page();
            visit.open(DAY);
            Locator paper = article(page, ArchiveFixture.TRUNCATED);
            Locator hide = button(page, ArchiveFixture.TRUNCATED, "hide");
            hide.tap();
            assertThat(paper.locator(".title")).isVisible();
            assertThat(paper.locator(".ratings")).isHidden();
            hide.tap();
            assertThat(paper.locator(".ratings")).isVisible();
            hide.tap();
            visit.open(DAY);
            assertThat(paper).isHidden();
            assertThat(page.locator(".concealed")).containsText("隐藏了 1 篇");
            EveryPageTest.assertNoSidewaysScroll(page, 360);
            page.locator("[data-reveal]").tap();
            assertThat(paper.locator(".ratings")).isVisible();
            assertThat(EveryPageTest.barriers(page)).isEmpty();
            hide.tap();
            assertThat(page.locator(".concealed")).isHidden();
            visit.open(DAY);
            assertThat(paper).isVisible();
        }
    }

    @Test
    void muted_tag() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/tags/large-language-model");
            page.locator("[data-mute]").click();
            assertThat(page.locator(".results article").first()).isVisible();
            visit.open("/days/" + ArchiveFixture.TUESDAY);
            assertThat(article(page, ArchiveFixture.CONTRASTIVE)).isHidden();
            assertThat(page.locator(".concealed")).containsText("因屏蔽的标签隐藏了 2 篇");
            assertThat(page.locator(".unread.in-words")).hasText("1 篇未读");
            page.locator("[data-reveal]").click();
            button(page, ArchiveFixture.CONTRASTIVE, "hide").click();
            page.reload();
            assertThat(article(page, ArchiveFixture.CONTRASTIVE)).isVisible();
            assertThat(page.locator(".unread.in-words")).hasText("2 篇未读");
            visit.open("/reading");
            assertThat(page.locator("#muted a")).hasText("大语言模型");
            page.locator("#muted button").click();
            assertThat(page.locator("#none-muted")).isVisible();
            visit.open("/days/" + ArchiveFixture.TUESDAY);
            assertThat(page.locator(".concealed")).isHidden();
        }
    }

    @Test
    void read_paper_stays_where_it_is_and_is_counted_for_each_of_its_days() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open(DAY);
            assertThat(page.locator(".unread.in-words")).hasText("5 篇未读");
            String places = places(page);
            button(page, ArchiveFixture.UNRATED, "read").click();
            assertThat(places(page)).isEqualTo(places);
            assertThat(article(page, ArchiveFixture.UNRATED)).hasClass("entry is-read");
            article(page, ArchiveFixture.LONGLORA).locator(".title a").click();
            assertThat(button(page, ArchiveFixture.LONGLORA, "read")).hasAttribute("aria-pressed", "true");
            page.goBack();
            assertThat(article(page, ArchiveFixture.LONGLORA)).hasClass("entry is-read");
            assertThat(page.locator(".unread.in-words")).hasText("3 篇未读");
            visit.open("/days");
            assertThat(cell(page, DAY)).containsText("3/3 篇未读 5");
            assertThat(cell(page, "/days/" + ArchiveFixture.FRIDAY)).containsText("1/1 篇未读 2");
            assertThat(cell(page, "/days/" + ArchiveFixture.TUESDAY).locator(".unread")).isEmpty();
            visit.open("/");
            assertThat(page.locator(".unread.in-words")).hasText("1 篇未读");
        }
    }

    @Test
    void days_that_grew_since_the_last_visit() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days");
            assertThat(page.locator(".dot")).hasCount(0);
            page.context().addInitScript("""
                    if (!sessionStorage.getItem('came')) {
                      sessionStorage.setItem('came', 'again');
                      localStorage.setItem('sulan.visit', '{"version":1,"seen":1700000000}');
                    }""");
            visit.open("/days");
            assertThat(page.locator(".dot")).hasCount(4);
            assertThat(cell(page, DAY)).containsText("新");
            visit.open("/");
            assertThat(page.locator(".unread .mark")).hasText("新");
        }
    }

    @Test
    void marks_are_there_before_anything_is_drawn() {
        try (Visit visit = Visit.onPhone(root, 360)) {
            Page page = visit.page();
            visit.open(DAY);
            button(page, ArchiveFixture.UNRATED, "hide").click();
            button(page, ArchiveFixture.TRUNCATED, "read").click();
            visit.open("/tags/lora");
            page.locator("[data-mute]").click();
            page.evaluate("""
                    () => {
                      const kept = JSON.parse(localStorage.getItem('sulan.read'));
                      for (let n = 10000; n < 20000; n++) {
                        kept.marks['2401.' + n] = [1700000000, '2024-01-01'];
                      }
                      localStorage.setItem('sulan.read', JSON.stringify(kept));
                    }""");
            page.context().addInitScript("""
                    window.shift = 0;
                    new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
                        .observe({ type: 'layout-shift', buffered: true });
                    document.addEventListener('DOMContentLoaded', () => {
                      window.heights = [...document.querySelectorAll('article.is-hidden')].map(paper => paper.clientHeight);
                    });""");
            for (String address : List.of(DAY, "/papers")) {
                visit.open(address);
                assertThat(page.evaluate("window.heights")).as(address).isEqualTo(List.of(0, 0));
                assertThat(((Number) page.evaluate("window.shift")).doubleValue()).as(address).isZero();
            }
        }
    }

    @Test
    void marks_after_a_swap_the_way_back_and_in_another_tab() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open(DAY);
            button(page, ArchiveFixture.LONGLORA, "star").click();
            visit.swap(() -> page.locator("#sort-recommendation").click());
            assertThat(button(page, ArchiveFixture.LONGLORA, "star")).hasAttribute("aria-pressed", "true");
            button(page, ArchiveFixture.TRUNCATED, "star").click();
            page.goBack();
            assertThat(page.locator("#sort-position")).hasAttribute("aria-current", "true");
            assertThat(button(page, ArchiveFixture.TRUNCATED, "star")).hasAttribute("aria-pressed", "true");
            Page other = page.context().newPage();
            other.navigate(root + "papers/" + ArchiveFixture.LONGLORA);
            button(other, ArchiveFixture.LONGLORA, "star").click();
            assertThat(button(page, ArchiveFixture.LONGLORA, "star")).hasAttribute("aria-pressed", "false");
            assertThat(article(page, ArchiveFixture.LONGLORA)).hasClass("entry is-read");
        }
    }

    @Test
    void marks_exported_cleared_and_imported(@TempDir Path folder) {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open(DAY);
            button(page, ArchiveFixture.TRUNCATED, "star").click();
            button(page, ArchiveFixture.UNRATED, "hide").click();
            visit.open("/reading");
            Download download = page.waitForDownload(() -> page.locator("#export").click());
            assertThat(download.suggestedFilename()).matches("sulan-marks-\\d{4}-\\d\\d-\\d\\d\\.json");
            Path file = folder.resolve("marks.json");
            download.saveAs(file);

            page.locator(".reading summary:has-text(\"清除\")").click();
            page.locator("#clear-marks").click();
            assertThat(page.locator("#none-starred")).isVisible();
            assertThat((boolean) page.evaluate("JSON.stringify(localStorage).includes('" + ArchiveFixture.UNRATED + "')"))
                    .isFalse();

            page.locator("#import").setInputFiles(file);
            assertThat(page.locator("#told")).hasText("已导入，更新了 2 个标记。");
            assertThat(page.locator(".cards .title")).containsText("Language Modeling Is Compression");
            page.locator("#import").setInputFiles(file);
            assertThat(page.locator("#told")).hasText("已导入，更新了 0 个标记。");
            for (String wrong : List.of("{", "[]", FILE.formatted("2309.10668", "1"), FILE.formatted("no id", "[1]"))) {
                page.locator("#import").setInputFiles(file(wrong));
                assertThat(page.locator("#told")).containsText("不是本站导出的标记文件");
            }
            visit.open(DAY);
            assertThat(article(page, ArchiveFixture.UNRATED)).isHidden();
        }
    }

    @Test
    void older_marks_of_a_file_change_nothing() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers/" + ArchiveFixture.TRUNCATED);
            button(page, ArchiveFixture.TRUNCATED, "star").click();
            button(page, ArchiveFixture.TRUNCATED, "star").click();
            visit.open("/reading");
            page.locator("#import").setInputFiles(file(FILE.formatted(ArchiveFixture.TRUNCATED,
                    "[1700000000],\"" + ArchiveFixture.LONGLORA + "\":[1700000000]")));
            assertThat(page.locator("#told")).containsText("更新了 1 个标记");
            assertThat(page.locator(".cards .title")).hasCount(1);
            assertThat(page.locator(".cards .title")).containsText("LongLoRA");
        }
    }

    @Test
    void storage_that_is_damaged_or_forbidden() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            for (String damaged : List.of("{", "5", "null", "[]", "{\"version\":1,\"marks\":null}",
                    "{\"version\":1,\"marks\":{\"" + ArchiveFixture.LONGLORA + "\":{\"0\":5},\"2309.10668\":null}}")) {
                page.evaluate("value => " + KINDS + ".forEach(kind => localStorage.setItem('sulan.' + kind, value))", damaged);
                visit.open(DAY);
                assertThat(page.locator(".results article")).hasCount(5);
                button(page, ArchiveFixture.LONGLORA, "star").click();
                assertThat(button(page, ArchiveFixture.LONGLORA, "star")).hasAttribute("aria-pressed", "true");
            }
            page.context().addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })");
            visit.open("/papers");
            button(page, ArchiveFixture.UNRATED, "star").click();
            assertThat(button(page, ArchiveFixture.UNRATED, "star")).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("#notice")).containsText("浏览器没有保存这个标记");
        }
    }

    @Test
    void theme_chosen() {
        try (Visit visit = Visit.in(ColorScheme.LIGHT, 360, root)) {
            Page page = visit.page();
            visit.open("/about");
            String light = background(page);
            page.locator(".theme [data-theme=dark]").click();
            String dark = background(page);
            assertThat(dark).isNotEqualTo(light);
            visit.open("/reading");
            assertThat(background(page)).isEqualTo(dark);
            assertThat(page.locator(".theme [data-theme=dark]")).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("meta[name=theme-color][media=all]")).hasAttribute("content", "#171613");
            assertThat(EveryPageTest.barriers(page)).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(background(page)).isEqualTo("rgb(255, 255, 255)");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN)
                    .setColorScheme(ColorScheme.DARK));
            page.locator(".theme [data-theme=light]").click();
            assertThat(background(page)).isEqualTo(light);
            page.locator(".theme [data-theme=system]").click();
            assertThat(background(page)).isEqualTo(dark);
        }
    }

    @Test
    void without_javascript_nothing_is_offered_that_needs_it() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            Page page = visit.page();
            visit.open(DAY);
            assertThat(page.locator(".marks").first()).isHidden();
            assertThat(page.locator(".theme")).isHidden();
            visit.open("/reading");
            assertThat(page.locator("noscript p")).containsText("需要开启 JavaScript");
            assertThat(page.locator("#export")).isHidden();
        }
    }

    private static FilePayload file(String content) {
        return new FilePayload("marks.json", "application/json", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Locator article(Page page, String id) {
        return page.locator("article[data-paper='" + id + "']");
    }

    private static Locator button(Page page, String id, String mark) {
        return article(page, id).locator("[data-mark=" + mark + "]");
    }

    private static Locator cell(Page page, String day) {
        return page.locator("td a[href='" + day + "']");
    }

    private static String places(Page page) {
        return (String) page.evaluate("JSON.stringify([...document.querySelectorAll('article, article .title a')]"
                + ".map(element => element.getBoundingClientRect()))");
    }

    private static String background(Page page) {
        return (String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }
}
