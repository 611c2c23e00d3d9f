package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;

/** The portal read with a keyboard. */
@QuarkusTest
class KeyboardTest extends OnSmallArchive {

    /** Whether the element with the focus looks otherwise than without it. */
    private static final String FOCUS_IS_VISIBLE = """
            () => {
                const element = document.activeElement;
                const look = () => { const s = getComputedStyle(element); return [s.outlineStyle, s.outlineWidth, s.boxShadow,
                    s.backgroundColor, s.borderColor, s.transform, s.clipPath, s.insetBlockStart].join(); };
                const focused = look();
                const outlined = getComputedStyle(element).outlineStyle !== 'none'
                    && parseFloat(getComputedStyle(element).outlineWidth) > 0;
                if (outlined) {
                    return true;
                }
                element.blur();
                const plain = look();
                element.focus({ focusVisible: true, preventScroll: true });
                return focused !== plain;
            }""";

    @Test
    void skip_link() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            assertThat(page.locator(".skip")).isInViewport();
            page.keyboard().press("Enter");
            assertThat(page.locator("#main")).isFocused();
            page.keyboard().press("Tab");
            assertThat((boolean) page.evaluate("document.getElementById('main').contains(document.activeElement)")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/days/2023-09-20", "/papers", "/papers/2309.10668", "/tags/large-language-model" })
    void tab_reaches_everything_in_reading_order_with_visible_focus(String address) {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open(address);
            List<String> expected = texts(page, "[...document.querySelectorAll('a[href], button, input, select, summary')]"
                    + ".filter(element => element.type !== 'hidden' && element.checkVisibility())");
            List<String> reached = new ArrayList<>();
            while (reached.size() < expected.size()) {
                page.keyboard().press("Tab");
                String element = texts(page, "[document.activeElement]").get(0);
                // the parts of a date are stops of their own
                if (reached.isEmpty() || !element.equals(reached.get(reached.size() - 1))) {
                    assertThat(element).as("after " + reached).isEqualTo(expected.get(reached.size()));
                    assertThat((boolean) page.evaluate(FOCUS_IS_VISIBLE)).as("focus is visible on " + element).isTrue();
                    reached.add(element);
                }
            }
            assertThat(reached).anyMatch(element -> element.contains("/papers/"));
        }
    }

    /** Elements as markup, short but distinct. */
    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page, String elements) {
        return (List<String>) page.evaluate("() => { const all = [...document.querySelectorAll('*')]; return " + elements
                + ".map(element => all.indexOf(element) + ' ' + element.outerHTML.slice(0, 100)); }");
    }

    @Test
    void filter_and_sort() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.locator("#sort-recommendation").focus();
            visit.swap(() -> page.keyboard().press("Enter"));
            assertThat(page.locator("article h2").first()).containsText("LongLoRA");
            assertThat(page.locator("#sort-recommendation")).isFocused();
            page.locator("#filter-rated").focus();
            visit.swap(() -> page.keyboard().press("Space"));
            assertThat(page.locator(".results article")).hasCount(4);
            assertThat(page.locator("#filter-rated")).isFocused();
            assertThat(page.locator("#announcement")).containsText("4");
        }
    }

    @Test
    void focus_stays_in_the_list_when_what_had_it_is_gone() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers?recommendation=4.5");
            page.locator("#clear").focus();
            visit.swap(() -> page.keyboard().press("Enter"));
            assertThat(page.locator(".chips")).hasCount(0);
            assertThat((boolean) page.evaluate("document.getElementById('papers').contains(document.activeElement)")).isTrue();
        }
    }
}
