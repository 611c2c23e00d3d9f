package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sulan.digest.Diagnostic.Level;
import sulan.digest.DigestReader.Reading;

/** Forms of a paper's text, one a case. What all of them say is in {@link #EXPECTED} unless the case says otherwise. */
class DigestReaderTest {

    private static final List<Keyword> KEYWORDS = List.of(new Keyword("Sparse Routing", "稀疏路由"), new Keyword("Cache", "缓存"));
    private static final Overview EXPECTED = new Overview("本文给出了一种路由方法。", "它又快又省。", KEYWORDS, ratings("4.5", "4", "5"),
            new Reasons("可以直接使用。", "想法很新。", "值得一读。"), null, null, false);
    private static final String BODY = """
            **1. 主要工作**

            本文给出了一种路由方法。

            **2. 主要亮点**

            它又快又省。

            """;
    private static final String LISTED = BODY + """
            **3. 核心关键词**

            - `Sparse Routing` (`稀疏路由`)
            - `Cache` (`缓存`)

            """;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sections(String form, String markdown) {
        assertThat(overview(markdown)).isEqualTo(EXPECTED);
    }

    static Stream<Arguments> sections() {
        String list = "- `Sparse Routing` (`稀疏路由`)\n- `Cache` (`缓存`)";
        String ratings = "- 实用性：4.5/5，可以直接使用。\n- 创新性：4/5，想法很新。\n- 推荐度：5/5，值得一读。";
        return Stream.of(
                arguments("headings without number",
                        "### 主要工作\n本文给出了一种路由方法。\n### 亮点\n它又快又省。\n### 关键词\n" + list + "\n### 评分\n" + ratings),
                arguments("a fence around everything",
                        "```markdown\n### 主要工作\n\n本文给出了一种路由方法。\n\n### 亮点\n\n它又快又省。\n\n### 关键词\n\n" + list + "\n\n### 评分\n\n"
                                + ratings + "\n```"),
                arguments("a quote around everything", quoted(LISTED + "**4. 评分**\n\n" + ratings)),
                arguments("everything indented by four", (LISTED + "**4. 评分**\n\n" + ratings).indent(4)),
                arguments("underlined headings",
                        "主要工作\n---\n本文给出了一种路由方法。\n\n亮点\n---\n它又快又省。\n\n关键词\n---\n" + list + "\n\n评分\n---\n" + ratings),
                arguments("bullets as headings",
                        "- **主要工作**：本文给出了一种路由方法。\n- **亮点**：它又快又省。\n- **关键词**：\n" + list.indent(2) + "- **评分**：\n"
                                + ratings.indent(2)),
                arguments("nothing but numbers",
                        "1. 本文给出了一种路由方法。\n\n2. 它又快又省。\n\n3. 关键词：`Sparse Routing` (稀疏路由), `Cache` (缓存)\n\n4. 打分：\n\n"
                                + ratings.indent(3)),
                arguments("an unknown heading in its place",
                        "### 1. 主要工作\n\n本文给出了一种路由方法。\n\n### 2. 可圈可点\n\n它又快又省。\n\n### 3. 关键词\n\n" + list + "\n\n### 4. 评分\n\n"
                                + ratings),
                arguments("a text before the first heading",
                        "本文给出了一种路由方法。\n\n### 亮点\n\n它又快又省。\n\n### 关键词\n\n" + list + "\n\n### 评分\n\n" + ratings),
                arguments("no score heading", LISTED + ratings),
                arguments("ratings as sections",
                        "1. **主要工作**：本文给出了一种路由方法。\n2. **亮点**：它又快又省。\n3. **关键词**：Sparse Routing（稀疏路由）、Cache（缓存）\n4. **实用性**：4.5分。可以直接使用。\n5. **创新性**：4分。想法很新。\n6. **推荐度**：5分。值得一读。"),
                arguments("ratings as sections, apart",
                        LISTED + "**4. 实用性评分**\n\n4.5/5，可以直接使用。\n\n**5. 创新性评分**\n\n4/5，想法很新。\n\n**6. 推荐度评分**\n\n5/5，值得一读。"),
                arguments("wrapper under an emoji",
                        "## 📝 论文速览\n\n---\n\n" + LISTED + "---\n\n**4. 评分**\n\n" + ratings + "\n\n---"),
                arguments("English headings",
                        "### Main Work\n\n本文给出了一种路由方法。\n\n### Highlights\n\n它又快又省。\n\n### Keywords\n\n" + list
                                + "\n\n### Ratings\n\n" + ratings),
                arguments("a bold lead with a colon that CommonMark does not see",
                        "**主要工作：**本文给出了一种路由方法。\n\n**亮点：**它又快又省。\n\n**关键词：**`Sparse Routing`（稀疏路由），`Cache`（缓存）。\n\n**评分：**\n\n"
                                + ratings));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ratingForms(String form, String markdown) {
        assertThat(overview(LISTED + "**4. 打分**\n\n" + markdown)).isEqualTo(EXPECTED);
    }

    static Stream<Arguments> ratingForms() {
        return Stream.of(
                arguments("stars", "- 实用性：★★★★½ 可以直接使用。\n- 创新性：★★★★☆，想法很新。\n- 推荐度：★★★★★（值得一读。）"),
                arguments("stars with the number",
                        "- 实用性：⭐️⭐️⭐️⭐️（4.5/5）可以直接使用。\n- 创新性：⭐⭐⭐⭐ 4/5：想法很新。\n- 推荐度：🌟🌟🌟🌟🌟 - 值得一读。"),
                arguments("Chinese numerals", "- 实用性：四分半，可以直接使用。\n- 创新性：四分，想法很新。\n- 推荐度：满分，值得一读。"),
                arguments("full-width digits", "- 实用性：４．５／５。可以直接使用。\n- 创新性：４分。想法很新。\n- 推荐度：５／５。值得一读。"),
                arguments("words", "- 实用性：4.5 out of 5. 可以直接使用。\n- 创新性：5分制 4分，想法很新。\n- 推荐度：5星，值得一读。"),
                arguments("another scale", "- 实用性：9/10，可以直接使用。\n- 创新性：80%，想法很新。\n- 推荐度：100/100，值得一读。"),
                arguments("a stated scale", "评分标准：满分10分\n\n- 实用性：9，可以直接使用。\n- 创新性：8分，想法很新。\n- 推荐度：10，值得一读。"),
                arguments("the score in brackets",
                        "- **实用性（4.5/5）**：可以直接使用。\n- **创新性** (4分)：想法很新。\n- 推荐度【5/5】：值得一读。".replace("【", "（").replace("】", "）")),
                arguments("English names in brackets",
                        "- **实用性（Practicality）**：4.5/5，可以直接使用。\n- **创新性（Novelty）**：4/5，想法很新。\n- **推荐度（Recommendation）**：5/5，值得一读。"),
                arguments("other names", "- 实用价值：4.5/5，可以直接使用。\n- 新颖性：4/5，想法很新。\n- 推荐指数：5/5，值得一读。"),
                arguments("headings with scores",
                        "#### 实用性：4.5/5\n\n可以直接使用。\n\n#### 创新性：4/5\n\n想法很新。\n\n#### 推荐度：5/5\n\n值得一读。"),
                arguments("headings, then scores",
                        "#### 实用性\n\n**4.5分**\n\n可以直接使用。\n\n#### 创新性\n\n★★★★\n\n想法很新。\n\n#### 推荐度\n\n评分：5/5\n\n理由：值得一读。"),
                arguments("headings, and reasons as bullets",
                        "#### 实用性：4.5/5\n\n- 可以直接使用。\n\n#### 创新性：4/5\n\n- 想法很新。\n\n#### 推荐度：5/5\n\n- 值得一读。"),
                arguments("nested bullets", "- 实用性：4.5\n  - 可以直接使用。\n- 创新性：4\n  - 想法很新。\n- 推荐度：5\n  - 值得一读。"),
                arguments("score and reason as bullets",
                        "- **实用性**\n  - 评分：4.5\n  - 理由：可以直接使用。\n- **创新性**\n  - 评分：4\n  - 理由：想法很新。\n- **推荐度**\n  - 评分：5\n  - 理由：值得一读。"),
                arguments("paragraphs in items", "- 实用性：4.5\n\n  可以直接使用。\n\n- 创新性：4\n\n  想法很新。\n\n- 推荐度：5\n\n  值得一读。"),
                arguments("paragraphs", "实用性：4.5\n\n可以直接使用。\n\n创新性：4\n\n想法很新。\n\n推荐度：5\n\n值得一读。"),
                arguments("lines", "实用性：4.5\n可以直接使用。\n创新性：4\n想法很新。\n推荐度：5\n值得一读。"),
                arguments("one line", "实用性：4.5分，可以直接使用。；创新性：4分，想法很新。；推荐度：5分，值得一读。".replace("。；", "。 ")),
                arguments("dashes", "实用性 - 4.5/5 - 可以直接使用。\n\n创新性 — 4/5 — 想法很新。\n\n推荐度 – 5/5 – 值得一读。"),
                arguments("a table",
                        "| 维度 | 评分 | 理由 |\n|---|:-:|---|\n| 实用性 | 4.5 | 可以直接使用。 |\n| **创新性** | 4分 | 想法很新。 |\n| 推荐度 | 5/5 | 值得一读。 |"),
                arguments("a table across", "| 实用性 | 创新性 | 推荐度 |\n|---|---|---|\n| 4.5 | 4 | 5 |\n| 可以直接使用。 | 想法很新。 | 值得一读。 |"),
                arguments("reasons after the scores",
                        "- 实用性：4.5\n- 创新性：4\n- 推荐度：5\n\n**理由**：\n\n- 实用性：可以直接使用。\n- 创新性：想法很新。\n- 推荐度：值得一读。"),
                arguments("sentences", "- 实用性：我给4.5分，可以直接使用。\n- 创新性为4分，想法很新。\n- 推荐度：给予5分的评分，值得一读。"),
                arguments("the score at the end",
                        "实用性：可以直接使用。4.5/5\n\n创新性：想法很新。（4分）\n\n推荐度：值得一读。评分：5/5。"),
                arguments("HTML breaks", "实用性：4.5分<br>可以直接使用。<br>创新性：4分<br>想法很新。<br>推荐度：5分<br>值得一读。"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            "- 实用性：4.5/5\n- 创新性：4/5\n- 推荐度：5/5", "实用性：4.5，创新性：4，推荐度：5", "实用性：4.5/5 | 创新性：4/5 | 推荐度：5/5",
            "实用性 4.5/5; 创新性 4/5; 推荐度 5/5.",
            "实用性、创新性和推荐度分别为4.5分、4分和5分。", "实用性4.5分，创新性4分，推荐度5分。", "（实用性：4.5，创新性：4，推荐度：5）",
            "1. 实用性得分：4.5\n2. 创新性得分：4\n3. 推荐度得分：5" })
    void scoresWithoutReasons(String markdown) {
        Overview overview = overview(LISTED + "**4. 打分**\n\n" + markdown);

        assertThat(overview.ratings()).isEqualTo(EXPECTED.ratings());
        assertThat(overview.reasons()).isEqualTo(Reasons.NONE);
        assertThat(overview.comment()).isNull();
        assertThat(overview.truncated()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "实用性、创新性、推荐度均为4分", "三项评分均为4分。", "- 实用性、创新性和推荐度：4/5" })
    void oneScoreForAll(String markdown) {
        assertThat(overview(LISTED + "**4. 打分**\n\n" + markdown).ratings()).isEqualTo(ratings("4", "4", "4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void closingComments(String form, String markdown) {
        Overview overview = overview(LISTED + "**4. 打分**\n\n" + markdown);

        assertThat(overview.ratings()).isEqualTo(EXPECTED.ratings());
        assertThat(overview.reasons()).isEqualTo(Reasons.NONE);
        assertThat(overview.comment()).isEqualTo("总的来说实用性较强，推荐度给出4分。");
    }

    static Stream<Arguments> closingComments() {
        String scores = "- 实用性：4.5/5\n- 创新性：4/5\n- 推荐度：5/5\n";
        String comment = "总的来说实用性较强，推荐度给出4分。";
        return Stream.of(arguments("paragraph", scores + "\n" + comment), arguments("no blank line", scores + comment),
                arguments("indented by one", scores + "\n " + comment),
                arguments("in the last item", scores + "\n  " + comment),
                arguments("under a rule", scores + "\n---\n\n" + comment),
                arguments("with a label", scores + "\n**理由：**" + comment),
                arguments("with a label of its own", scores + "\n**总评**\n\n" + comment),
                arguments("as an item", scores + "- 总评：" + comment),
                arguments("as a section", scores + "\n**5. 总结**\n\n" + comment),
                arguments("before the scores", comment + "\n\n" + scores),
                arguments("after paragraphs", "实用性：4.5\n\n创新性：4\n\n推荐度：5\n\n" + comment));
    }

    @Test
    void commentBesidesReasons() {
        Overview overview = overview(LISTED + "**4. 打分**\n\n实用性：4.5\n\n可以直接使用。\n\n创新性：4\n\n想法很新。\n\n推荐度：5\n\n值得一读。\n\n总之不错。");

        assertThat(overview.reasons()).isEqualTo(EXPECTED.reasons());
        assertThat(overview.comment()).isEqualTo("总之不错。");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "`Sparse Routing` (稀疏路由), `Cache` (缓存)。", "Sparse Routing（稀疏路由）、Cache（缓存）",
            "稀疏路由 (Sparse Routing)；缓存 (Cache)", "- Sparse Routing：稀疏路由\n- Cache: 缓存",
            "- Sparse Routing - 稀疏路由\n- Cache — 缓存", "1. 稀疏路由（`Sparse Routing`）\n2. 缓存（`Cache`）",
            "- **Sparse Routing**（稀疏路由）\n- **Cache**（缓存）", "`Sparse Routing（稀疏路由）` `Cache（缓存）`",
            "Sparse Routing (稀疏路由) / Cache (缓存)", "- Sparse Routing 稀疏路由\n- Cache 缓存",
            "- 英文：Sparse Routing, Cache\n- 中文：稀疏路由，缓存", "| 英文 | 中文 |\n|---|---|\n| Sparse Routing | 稀疏路由 |\n| Cache | 缓存 |",
            "- Sparse Routing\n  - 稀疏路由\n- Cache\n  - 缓存", "- 稀疏路由/Sparse Routing\n- 缓存/Cache",
            "本文的核心关键词如下：\n\n- Sparse Routing（稀疏路由）\n- Cache（缓存）", "① Sparse Routing（稀疏路由）\n② Cache（缓存）" })
    void keywordForms(String markdown) {
        assertThat(overview(BODY + "**3. 核心关键词**\n\n" + markdown).keywords()).isEqualTo(KEYWORDS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", value = { "Large Models (LM) (大模型) | Large Models (LM) | 大模型",
            "`Large Models (LM)` (`大模型`) | Large Models (LM) | 大模型",
            "`LM (Large)` (`LM（大模型）`) | LM (Large) | LM（大模型）", "LM（LM） | LM | -", "LoRA/QLoRA | LoRA/QLoRA | -",
            "`LoRA/QLoRA` (`LoRA/QLoRA`) | LoRA/QLoRA | -", "Large Models (LM) | Large Models (LM) | -",
            "Cot (Chain-of-Thought 思维链) | Cot | Chain-of-Thought 思维链", "大模型 | - | 大模型", "大模型（大语言模型） | - | 大模型（大语言模型）",
            "P vs. NP (P对NP) | P vs. NP | P对NP",
            "Vision, Language and Action (视觉、语言和动作) | Vision, Language and Action | 视觉、语言和动作",
            "Large Models (LM, 大模型) | Large Models (LM) | 大模型", "C++ (C加加) | C++ | C加加",
            "3D点云 (3D Point Cloud) | 3D Point Cloud | 3D点云" })
    void oneKeyword(String written, String en, String zh) {
        assertThat(overview(BODY + "**3. 核心关键词**\n\n- Other (别的)\n- " + written).keywords().get(1))
                .isEqualTo(new Keyword(en, zh));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "实用性：6/5", "实用性：9", "实用性：4-4.5分", "实用性：4~5分", "实用性：☆☆☆☆", "实用性：120%", "可读性：4分" })
    void whatIsNoScore(String line) {
        Reading reading = read(LISTED + "**4. 打分**\n\n- " + line + "\n- 创新性：4分\n");
        Overview overview = reading.digest().papers().get(0).overview();

        assertThat(overview.ratings()).isEqualTo(ratings(null, "4", null));
        assertThat(overview.unplaced()).contains(line);
        assertThat(reading.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.level()).isEqualTo(Level.WARNING);
            assertThat(diagnostic.line()).isEqualTo(20);
            assertThat(diagnostic.message()).contains(line);
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "实用性：无", "实用性：未评分", "本文在实用性上可得4分。", "（各项满分5分）", "- 实用性：在4/5的任务上有效。", "实用性：3个场景", "推荐在4分钟内读完。" })
    void whatIsNoRating(String line) {
        assertThat(overview(LISTED + "**4. 打分**\n\n" + line).ratings()).isEqualTo(Ratings.NONE);
    }

    @Test
    void scaleInTheHeading() {
        Reading reading = read(LISTED + "**4. 打分（满分10分）**\n\n- 实用性：9\n- 创新性：4/5\n- 推荐度：8.5分");

        assertThat(reading.digest().papers().get(0).overview().ratings()).isEqualTo(ratings("4.5", "4", "4.25"));
        assertThat(reading.diagnostics()).extracting(Diagnostic::level).containsExactly(Level.INFO, Level.INFO);
    }

    @Test
    void textOfNoSection() {
        Reading reading = read("开场白。\n\n" + LISTED + "**4. 局限性**\n\n数据太少。\n\n**5. 打分**\n\n- 实用性：4");
        Overview overview = reading.digest().papers().get(0).overview();

        assertThat(overview.keywords()).isEqualTo(KEYWORDS);
        assertThat(overview.ratings()).isEqualTo(ratings("4", null, null));
        assertThat(overview.unplaced()).contains("开场白。").contains("局限性").contains("数据太少。");
        assertThat(reading.diagnostics()).extracting(Diagnostic::line).containsExactly(5, 20);
    }

    @Test
    void paperWithoutAnySection() {
        Reading reading = read("一段文字。\n\n又一段。");

        assertThat(reading.digest().papers().get(0).overview().unplaced()).isEqualTo("一段文字。\n\n又一段。");
        assertThat(reading.diagnostics()).singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.level()).isEqualTo(Level.WARNING));
    }

    @Test
    void highlightsThatLookLikeSections() {
        String highlights = "1. **主要贡献**：公开了代码。\n\n2. **实用性**：4/5的任务都适用。\n\n3. **关键词**：也能抽取。";
        Overview overview = overview(
                "**1. 主要工作**\n\n文字。\n\n**2. 亮点**\n\n" + highlights + "\n\n**3. 关键词**\n\n- A (甲)\n\n**4. 评分**\n\n- 实用性：4");

        assertThat(overview.highlights()).isEqualTo(highlights);
        assertThat(overview.keywords()).containsExactly(new Keyword("A", "甲"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "该文值得在相关", "这为后续的研究铺平了", "方法对于长文本具", "具有很高的", "这篇论文值得每位", "推荐阅读给相关领域的研究", "是一个非常值得",
            "强烈推荐对检索感兴趣的读者阅读（尤其是", "推荐给从事推荐系统、检索，", "对于需要快速",
            "并且能够", "对工业界和学术界都", "这项工作在效率、成本和", "The method is easy to", "可以帮助研究人员更好地", "为该方向的发展提供了" })
    void textThatBreaksOff(String ending) {
        assertThat(overview(LISTED + "**4. 打分**\n\n- 实用性：4/5，可以直接使用。\n- 创新性：4/5，想法很新。\n- 推荐度：4/5，" + ending).truncated())
                .isTrue();
        assertThat(overview(LISTED + "**4. 打分**\n\n- 实用性：4/5\n- 创新性：4/5\n- 推荐度：4/5\n\n总的来说，" + ending).truncated()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "值得一读。", "这是一份难得的参考资料", "具有很高的参考价值", "非常值得阅读", "强烈推荐", "对该领域的研究者有很大的帮助", "创新性较强", "有一定的局限性",
            "效果显著", "适合初学者阅读", "值得一读！", "值得一读……", "（值得一读）。",
            "是一篇值得推荐的论文", "It is worth reading.", "为后续研究提供了新的思路", "得分为4.5" })
    void textThatIsComplete(String ending) {
        assertThat(overview(LISTED + "**4. 打分**\n\n- 实用性：4/5，可以直接使用。\n- 创新性：4/5，想法很新。\n- 推荐度：4/5，" + ending).truncated())
                .isFalse();
    }

    @Test
    void authorWhoWritesNoStops() {
        assertThat(overview(LISTED + "**4. 打分**\n\n- 实用性：4/5，可以直接拿来用\n- 创新性：4/5，想法前所未有\n- 推荐度：4/5，适合做检索的人").truncated())
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "**1. 主要工作**\n\n本文给出了一种新的路由方法，它的", "**1. 主要工作**\n\n文字。\n\n**2. 亮点**\n\n- 快。\n- 可以在",
            "**1. 主要工作**\n\n文字。\n\n**3. 关键词**\n\n- A (甲)\n- Large Mod (大模",
            "**1. 主要工作**\n\n文字。\n\n**4. 评分**\n\n- 实用性：4分\n- 创新性：" })
    void paperThatBreaksOffEarly(String markdown) {
        assertThat(overview(markdown).truncated()).isTrue();
    }

    @Test
    void head() {
        Reading reading = new DigestReader().read("""
                # 【2023-09-20】Huggingface 每日论文速览

                - [Huggingface Daily Papers 2023-09-20](https://huggingface.co/papers?date=2023-09-20) 共推荐 2 篇论文。

                > 说明：
                >
                > - 一条

                编者按。

                ## A  B $360^\\circ$ `C`

                ### 主要工作

                文字。

                [论文](https://arxiv.org/abs/2309.00001v2)
                """);

        assertThat(reading.digest().declaredCount()).isEqualTo(2);
        assertThat(reading.digest().sourceUrl()).isEqualTo("https://huggingface.co/papers?date=2023-09-20");
        assertThat(reading.digest().note()).isEqualTo("说明：\n\n- 一条");
        assertThat(reading.digest().unplaced()).isEqualTo("编者按。");
        assertThat(reading.digest().papers().get(0).title()).isEqualTo("A B $360° C");
        assertThat(reading.digest().papers().get(0).paperId()).isEqualTo("2309.00001");
        assertThat(reading.diagnostics()).extracting(Diagnostic::line).containsExactly(3, 9);
    }

    @Test
    void title_with_what_looks_like_tags() {
        DigestReader.Reading reading = new DigestReader().read("""
                # 【2023-09-20】Huggingface 每日论文速览

                ## Predicting <mask> Tokens with List<T>, <b>x</b> < y

                ### 主要工作

                文字。

                [论文](https://arxiv.org/abs/2309.00001)
                """);
        assertThat(reading.digest().papers().get(0).title()).isEqualTo("Predicting <mask> Tokens with List<T>, x < y");
    }

    private static Overview overview(String markdown) {
        Reading reading = read(markdown);
        assertThat(reading.digest()).isNotNull();
        assertThat(reading.diagnostics()).noneMatch(diagnostic -> diagnostic.level() == Level.ERROR);
        return reading.digest().papers().get(0).overview();
    }

    private static Reading read(String markdown) {
        return new DigestReader().read("# 【2023-09-20】Huggingface 每日论文速览\n\n## BlueFinch\n\n" + markdown
                + "\n\n[到 Huggingface 论文主页查看详情](https://huggingface.co/papers/2309.00001)");
    }

    private static String quoted(String markdown) {
        return markdown.replaceAll("(?m)^", "> ");
    }

    private static Ratings ratings(String practicality, String novelty, String recommendation) {
        return new Ratings(decimal(practicality), decimal(novelty), decimal(recommendation));
    }

    private static BigDecimal decimal(String number) {
        return number == null ? null : new BigDecimal(number);
    }
}
