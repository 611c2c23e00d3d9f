package sulan.digest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Combinators.F8;

/** Any digest that the records accept, with texts chosen to be confused with the structure around them. */
final class DigestArbitraries {

    private static final String[] LINES = {
            "本文给出了一个小例子。", "A plain English sentence.", "- 实用性：4/5", "- **创新性**：3.5/5", "  - nested", "1. **介绍本文的主要工作**",
            "4. **打分**",
            "## A heading", "# 【2001-01-01】Huggingface 每日论文速览", "### 3. 核心关键词", "主要亮点：", "---", "***", "```", "~~~java",
            "    indented code", "> quoted",
            "[到 Huggingface 论文主页查看详情](https://huggingface.co/papers/2301.00001)", "<!-- sulan:digest 1 -->", "（原文到此中断）",
            "<script>alert(1)</script>",
            "<div>", "[a]: https://example.org/x", "a hard break  ", "another\\", "", "", "| 实用性 | 4 |", "|---|---|", "**bold",
            "`code", "- **未归类内容**", "   ", "\t- tab",
            "$x_1^2$", "&amp; &lt;", "推荐度：9/5", "5分", "\\# escaped", "- [ ] task", "末尾没有句号" };

    private DigestArbitraries() {
    }

    static Arbitrary<Digest> digests() {
        return Combinators.combine(dates(), Arbitraries.integers().between(0, 200).injectNull(0.3), urls().injectNull(0.3),
                texts().injectNull(0.3), papers(),
                texts().injectNull(0.6)).as(Digest::new);
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 40000).map(LocalDate.of(2000, 1, 1)::plusDays);
    }

    private static Arbitrary<String> urls() {
        return Arbitraries.of("https://huggingface.co/papers?date=2023-09-20", "http://example.org/a(b)c", "HTTPS://例子.测试/路径",
                "https://example.org/)(",
                "https://example.org/a\\b");
    }

    private static Arbitrary<List<DigestPaper>> papers() {
        Arbitrary<Set<String>> ids = Arbitraries.oneOf(Arbitraries.integers().between(10000, 99999).map(i -> "2309." + i),
                Arbitraries.integers().between(1000, 9999).map(i -> "0704." + i),
                Arbitraries.integers().between(1000000, 9999999).map(i -> "hep-th/" + i))
                .set().ofMaxSize(4);
        return ids.flatMap(set -> Combinators.combine(titles().list().ofSize(set.size()), overviews().list().ofSize(set.size()))
                .as((titles, overviews) -> {
                    List<String> list = new ArrayList<>(set);
                    return IntStream.range(0, list.size())
                            .mapToObj(i -> new DigestPaper(i + 1, titles.get(i), list.get(i), overviews.get(i))).toList();
                }));
    }

    private static Arbitrary<String> titles() {
        return Arbitraries
                .oneOf(words(),
                        Arbitraries.of("360^circ Views", "# hash #", "[link](x) & <b>", "1. 主要工作", "\\", "*a* _b_ `c`",
                                "![i](u)", "结尾 \\#", "~~x~~ ^circ"))
                .filter(title -> Fragments.title(title) != null);
    }

    private static Arbitrary<Overview> overviews() {
        F8<String, String, List<Keyword>, Ratings, Reasons, String, String, Boolean, Overview> overview = Overview::new;
        return Combinators.combine(texts().injectNull(0.2), texts().injectNull(0.2), keywords().list().ofMaxSize(4), ratings(),
                reasons(), texts().injectNull(0.5),
                texts().injectNull(0.7), Arbitraries.of(true, false)).as(overview);
    }

    private static Arbitrary<Keyword> keywords() {
        Arbitrary<String> en = Arbitraries.oneOf(words(),
                Arbitraries.of("Large Language Models (LLM)", "a` (`b`)", "`", "``x", "C++ / C#", " - x", "(`z`)"));
        Arbitrary<String> zh = Arbitraries.oneOf(words(), Arbitraries.of("大型语言模型", "b) (`c", "（注）", "` (`", "X"));
        return Combinators.combine(en.injectNull(0.2), zh.injectNull(0.3)).as((e, z) -> new String[] { e, z })
                .filter(pair -> Fragments.folded(pair[0]) != null || Fragments.folded(pair[1]) != null)
                .map(pair -> new Keyword(pair[0], pair[1]));
    }

    private static Arbitrary<Ratings> ratings() {
        Arbitrary<BigDecimal> rating = Arbitraries.bigDecimals().between(BigDecimal.ZERO, Ratings.MAX).ofScale(2)
                .injectNull(0.3);
        return Combinators.combine(rating, rating, rating).as(Ratings::new);
    }

    private static Arbitrary<Reasons> reasons() {
        return Combinators.combine(texts().injectNull(0.5), texts().injectNull(0.5), texts().injectNull(0.5)).as(Reasons::new);
    }

    /** Lines that look like structure, and lines of anything. */
    static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, Arbitraries.of(LINES)), net.jqwik.api.Tuple.of(1, words()))
                .list().ofMinSize(1).ofMaxSize(6)
                .map(lines -> String.join("\n", lines));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('\u4e00', '\u4e30').withCharRange(' ', '~')
                .withChars("，。：（）★\t\r\n\u00a0\u3000\u2028\0`*#\\[]|").ofMaxLength(24);
    }
}
