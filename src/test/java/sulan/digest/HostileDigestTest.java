package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import sulan.digest.Diagnostic.Level;
import sulan.digest.DigestReader.Reading;

/** Input that is damaged, wrong, or made to hurt: each is read, or refused with a sentence that names the place. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileDigestTest {

    private static final String NAME = "20230920-hf-daily-papers.md";
    private static final String HEAD = "# 【2023-09-20】Huggingface 每日论文速览\n\n";
    private static final String LINK = "\n\n[到 Huggingface 论文主页查看详情](https://huggingface.co/papers/2309.00001)\n";
    private static final String PAPER = """
            ## BlueFinch

            ### 主要工作

            本文给出了一个小例子，并说明它的用法。

            ### 评分

            - 实用性：4/5
            """ + LINK;

    @Test
    void emptyFile() {
        assertRefused(read(new byte[0]), 0, "空");
        assertRefused(read(bytes(" \r\n\t\n")), 0, "空");
    }

    @Test
    void fileInGbk() {
        Reading reading = new DigestReader().read((HEAD + PAPER).getBytes(Charset.forName("GBK")), NAME);

        assertThat(reading.digest().papers().get(0).overview().mainWork()).isEqualTo("本文给出了一个小例子，并说明它的用法。");
        assertThat(reading.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.level()).isEqualTo(Level.INFO);
            assertThat(diagnostic.message()).contains("GB18030");
        });
    }

    @Test
    void fileInNoKnownEncoding() {
        byte[] content = bytes(HEAD + PAPER);
        content[HEAD.getBytes(StandardCharsets.UTF_8).length + 40] = (byte) 0xff;
        content[HEAD.getBytes(StandardCharsets.UTF_8).length + 41] = (byte) 0xff;
        assertRefused(read(content), 7, "个字节");

        assertRefused(read((HEAD + PAPER).getBytes(StandardCharsets.UTF_16)), 1, "第 0 个字节");
        assertRefused(read(("Überraschung, ça alors: " + "é".repeat(99)).getBytes(StandardCharsets.ISO_8859_1)), 1, "第 0 个字节");
        assertRefused(read(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, '\r' }), 1, "第 0 个字节");
    }

    @Test
    void byteOrderMarkAndWindowsLines() {
        Reading reading = read(bytes("\ufeff" + (HEAD + PAPER).replace("\n", "\r\n")));

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.digest()).isEqualTo(read(bytes(HEAD + PAPER)).digest());
    }

    @Test
    void nulBytes() {
        Reading reading = read(bytes(HEAD + PAPER.replace("小例子", "小\0例子")));

        assertThat(reading.digest().papers().get(0).overview().mainWork()).contains("小\ufffd例子");
        assertThat(reading.diagnostics()).singleElement().satisfies(diagnostic -> assertThat(diagnostic.line()).isEqualTo(7));
        assertRefused(read("# 2023-09-20 daily papers".getBytes(StandardCharsets.UTF_16LE)), 1, "NUL");
    }

    @Test
    void fileThatIsTooLarge() {
        assertRefused(read(new byte[Decoding.LARGEST + 1]), 0, "16 MiB");
    }

    @Test
    void noDate() {
        Reading reading = new DigestReader().read(bytes("# 每日论文\n\n" + PAPER), "papers.md");

        assertRefused(reading, 0, "日期");
        assertThat(new DigestReader().read(bytes("# 每日论文\n\n" + PAPER), NAME).digest().date()).hasToString("2023-09-20");
    }

    @Test
    void anotherDateThanThatOfTheFileName() {
        for (String name : new String[] { "20230921-hf-daily-papers.md", "2023-09-21.md", "hf_2023_09_21.md",
                "2023年9月21日.md" }) {
            assertRefused(new DigestReader().read(bytes(HEAD + PAPER), name), 1, "2023-09-21");
        }
        for (String name : new String[] { NAME, "2023-09-20-papers.md", "papers.md", "20231399.md" }) {
            assertThat(new DigestReader().read(bytes(HEAD + PAPER), name).diagnostics()).isEmpty();
        }
    }

    @Test
    void noPaper() {
        assertRefused(read(bytes(HEAD + "- [x](https://huggingface.co/papers?date=2023-09-20) 共推荐 3 篇论文。\n")), 0, "没有找到任何论文");
        assertRefused(read(bytes(HEAD + "## A\n\n文字\n\n## B\n")), 0, "2 个论文标题");
    }

    @Test
    void twoPapersWithOneId() {
        Reading reading = read(bytes(HEAD + PAPER + "\n" + PAPER.replace("BlueFinch", "Other").replace("4/5", "3/5")));

        assertThat(reading.digest().papers()).hasSize(1);
        assertThat(reading.digest().unplaced()).contains("## Other").contains("3/5").contains("2309.00001");
        assertThat(reading.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.level()).isEqualTo(Level.WARNING);
            assertThat(diagnostic.line()).isEqualTo(16);
            assertThat(diagnostic.message()).contains("Other").contains("2309.00001");
        });
    }

    @Test
    void paperWithoutId() {
        Reading reading = read(bytes(HEAD + "## Lost\n\n### 主要工作\n\n文字。\n\n" + PAPER));

        assertThat(reading.digest().papers()).singleElement().satisfies(paper -> assertThat(paper.position()).isEqualTo(1));
        assertThat(reading.digest().unplaced()).contains("Lost").contains("文字。");
        assertThat(reading.diagnostics()).singleElement().satisfies(diagnostic -> assertThat(diagnostic.line()).isEqualTo(3));
    }

    @Test
    void scriptsAndHtml() {
        Reading reading = read(bytes(HEAD + PAPER.replace("## BlueFinch", "## <script>alert(1)</script> Blue")
                .replace("本文", "<img src=x onerror=alert(1)>本文").replace("### 评分", "<div><b>\n\n### 评分")));

        assertThat(reading.digest().papers()).singleElement().satisfies(paper -> {
            assertThat(paper.overview().mainWork()).startsWith("<img src=x onerror=alert(1)>本文").contains("<div><b>");
            assertThat(paper.overview().ratings().practicality()).isEqualByComparingTo("4");
        });
        assertThat(new DigestReader().read(new DigestWriter().write(reading.digest())).digest()).isEqualTo(reading.digest());
    }

    @Test
    void codeThatIsNeverClosed() {
        Reading reading = read(
                bytes(HEAD + PAPER.replace("### 评分", "```python\nprint(1)\n\n### 评分") + PAPER.replace("00001", "00002")));

        assertThat(reading.digest().papers()).hasSize(2);
        assertThat(reading.digest().papers())
                .allSatisfy(paper -> assertThat(paper.overview().ratings().practicality()).isEqualByComparingTo("4"));
    }

    @Test
    void commentThatIsNeverClosed() {
        Reading reading = read(bytes(HEAD + PAPER.replace("### 评分", "<!-- \n\n### 评分") + PAPER.replace("00001", "00002")));

        assertThat(reading.digest().papers()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void largeInput(String name, String text) {
        Reading reading = new DigestReader().read(bytes(text), NAME);

        assertThat(reading.digest() != null || !reading.diagnostics().isEmpty()).as(name).isTrue();
        if (reading.digest() != null) {
            assertThat(new DigestReader().read(new DigestWriter().write(reading.digest())).digest())
                    .isEqualTo(reading.digest());
        }
    }

    static Stream<Arguments> largeInput() {
        int mega = 1 << 20;
        return Stream.of(
                arguments("10 MB of one line", body("### 主要工作\n\n" + "汉字和words，".repeat(mega * 2 / 3))),
                arguments("10 MB of paragraphs", body("### 主要工作\n\n" + ("一段文字，没有别的。".repeat(20) + "\n\n").repeat(mega / 60))),
                arguments("lines without end", body("### 评分\n\n" + "一行文字，没有别的。\n".repeat(mega / 3))),
                arguments("20,000 keywords", body("### 关键词\n\n" + "- `Word` (`词`)\n".repeat(20_000))),
                arguments("2 MB of keywords on a line", body("### 关键词\n\n" + "`Word` (`词`), ".repeat(mega / 8))),
                arguments("20,000 ratings", body("### 评分\n\n" + "- 实用性：4/5，很好。\n".repeat(20_000))),
                arguments("1 MB of ratings on a line", body("### 评分\n\n" + "实用性：4/5，很好；".repeat(mega / 26))),
                arguments("100,000 headings", HEAD + "## 标题\n\n".repeat(100_000) + PAPER),
                arguments("20,000 sections", body("### 主要工作\n\n文字。\n\n".repeat(20_000))),
                arguments("20,000 unknown sections", body("### 主要工作\n\n" + "### 别的\n\n文字。\n\n".repeat(20_000))),
                arguments("20,000 appraisals", body("### 评价\n\n文字。\n\n".repeat(20_000))),
                arguments("10,000 papers",
                        HEAD + Stream.iterate(10_000, i -> i + 1).limit(10_000).map(i -> PAPER.replace("00001", "" + i))
                                .reduce(new StringBuilder(),
                                        StringBuilder::append, StringBuilder::append)
                                .toString()),
                arguments("nested lists", body("### 主要工作\n\n" + "- ".repeat(10_000) + "文字")),
                arguments("nested lists, line by line",
                        body("### 评分\n\n" + Stream.iterate(0, i -> i + 1).limit(1500).map(i -> "  ".repeat(i) + "- 实用性：4\n")
                                .reduce("", String::concat))),
                arguments("nested quotes", body("### 主要工作\n\n" + "> ".repeat(10_000) + "文字")),
                arguments("nested emphasis", body("### 主要工作\n\n" + "*a ".repeat(10_000) + "b*".repeat(10_000))),
                arguments("nested bold", body("### 主要工作\n\n" + "**字".repeat(100_000))),
                arguments("nested brackets", body("### 关键词\n\n" + "[(（".repeat(50_000) + "）)]".repeat(50_000))),
                arguments("open brackets", body("### 关键词\n\n" + "词(".repeat(200_000))),
                arguments("closed brackets", body("### 关键词\n\n" + "A) ".repeat(200_000))),
                arguments("backticks", body("### 关键词\n\n" + "`a ``b ".repeat(100_000))),
                arguments("links", body("### 主要工作\n\n" + "[a](".repeat(100_000))),
                arguments("colons", body("### 评分\n\n" + "：:".repeat(200_000))),
                arguments("labels", body("### 评分\n\n" + "实用性、创新性：".repeat(100_000))),
                arguments("digits", body("### 评分\n\n实用性：" + "4".repeat(200_000) + "/5")),
                arguments("stars", body("### 评分\n\n实用性：" + "★ ".repeat(100_000))),
                arguments("spaces", body("### 评分\n\n实用性：" + " ".repeat(500_000) + "x")),
                arguments("separators", body("### 关键词\n\n" + "，、".repeat(200_000) + "x")),
                arguments("rules", body("### 主要工作\n\n" + "文字\n\n---\n\n".repeat(20_000))),
                arguments("underlined headings", body("### 主要工作\n\n" + "文字\n---\n".repeat(9_000))),
                arguments("indented text", body("### 主要工作\n\n" + "文字\n\n          文字\n\n".repeat(20_000))),
                arguments("tables", body("### 评分\n\n| 实用性 | 4 |\n|---|---|\n" + "| 实用性 | 4 |\n".repeat(10_000))),
                arguments("a wide table",
                        body("### 评分\n\n" + "| 实用性 ".repeat(20_000) + "\n" + "|---".repeat(20_000) + "\n"
                                + "| 4 ".repeat(20_000))),
                arguments("HTML", body("### 主要工作\n\n" + "<b>文".repeat(100_000) + "<!-- ".repeat(100_000))),
                arguments("breaks", body("### 评分\n\n" + "实用性：4<br>".repeat(20_000))),
                arguments("numbers", body("### 主要工作\n\n" + "1. (一) ①".repeat(100_000))),
                arguments("a title of 1 MB", HEAD + "## " + "标题 ".repeat(mega / 4) + "\n" + PAPER.substring(12)),
                arguments("NULs", body("### 主要工作\n\n" + "文字文字文字文\0\n".repeat(50_000))),
                arguments("links to papers", body("https://huggingface.co/papers/2309.1\n\n".repeat(50_000))));
    }

    private static String body(String text) {
        return HEAD + "## BlueFinch\n\n" + text + LINK;
    }

    private static Reading read(byte[] content) {
        return new DigestReader().read(content, NAME);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(Reading reading, int line, String word) {
        assertThat(reading.digest()).isNull();
        assertThat(reading.diagnostics()).anySatisfy(diagnostic -> {
            assertThat(diagnostic.level()).isEqualTo(Level.ERROR);
            assertThat(diagnostic.line()).isEqualTo(line);
            assertThat(diagnostic.message()).contains(word);
        });
    }
}
