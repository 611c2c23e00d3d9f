package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The canonical form, and what becomes of it when someone edits it. */
class DigestWriterTest {

    private static final Overview OVERVIEW = new Overview("本文给出了BlueFinch。\n\n第二段。", "- 快。\n- 省。",
            List.of(new Keyword("Sparse Routing", "稀疏路由"), new Keyword("BlueFinch", null), new Keyword(null, "词元")),
            new Ratings(new BigDecimal("4.5"), null, new BigDecimal("5")), new Reasons("可以直接使用。", "没有给分，但有理由。", null), "值得一读",
            "别的文字", true);
    private static final Digest DIGEST = new Digest(LocalDate.of(2023, 9, 20), 2,
            "https://huggingface.co/papers?date=2023-09-20", "💡说明：\n\n- 一条",
            List.of(new DigestPaper(1, "Blue *Finch*: 360^circ", "2309.00001", OVERVIEW),
                    new DigestPaper(2, "Empty", "hep-th/9901001", Overview.EMPTY)),
            "开头的\n文字");
    private static final String DOCUMENT = """
            # 【2023-09-20】Huggingface 每日论文速览

            <!-- sulan:digest 1 -->

            - [Huggingface Daily Papers 2023-09-20](https://huggingface.co/papers?date=2023-09-20) 共推荐 2 篇论文。

            > 💡说明：
            >
            > - 一条

            - **未归类内容**

              开头的
              文字

            ## Blue \\*Finch\\*: 360°

            1. **介绍本文的主要工作**

               本文给出了BlueFinch。

               第二段。

            2. **本文工作的主要亮点**

               - 快。
               - 省。

            3. **核心关键词**

               - `Sparse Routing` (`稀疏路由`)

               - `BlueFinch`

               - (`词元`)

            4. **打分**

               - **实用性**：4.5/5

                 可以直接使用。

               - **创新性**：未评分

                 没有给分，但有理由。

               - **推荐度**：5/5

            5. **总评**

               值得一读

            6. **未归类内容**

               别的文字

            （原文到此中断）

            [到 Huggingface 论文主页查看详情](https://huggingface.co/papers/2309.00001)

            ## Empty

            [到 Huggingface 论文主页查看详情](https://huggingface.co/papers/hep-th/9901001)
            """;

    @Test
    void wholeDocument() {
        assertThat(new DigestWriter().write(DIGEST)).isEqualTo(DOCUMENT);
    }

    @Test
    void wholeDocumentReadAgain() {
        DigestReader.Reading reading = new DigestReader().read(DOCUMENT);

        assertThat(reading.digest()).isEqualTo(DIGEST);
        assertThat(reading.diagnostics()).isEmpty();
    }

    @Test
    void headWithoutItsParts() {
        Digest digest = new Digest(LocalDate.of(2023, 9, 20), null, null, null, List.of(), null);

        assertThat(new DigestWriter().write(digest)).isEqualTo("# 【2023-09-20】Huggingface 每日论文速览\n\n<!-- sulan:digest 1 -->\n");
        assertThat(new DigestReader().read(new DigestWriter().write(digest)).digest()).isEqualTo(digest);
    }

    @Test
    void documentWithoutSignature() {
        DigestReader.Reading reading = new DigestReader()
                .read(DOCUMENT.replace("<!-- sulan:digest 1 -->\n\n", "").replace("- **未归类内容**\n\n  开头的\n  文字\n\n", ""));

        assertThat(reading.digest().papers().get(0)).isEqualTo(DIGEST.papers().get(0));
    }

    @Test
    void paperThatWasEdited() {
        DigestReader.Reading reading = new DigestReader()
                .read(DOCUMENT.replace("1. **介绍本文的主要工作**\n\n   本文", "**主要工作**：本文").replace("4.5/5", "4分"));

        assertThat(reading.digest().papers()).isEqualTo(List.of(new DigestPaper(1, "Blue *Finch*: 360°", "2309.00001",
                new Overview(OVERVIEW.mainWork(), OVERVIEW.highlights(), OVERVIEW.keywords(),
                        new Ratings(new BigDecimal("4"), null, new BigDecimal("5")),
                        OVERVIEW.reasons(), OVERVIEW.comment(), OVERVIEW.unplaced(), true)),
                DIGEST.papers().get(1)));
    }

    @Test
    void headThatWasEdited() {
        Digest digest = new DigestReader().read(DOCUMENT.replace("共推荐 2 篇论文。", "今日共推荐2篇论文")).digest();

        assertThat(digest.declaredCount()).isEqualTo(2);
        assertThat(digest.note()).isEqualTo(DIGEST.note());
        assertThat(digest.papers()).isEqualTo(DIGEST.papers());
        assertThat(digest.unplaced()).contains("开头的");
    }

    @Test
    void whatNoDigestCanBe() {
        assertThatThrownBy(() -> new Digest(null, null, null, null, List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Digest(DIGEST.date(), -1, null, null, List.of(), null)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Digest(DIGEST.date(), null, "javascript:alert(1)", null, List.of(), null))
                .hasMessageContaining("javascript");
        assertThatThrownBy(() -> new Digest(DIGEST.date(), null, null, null, DIGEST.papers().subList(1, 2), null))
                .hasMessageContaining("position");
        assertThatThrownBy(() -> new DigestPaper(1, " ", "2309.00001", OVERVIEW)).hasMessageContaining("title");
        assertThatThrownBy(() -> new DigestPaper(1, "A", "2309.1", OVERVIEW)).hasMessageContaining("2309.1");
        assertThatThrownBy(() -> new Ratings(new BigDecimal("5.1"), null, null)).hasMessageContaining("5.1");
        assertThatThrownBy(() -> new Keyword(" ", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
