package sulan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sulan.search.Matching;
import sulan.search.PaperQuery;

class MarkdownTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s>/]+)([^>]*)>");
    private static final Pattern SAFE_LINK = Pattern
            .compile(" href=\"https?://[^\"<>\\s]*\"( title=\"[^\"<>]*\")? rel=\"nofollow noopener noreferrer\"");
    private static final List<String> SAFE_TAGS = List.of("p", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote",
            "hr", "br", "mark", "table", "thead", "tbody", "tr", "th", "td");

    @Test
    void absent() {
        assertThat(Markdown.html(null)).isNull();
        assertThat(Markdown.text(null)).isNull();
    }

    @Test
    void paragraphs_emphasis_and_code() {
        assertThat(Markdown.html("本文提出 **LongLoRA**，*高效*。\n\n用 `shift` 一行。"))
                .isEqualTo("<p>本文提出 <strong>LongLoRA</strong>，<em>高效</em>。</p>\n<p>用 <code>shift</code> 一行。</p>");
    }

    @Test
    void words_that_were_searched_for() {
        Matching matching = Matching.of(PaperQuery.ALL.withWords("language model 压缩 script"));
        assertThat(Markdown.html("**Language** models & [压缩](https://a.b/压缩?model=\"1\")，<script>x</script> `model`", matching))
                .isEqualTo("<p><strong><mark>Language</mark></strong> <mark>models</mark> &amp; "
                        + "<a href=\"https://a.b/%E5%8E%8B%E7%BC%A9?model=%221%22\" rel=\"nofollow noopener noreferrer\">"
                        + "<mark>压缩</mark></a>，&lt;script&gt;x&lt;/script&gt; <code>model</code></p>");
        assertThat(Markdown.marked("<b>Models</b> & \"压缩\"", matching.inText("<b>Models</b> & \"压缩\"")))
                .isEqualTo("&lt;b&gt;<mark>Models</mark>&lt;/b&gt; &amp; &quot;<mark>压缩</mark>&quot;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            A $O(n^2)$ bound                 → A <span class="formula">$O(n^2)$</span> bound
            $\\pi_0$ < $\\pi_1$                → <span class="formula">$\\pi_0$</span> &lt; <span class="formula">$\\pi_1$</span>
            from $5 to $10                   → from $5 to $10
            $\\input{x}$                      → $\\input{x}$
            $价格$                            → $价格$
            """)
    void formulas(String text, String html) {
        assertThat(Markdown.marked(text, List.of())).isEqualTo(html);
        assertThat(Markdown.html("**甲** " + text)).contains(html);
    }

    @Test
    void formula_in_which_something_was_found_is_marked_as_a_whole() {
        String text = "In $x^2 + y$ and $y$";
        Matching matching = Matching.of(PaperQuery.ALL.withWords("y"));
        assertThat(Markdown.marked(text, matching.inText(text)))
                .isEqualTo("In <mark><span class=\"formula\">$x^2 + y$</span></mark>"
                        + " and <mark><span class=\"formula\">$y$</span></mark>");
    }

    @Property(tries = 2000, seed = "20230920")
    void marks_change_nothing_else(@ForAll("hostile") String markdown, @ForAll("searched") String words) {
        String html = Markdown.html(markdown, Matching.of(PaperQuery.ALL.withWords(words)));
        assertSafe(html);
        assertThat(html.replaceAll("</?mark>", "")).isEqualTo(Markdown.html(markdown));
    }

    @Provide
    Arbitrary<String> searched() {
        return Arbitraries.of("文", "x", "a", "b", "script", "style", "http", "img src", "c", "quot lt amp", "javascript", "1",
                "文文");
    }

    @Test
    void lists_stay_lists() {
        assertThat(Markdown.html("- 一\n- 二")).isEqualTo("<ul>\n<li>一</li>\n<li>二</li>\n</ul>");
    }

    @Test
    void list_whose_marker_markdown_does_not_know() {
        assertThat(Markdown.html("亮点：\n\n• 一\n• 二")).isEqualTo("<p>亮点：</p>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>");
        assertThat(Markdown.html("甲 • 乙")).isEqualTo("<p>甲 • 乙</p>");
    }

    @Test
    void soft_break() {
        assertThat(Markdown.html("一\n二")).isEqualTo("<p>一\n二</p>");
        assertThat(Markdown.text("一\n二")).isEqualTo("一 二");
    }

    @Test
    void table_without_inline_style() {
        String html = Markdown.html("| a | b |\n|:-:|--:|\n| 1 | 2 |");
        assertThat(html).contains("<th class=\"align-center\">a</th>", "<td class=\"align-right\">2</td>")
                .doesNotContain("style", "align=");
    }

    @Test
    void headings_become_bold_paragraphs() {
        assertThat(Markdown.html("# 一 *二*\n三")).isEqualTo("<p><strong>一 <em>二</em></strong></p>\n<p>三</p>");
        assertThat(Markdown.html("一\n==")).isEqualTo("<p><strong>一</strong></p>");
    }

    @Test
    void html_is_text() {
        assertThat(Markdown.html("<script>alert(1)</script>")).isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        assertThat(Markdown.html("a <img src=x onerror=alert(1)> b"))
                .isEqualTo("<p>a &lt;img src=x onerror=alert(1)&gt; b</p>");
        assertThat(Markdown.text("a <b>c</b>")).isEqualTo("a <b>c</b>");
    }

    @Test
    void web_link() {
        assertThat(Markdown.html("[看](https://arxiv.org/abs/2309.10668 \"论文\")"))
                .isEqualTo("<p><a href=\"https://arxiv.org/abs/2309.10668\" title=\"论文\""
                        + " rel=\"nofollow noopener noreferrer\">看</a></p>");
        assertThat(Markdown.html("<HTTP://a.b/?x=1&y=\"2>")).contains("href=\"HTTP://a.b/?x=1&amp;y=%222\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[看](javascript:alert(1))", "[看](JaVaScRiPt:alert(1))", "[看](&#106;avascript:alert(1))",
            "[看](java&Tab;script:alert(1))", "[看](<java\tscript:alert(1)>)", "[看](&#x1;javascript:alert(1))",
            "[看](data:text/html;base64,PHNjcmlwdD4=)", "[看](vbscript:x)", "[看](file:///etc/passwd)", "[看](//evil.example)",
            "[看](/operator/delete)", "[看](#top)", "[看](mailto:a@b.c)", "[看](https:evil)", "[看](https://)", "[看]()",
            "[看][1]\n\n[1]: javascript:alert(1)" })
    void link_that_leads_elsewhere(String markdown) {
        assertThat(Markdown.html(markdown)).startsWith("<p>看</p>").doesNotContain("href");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<javascript:alert(1)>", "<a@b.c>" })
    void autolink_that_leads_elsewhere(String markdown) {
        assertThat(Markdown.html(markdown)).isEqualTo("<p>" + markdown.substring(1, markdown.length() - 1) + "</p>");
    }

    @Test
    void image_becomes_a_link() {
        assertThat(Markdown.html("![图 **1**](https://a.b/c.png)")).doesNotContain("<img").contains(
                "href=\"https://a.b/c.png\" rel=\"nofollow noopener noreferrer\">图 <strong>1</strong></a>");
        assertThat(Markdown.html("![](https://a.b/c.png)")).contains(">https://a.b/c.png</a>");
        assertThat(Markdown.html("![图](data:image/svg+xml,x)")).isEqualTo("<p>图</p>");
    }

    @Test
    void image_inside_a_link_is_its_text() {
        assertThat(Markdown.html("[![图](https://a.b/c.png)](https://d.e)"))
                .isEqualTo("<p><a href=\"https://d.e\" rel=\"nofollow noopener noreferrer\">图</a></p>");
    }

    @Test
    void link_inside_the_text_of_an_image() {
        assertSafe(Markdown.html("![一 [二](https://a.b) 三](https://c.d)"));
    }

    @Test
    void sentence_that_looks_like_a_reference() {
        assertThat(Markdown.html("[注意]: 本文很好\n\n后文")).isEqualTo("<p>[注意]: 本文很好</p>\n<p>后文</p>");
        assertThat(Markdown.html("[文][1]\n\n[1]: https://a.b")).doesNotContain("[1]").contains("href=\"https://a.b\"",
                ">文</a>");
    }

    @Test
    void plain_text() {
        assertThat(Markdown.text("# 主要工作\n\n提出 **A**，见[论文](https://a.b)：\n\n- `x`\n- ![图](https://c.d)\n\n```\ncode\n```"))
                .isEqualTo("主要工作 提出 A，见论文： x 图 code");
        assertThat(Markdown.text("| a | b |\n|---|---|\n| 1 | 2 |")).isEqualTo("a b 1 2");
    }

    static List<String> hugeFragments() {
        return Stream.of(2_000, 20_000).flatMap(n -> hugeFragments(n).stream()).toList();
    }

    private static List<String> hugeFragments(int n) {
        return List.of(">".repeat(n) + "a", "- ".repeat(n) + "a", "*".repeat(n) + "a" + "*".repeat(n),
                "*a ".repeat(n), "*a **b ".repeat(n) + " c** d*".repeat(n), "[".repeat(n) + "a" + "](https://a.b)".repeat(n),
                "![".repeat(n) + "a" + "](https://a.b)".repeat(n), "`".repeat(n) + " a", "<".repeat(n), "&#x1;".repeat(n),
                "a_".repeat(n), "[a](".repeat(n), "| a ".repeat(n) + "\n" + "|-".repeat(n) + "\n" + "| b\n".repeat(n / 50),
                "x".repeat(20 * n), "# a\n".repeat(n), "[a]: https://" + "b".repeat(n) + "\n\n" + "[a] ".repeat(n),
                "1. a\n  ".repeat(n), "`a` ".repeat(n), "\0".repeat(n), "\ud800".repeat(n), "<!-- ".repeat(n), "\\".repeat(n));
    }

    @ParameterizedTest
    @MethodSource("hugeFragments")
    void huge_and_deeply_nested(String markdown) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            String html = Markdown.html(markdown);
            assertSafe(html);
            assertThat(html.length()).isLessThan(30 * markdown.length() + 1000);
            Markdown.text(markdown);
        });
    }

    @Test
    void table_with_too_many_cells_is_shown_as_written() {
        String markdown = "|a".repeat(200) + "\n" + "|-".repeat(200) + "\n" + "|b\n".repeat(100);
        assertThat(Markdown.html(markdown)).startsWith("<p>|a|a").doesNotContain("<td");
    }

    @Test
    void over_long_fragment_is_shown_as_written() {
        assertThat(Markdown.html("**一** <b>\n\n" + "二".repeat(50_000))).startsWith("<p>**一** &lt;b&gt;</p>\n<p>二二");
    }

    @Property(tries = 2000, seed = "20230920")
    void nothing_hostile_gets_through(@ForAll("hostile") String markdown) {
        assertSafe(Markdown.html(markdown));
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of("<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=\"", "\">", "'", "[a](",
                "![b](",
                ")", "](", "[", "]", "javascript:alert(1)", "&#106;avascript:", "java&NewLine;script:", "https://a.b/",
                "data:,",
                " ", "\n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "*", "**", "_", "`", "```\n", "~~~", "|", "|-|\n", "&lt;",
                "&quot;", "\\", "<", ">", "\"x\"", "[c]: ", "[c]", "<!--", "-->", "<![CDATA[", "文", "\0", "\t", "style=x")
                .list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    private static String abbreviated(String attributes) {
        return attributes.length() <= 300 ? attributes
                : attributes.substring(0, 100) + attributes.substring(attributes.length() - 100);
    }

    private static void assertSafe(String html) {
        var tags = TAG.matcher(html);
        int open = 0;
        while (tags.find()) {
            String name = tags.group(2);
            String attributes = tags.group(3).replaceAll(" ?/$", "");
            if (name.equals("a")) {
                open += tags.group(1).isEmpty() ? 1 : -1;
                assertThat(open).as("links in links").isBetween(0, 1);
                if (tags.group(1).isEmpty()) {
                    assertThat(abbreviated(attributes)).matches(SAFE_LINK);
                }
            } else {
                assertThat(name).isIn(SAFE_TAGS);
                assertThat(attributes).matches("|( class=\"(align|language)-[^\"<>]*\")|( start=\"\\d+\")");
            }
        }
        assertThat(TAG.matcher(html).replaceAll("").matches("(?s)[^<>]*")).as("only whole tags").isTrue();
    }
}
