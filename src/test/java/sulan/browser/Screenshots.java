package sulan.browser;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.operator.OperatorSession;

/**
 * Takes pictures of each kind of page, on a phone, a tablet, a desk and a wall, in light and dark, in both languages. No test,
 * so it is not run
 * with the
 * others: {@code mvn test -Dtest=Screenshots -Dsulan.screenshots=FOLDER}.
 */
@QuarkusTest
class Screenshots {

    private static final List<Integer> WIDTHS = List.of(360, 768, 1440, 2560);

    @TestHTTPResource("/")
    URL root;
    @Inject
    ArchiveFixture archive;

    @Test
    void each_kind_of_page() {
        String folder = System.getProperty("sulan.screenshots");
        Assumptions.assumeTrue(folder != null && !folder.isBlank(), "say where to: -Dsulan.screenshots=FOLDER");
        archive.small();
        archive.listed();
        archive.runs();
        for (String language : List.of("zh", "en")) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : WIDTHS) {
                    take(new Look(Path.of(folder), language, colours, width));
                }
            }
        }
    }

    /** How pages are looked at, and where the pictures go. */
    private record Look(Path folder, String language, ColorScheme colours, int width) {

        Path file(String name) {
            return folder.resolve("%s-%d-%s-%s.png".formatted(name, width, colours.name().toLowerCase(), language));
        }
    }

    private void take(Look look) {
        try (Visit visit = Visit.in(look.colours(), look.width(), root)) {
            // the whole visit stays in the language
            visit.open("/?lang=" + look.language());
            for (String address : PageKinds.ALL) {
                visit.open(address);
                take(visit.page(), look, PageKinds.fileName(address));
            }
            visit.open("/papers");
            unfold(visit.page());
            visit.page().locator("#filter-q").pressSequentially("lan");
            visit.page().locator("#filter-q-suggestions [role=option]").first().waitFor();
            visit.page().locator("#filter-q").press("ArrowDown");
            take(visit.page(), look, "suggestions-of-list");
            visit.open("/");
            visit.page().locator("#find").pressSequentially("lan");
            visit.page().locator("#find-suggestions [role=option]").first().waitFor();
            visit.page().locator("#find").press("ArrowUp");
            take(visit.page(), look, "suggestions");
            operator(visit, look);
        }
    }

    private static void operator(Visit visit, Look look) {
        OperatorTest.propose();
        visit.open("/operator/login");
        take(visit.page(), look, "operator-login");
        OperatorTest.logIn(visit.page(), OperatorSession.password());
        for (String address : OperatorTest.PAGES) {
            visit.open(address);
            take(visit.page(), look, PageKinds.fileName(address));
        }
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('.refine, .syntax').forEach(part => part.open = true)");
    }

    private static void take(Page page, Look look, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(look.file(name)));
    }
}
