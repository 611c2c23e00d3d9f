package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
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

    @Test
    void pages_turned_begin_at_their_head() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers?size=4");
            page.locator("#page-next").focus();
            visit.swap(() -> page.keyboard().press("Enter"));
            assertThat(page.locator(".total")).isFocused();
            assertThat(page.locator(".total")).isInViewport();
            page.locator("#facet-rated").focus();
            visit.swap(() -> page.keyboard().press("Enter"));
            assertThat(page.locator("#facet-rated")).isFocused();
        }
    }

    @Test
    void papers_one_after_the_other() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            Locator titles = page.locator(".entry .title a");
            page.keyboard().press("j");
            assertThat(titles.nth(0)).isFocused();
            page.keyboard().press("j");
            assertThat(titles.nth(1)).isFocused();
            assertThat(titles.nth(1)).isInViewport();
            page.keyboard().press("k");
            page.keyboard().press("k");
            assertThat(titles.nth(0)).isFocused();

            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
            page.keyboard().press("k");
            assertThat(titles.nth(0)).not().isFocused();
            String address = (String) page.evaluate("document.activeElement.getAttribute('href')");
            page.keyboard().press("o");
            assertThat(page).hasURL(root + address.substring(1));
        }
    }

    @Test
    void days_and_pages_before_and_after() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.keyboard().press("l");
            assertThat(page).hasURL(root + "days/2023-09-22");
            page.waitForLoadState();
            page.keyboard().press("[");
            assertThat(page).hasURL(root + "days/2023-09-20");
            visit.open("/papers?size=4");
            visit.swap(() -> page.keyboard().press("]"));
            assertThat(page).hasURL(root + "papers?page=2&size=4");
        }
    }

    @Test
    void search_and_back_to_where_one_was() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.keyboard().press("j");
            page.keyboard().press("/");
            assertThat(page.locator("#find")).isFocused();
            page.keyboard().type("j?gd");
            assertThat(page.locator("#find")).hasValue("j?gd");
            // the first closes the suggestions, should there be any
            page.locator("#find").evaluate("field => { field.value = 'no-such-word'; }");
            page.keyboard().press("Escape");
            assertThat(page.locator(".entry .title a").first()).isFocused();
            assertThat(page.locator("#find")).hasValue("no-such-word");
            // where the words are folded away
            page.setViewportSize(500, 700);
            visit.open("/papers?q=LoRA");
            page.keyboard().press("/");
            assertThat(page.locator("#filter-q")).isFocused();
            assertThat((String) page.evaluate("getSelection().toString()")).isEqualTo("LoRA");
        }
    }

    @Test
    void places() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers");
            page.keyboard().press("g");
            page.keyboard().press("d");
            assertThat(page).hasURL(root + "days");
            page.waitForLoadState();
            page.keyboard().press("g");
            page.keyboard().press("t");
            assertThat(page).hasURL(root + "tags");
        }
    }

    @Test
    void marks_of_the_paper_with_the_focus() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.evaluate("""
                    () => {
                        window.marked = [];
                        for (const kind of ['star', 'read', 'hide']) {
                            document.querySelectorAll('article').forEach(paper => {
                                if (!paper.querySelector(`button[data-mark=${kind}]`)) {
                                    paper.append(Object.assign(document.createElement('button'), { textContent: kind }));
                                    paper.lastChild.dataset.mark = kind;
                                }
                            });
                        }
                        document.addEventListener('click', event => {
                            const paper = event.target.closest('article');
                            marked.push(event.target.dataset.mark + ' ' + paper.dataset.paper);
                            paper.hidden = event.target.dataset.mark === 'hide';
                        }, true);
                    }""");
            String first = page.locator(".entry").nth(0).getAttribute("data-paper");
            page.keyboard().press("s");
            page.keyboard().press("j");
            page.keyboard().press("s");
            assertThat(page.locator("#announcement")).containsText("“");
            page.keyboard().press("m");
            page.keyboard().press("x");
            assertThat(page.evaluate("marked")).isEqualTo(List.of("star " + first, "read " + first, "hide " + first));
            // what is hidden hands the focus on
            assertThat(page.locator(".entry .title a").nth(1)).isFocused();
        }
    }

    @Test
    void list_of_the_keys() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            Locator dialog = page.locator("#keys");
            assertThat(dialog).isHidden();
            page.keyboard().press("j");
            page.keyboard().press("?");
            assertThat(dialog).isVisible();
            assertThat(EveryPageTest.barriers(page)).isEmpty();
            page.keyboard().press("l");
            page.keyboard().press("?");
            assertThat(dialog).isHidden();
            assertThat(page).hasURL(root + "days/2023-09-20");
            assertThat(page.locator(".entry .title a").first()).isFocused();

            Locator opener = page.locator("footer [data-keys]");
            opener.focus();
            page.keyboard().press("Enter");
            assertThat(dialog).isVisible();
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            assertThat(opener).isFocused();
        }
    }

    @Test
    void keys_switched_off() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.keyboard().press("?");
            page.locator("#keys [type=checkbox]").uncheck();
            page.locator("#keys [data-close]").click();
            page.reload();
            page.keyboard().press("j");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isHidden();
            assertThat((boolean) page.evaluate("document.activeElement === document.body")).isTrue();

            page.locator("footer [data-keys]").click();
            assertThat(page.locator("#keys [type=checkbox]")).not().isChecked();
            page.locator("#keys [type=checkbox]").check();
            page.locator("#keys [data-close]").click();
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
        }
    }

    @Test
    void keys_that_are_meant_for_something_else() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/days/2023-09-20");
            page.locator("#filter-recommendation").focus();
            page.keyboard().press("l");
            assertThat(page.locator("#filter-recommendation")).isFocused();
            page.locator("#main").focus();
            page.keyboard().press("Control+l");
            page.keyboard().press("Alt+j");
            for (String how : List.of("isComposing", "ctrlKey", "metaKey", "altKey")) {
                page.evaluate("how => document.getElementById('main').dispatchEvent("
                        + "new KeyboardEvent('keydown', { key: '?', bubbles: true, [how]: true }))", how);
            }
            assertThat(page.locator("#keys")).isHidden();
            assertThat(page.locator("#main")).isFocused();
            assertThat(page).hasURL(root + "days/2023-09-20");
        }
    }
}
