package sulan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;

/** Suggestions while typing, with keyboard, mouse and input method. */
@QuarkusTest
class SuggestionsTest extends OnSmallArchive {

    private static Locator options(Page page, String box) {
        return page.locator("#" + box + "-suggestions [role=option]");
    }

    @Test
    void tag_chosen_with_the_keyboard() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            Locator box = page.locator("#find");
            assertThat(box).hasAttribute("role", "combobox");
            assertThat(box).hasAttribute("aria-expanded", "false");
            box.pressSequentially("lan");
            assertThat(options(page, "find")).hasCount(3);
            assertThat(box).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("#announcement")).containsText("3 条建议");
            assertThat(page.locator("[aria-selected=true]")).hasCount(0);
            box.press("ArrowDown");
            Locator first = options(page, "find").first();
            assertThat(first).hasAttribute("aria-selected", "true");
            assertThat(box).hasAttribute("aria-activedescendant", first.getAttribute("id"));
            assertThat(box).isFocused();
            box.press("ArrowDown");
            assertThat(options(page, "find").nth(1)).hasAttribute("aria-selected", "true");
            assertThat(page.locator("[aria-selected=true]")).hasCount(1);
            box.press("ArrowUp");
            box.press("ArrowUp");
            assertThat(page.locator("[aria-selected=true]")).hasCount(0);
            box.press("ArrowUp");
            assertThat(options(page, "find").last()).hasAttribute("aria-selected", "true");
            box.press("Home");
            assertThat(page.locator("[aria-selected=true]")).hasCount(0);
            box.press("ArrowDown");
            box.press("Enter");
            assertThat(page).hasURL(root + "tags/large-language-model");
        }
    }

    @Test
    void enter_without_a_choice_searches() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            page.locator("#find").pressSequentially("LongLoRA");
            assertThat(options(page, "find")).hasCount(1);
            page.locator("#find").press("Enter");
            assertThat(page).hasURL(root + "papers?q=LongLoRA");
        }
    }

    @Test
    void escape_closes_and_leaves_the_text() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            Locator box = page.locator("#find");
            box.pressSequentially("lora");
            assertThat(options(page, "find").first()).isVisible();
            box.press("Escape");
            assertThat(options(page, "find").first()).isHidden();
            assertThat(box).hasAttribute("aria-expanded", "false");
            assertThat(box).hasValue("lora");
            box.press("ArrowDown");
            assertThat(options(page, "find").first()).hasAttribute("aria-selected", "true");
            box.press("Tab");
            assertThat(options(page, "find").first()).isHidden();
        }
    }

    @Test
    void title_chosen_with_the_mouse() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            page.locator("#find").pressSequentially("compression");
            options(page, "find").last().click();
            assertThat(page).hasURL(root + "papers/2309.10668");
        }
    }

    @Test
    void tag_becomes_a_filter_of_the_list() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/papers?recommendation=4.5");
            page.locator("#filter-q").pressSequentially("大语言");
            assertThat(options(page, "filter-q")).hasCount(1);
            page.locator("#filter-q").press("ArrowDown");
            visit.swap(() -> page.locator("#filter-q").press("Enter"));
            assertThat(page).hasURL(root + "papers?tag=large-language-model&recommendation=4.5");
            assertThat(page.locator(".cards > li")).hasCount(3);
            assertThat(page.locator("#filter-q")).hasValue("");
            // the box of the exchanged list suggests as well
            page.locator("#filter-q").pressSequentially("lora");
            assertThat(options(page, "filter-q").first()).isVisible();
            page.goBack();
            assertThat(page).hasURL(root + "papers?recommendation=4.5");
            assertThat(page.locator(".suggestions:visible")).hasCount(0);
        }
    }

    @Test
    void chinese_is_asked_for_when_it_is_composed() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/suggestions")) {
                    asked.add(request.url());
                }
            });
            page.locator("#find").focus();
            page.evaluate("""
                    () => {
                        const box = document.getElementById('find');
                        const type = (text, isComposing) => { box.value = text;
                            box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing })); };
                        box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
                        type('d', true); type('da yu yan', true);
                        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
                    }""");
            page.waitForTimeout(500);
            assertThat(asked).isEmpty();
            page.evaluate("""
                    () => {
                        const box = document.getElementById('find');
                        box.value = '大语言';
                        box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '大语言' }));
                    }""");
            assertThat(options(page, "find")).hasCount(1);
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void fast_typist_is_answered_once() {
        try (Visit visit = Visit.atDesk(root)) {
            Page page = visit.page();
            visit.open("/");
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/suggestions")) {
                    asked.add(request.url());
                }
            });
            page.locator("#find").pressSequentially("context window");
            assertThat(options(page, "find").first()).isVisible();
            assertThat(asked.size()).isLessThan("context window".length());
            assertThat(asked.get(asked.size() - 1)).endsWith("context%20window");
        }
    }

    @Test
    void no_barriers_with_the_list_open() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(360, 1280)) {
                try (Visit visit = Visit.in(colours, width, root)) {
                    Page page = visit.page();
                    for (String address : List.of("/days/2023-09-20", "/papers")) {
                        visit.open(address);
                        page.evaluate("document.querySelectorAll('.refine').forEach(part => part.open = true)");
                        for (Locator box : page.locator("input[role=combobox]").all()) {
                            assertNoBarriers(page, box, width);
                        }
                    }
                }
            }
        }
    }

    private static void assertNoBarriers(Page page, Locator box, int width) {
        box.pressSequentially("lan");
        assertThat(page.locator("[role=option]:visible")).hasCount(3);
        box.press("ArrowDown");
        assertThat(new AxeBuilder(page).analyze().getViolations().stream()
                .filter(rule -> rule.getTags().stream().anyMatch(tag -> tag.startsWith("wcag")))
                .map(rule -> rule.getId() + rule.getNodes()).toList()).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        BoundingBox list = page.locator(".suggestions:visible").boundingBox();
        assertThat(list.x).isNotNegative();
        assertThat(list.x + list.width).isLessThanOrEqualTo(width);
        box.press("Escape");
        box.clear();
    }
}
