package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;

import io.quarkus.test.junit.QuarkusTest;

/** Overviews that are opened in place. */
@QuarkusTest
class UnfoldingTest extends OnSmallArchive {

    private static final String DAY = "/days/2023-09-20";
    private static final String OPEN = ".entry > .overview[open]";

    @Test
    void open_on_a_desk_folded_on_a_phone() {
        try (Visit visit = Visit.atDesk(root)) {
            visit.open(DAY);
            assertThat(visit.page().locator(OPEN)).hasCount(5);
            visit.swap(() -> visit.page().locator("#sort-recommendation").click());
            assertThat(visit.page().locator(OPEN)).hasCount(5);
        }
        try (Visit visit = Visit.onPhone(root, 360)) {
            visit.open(DAY);
            assertThat(visit.page().locator(OPEN)).hasCount(0);
            visit.page().locator(".entry summary").first().tap();
            assertThat(visit.page().locator(".entry .body").first()).isVisible();
            assertThat(visit.page().locator(OPEN)).hasCount(1);
        }
    }

    @Test
    void choice_for_all_is_remembered() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open(DAY);
            page.locator("[data-fold=folded]").click();
            assertThat(page.locator(OPEN)).hasCount(0);
            visit.open("/days/2023-09-19");
            assertThat(page.locator(OPEN)).hasCount(0);
            page.setViewportSize(360, 740);
            page.locator("[data-fold=open]").click();
            visit.open(DAY);
            assertThat(page.locator(OPEN)).hasCount(5);
        }
    }

    @Test
    void nothing_moves_when_the_page_is_drawn() {
        for (Visit visit : new Visit[] { Visit.atDesk(root), Visit.onPhone(root, 360) }) {
            try (visit) {
                visit.page().addInitScript("""
                        window.shifts = [];
                        new PerformanceObserver(list => shifts.push(...list.getEntries()
                            // less than a hundredth of what is taken for good: a line that is drawn in two steps
                            .filter(shift => shift.value >= .001)
                            .flatMap(shift => shift.sources.map(source => `${shift.value} `
                                + `${JSON.stringify(source.previousRect)} ${JSON.stringify(source.currentRect)} `
                                + `${source.node?.outerHTML?.slice(0, 100) ?? source.node?.nodeName}`))))
                            .observe({ type: 'layout-shift', buffered: true });""");
                visit.open(DAY);
                visit.page().locator("[data-fold=open]").click();
                for (String address : new String[] { DAY, "/papers/2309.10668" }) {
                    visit.open(address);
                    visit.page().evaluate("new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))");
                    assertThat((List<?>) visit.page().evaluate("window.shifts")).as(address).isEmpty();
                }
            }
        }
    }

    @Test
    void card_opened_in_a_list() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            Locator card = page.locator("[data-paper='2309.10668']");
            visit.swap(() -> card.locator("summary").first().click());
            assertThat(card.getByText("统一图像与音频")).isVisible();
            assertThat(page.locator(".cards > li")).hasCount(10);
            assertThat(page).hasURL(root + "papers");
            card.locator("summary").first().click();
            assertThat(card.getByText("统一图像与音频")).isHidden();
        }
    }

    @Test
    void day_in_print() {
        try (Visit visit = Visit.onPhone(root, 360)) {
            visit.open(DAY);
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.page().getByText("统一图像与音频")).isVisible();
            for (String hidden : new String[] { ".masthead nav", ".entry summary", ".folding", ".contents" }) {
                assertThat(visit.page().locator(hidden).first()).isHidden();
            }
        }
    }
}
