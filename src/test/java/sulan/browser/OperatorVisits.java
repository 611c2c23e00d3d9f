package sulan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import sulan.operator.OperatorSession;

/** What all visits of the operator's have in common. */
final class OperatorVisits {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private OperatorVisits() {
    }

    /** Logs in as somebody does who types. */
    static void logIn(Visit visit) {
        visit.open("/operator/login");
        visit.page().locator("#name").fill("operator");
        visit.page().locator("#password").fill(OperatorSession.password());
        visit.page().locator(".login button").click();
        visit.page().waitForURL("**/operator");
    }

    /**
     * Looks for barriers on the page that is open, and whether it fits; with {@code -Dsulan.screenshots=FOLDER} it takes a
     * picture.
     *
     * @param name what the page is called
     */
    static void look(Visit visit, String name, int width, ColorScheme colours) {
        Page page = visit.page();
        page.waitForLoadState();
        String folder = System.getProperty("sulan.screenshots", "");
        if (!folder.isBlank()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of(folder, "%s-%d-%s.png".formatted(name, width, colours.name().toLowerCase()))));
        }
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations()).as(name)
                .extracting(Rule::getId, rule -> rule.getNodes().get(0).getHtml()).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as("width of " + name)
                .isLessThanOrEqualTo(width);
    }
}
