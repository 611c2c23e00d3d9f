package sulan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;

/**
 * What holds for each kind of page. That nothing complains in the console, that the content security policy is kept and that no
 * request leaves the host is watched by every {@link Visit}.
 */
@QuarkusTest
class EveryPageTest extends OnSmallArchive {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String CHINESE_FONT = "(?i).*(CJK|Han|Song|Sung|Hei|Ming|Kai|Fang|PingFang|YaHei|WenQuanYi|Droid Sans Fallback).*";

    @BeforeEach
    void addListedDays() {
        archive.listed();
    }

    static List<String> pages() {
        return PageKinds.ALL;
    }

    /** In Chinese light on a desk and dark on a phone, in English the other way round. */
    @ParameterizedTest
    @MethodSource("pages")
    void without_barriers_in_both_themes_and_languages(String address) {
        try (Visit visit = Visit.in(ColorScheme.LIGHT, 1280, root)) {
            visit.open(address);
            unfold(visit.page());
            assertThat(barriers(visit.page())).as("light, wide").isEmpty();
            onPhone(visit.page(), ColorScheme.DARK);
            assertThat(barriers(visit.page())).as("dark, narrow").isEmpty();
        }
        try (Visit visit = Visit.in(ColorScheme.DARK, 1280, root)) {
            visit.open(address + (address.contains("?") ? "&" : "?") + "lang=en");
            unfold(visit.page());
            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(barriers(visit.page())).as("English, dark, wide").isEmpty();
            onPhone(visit.page(), ColorScheme.LIGHT);
            assertThat(barriers(visit.page())).as("English, light, narrow").isEmpty();
            assertNoSidewaysScroll(visit.page(), 360);
        }
    }

    private static void onPhone(Page page, ColorScheme colours) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.setViewportSize(360, 740);
    }

    /** Real titles and overviews of all lengths. */
    @Test
    void days_of_the_demo() {
        archive.demo();
        try (Visit visit = Visit.onPhone(root, 320)) {
            visit.open("/days");
            List<String> days = visit.page().locator("main td a").all().stream().map(day -> day.getAttribute("href")).toList();
            assertThat(days).hasSizeGreaterThanOrEqualTo(7);
            for (String day : days) {
                visit.open(day);
                unfold(visit.page());
                assertNoSidewaysScroll(visit.page(), 320);
                assertThat(barriers(visit.page())).as(day).isEmpty();
            }
        }
    }

    @Test
    void empty_archive() {
        archive.empty();
        for (String address : List.of("/", "/days", "/papers", "/tags", "/trends", "/status")) {
            try (Visit visit = Visit.onPhone(root, 360)) {
                assertThat(visit.open(address).status()).isEqualTo(200);
                assertThat(barriers(visit.page())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_sideways_scroll_on_a_phone(String address) {
        try (Visit visit = Visit.onPhone(root, 360)) {
            visit.open(address);
            for (boolean unfolded : List.of(false, true)) {
                if (unfolded) {
                    unfold(visit.page());
                }
                for (int width : List.of(360, 320)) {
                    visit.page().setViewportSize(width, 740);
                    assertNoSidewaysScroll(visit.page(), width);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void outline_language_and_font(String address) {
        try (Visit visit = Visit.atDesk(root)) {
            visit.open(address);
            assertThat(visit.page().locator("h1").count()).isEqualTo(1);
            assertThat(visit.page().locator("main").count()).isEqualTo(1);
            assertThat(visit.page().title()).isNotBlank();
            assertThat(visit.page().locator("html").getAttribute("lang")).startsWith("zh");
            assertThat(fonts(visit.page(), "body > footer p")).anyMatch(font -> font.matches(CHINESE_FONT));
        }
    }

    /** Folded parts must hold as well. */
    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
    }

    static List<String> barriers(Page page) {
        return new AxeBuilder(page).withTags(WCAG).analyze().getViolations().stream()
                .flatMap(EveryPageTest::described).toList();
    }

    private static Stream<String> described(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary());
    }

    static void assertNoSidewaysScroll(Page page, int width) {
        int content = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(content).as("%s, %d px wide: %s", page.url(), width, widest(page, width)).isLessThanOrEqualTo(width);
    }

    /** The elements that reach beyond the right edge, to say what is to be mended. */
    private static String widest(Page page, int width) {
        return String.valueOf(page.evaluate("""
                width => [...document.querySelectorAll('body *')]
                    .filter(element => element.getBoundingClientRect().right > width + 1)
                    .map(element => element.outerHTML.slice(0, 80)).slice(0, 5)""", width));
    }

    /** The fonts in which the browser really draws the text of an element, as its own tools tell. */
    private static List<String> fonts(Page page, String selector) {
        CDPSession tools = page.context().newCDPSession(page);
        tools.send("DOM.enable");
        tools.send("CSS.enable");
        int document = tools.send("DOM.getDocument").getAsJsonObject("root").get("nodeId").getAsInt();
        JsonObject find = new JsonObject();
        find.addProperty("nodeId", document);
        find.addProperty("selector", selector);
        JsonObject node = new JsonObject();
        node.addProperty("nodeId", tools.send("DOM.querySelector", find).get("nodeId").getAsInt());
        return tools.send("CSS.getPlatformFontsForNode", node).getAsJsonArray("fonts").asList().stream()
                .map(font -> font.getAsJsonObject().get("familyName").getAsString()).collect(Collectors.toList());
    }
}
