package sulan.digest;

import java.math.BigDecimal;

/** What the canonical form of a digest is made of; {@link DigestWriter} writes it, {@link CanonicalReader} reads it. */
final class Canonical {

    /** Marks a document as written in this form, which is then read literally. */
    static final String SIGNATURE = "<!-- sulan:digest 1 -->";
    static final String TITLE_BEGIN = "# 【";
    static final String TITLE_END = "】Huggingface 每日论文速览";
    static final String SOURCE_BEGIN = "[Huggingface Daily Papers ";
    static final String COUNT_BEGIN = "共推荐 ";
    static final String COUNT_END = " 篇论文。";
    /** Stands before the text of the document that has no other place. */
    static final String UNPLACED = "- **" + Section.UNPLACED.heading() + "**";
    static final String TRUNCATED = "（原文到此中断）";
    static final String NOT_RATED = "未评分";
    /** How far the text of a section is indented, which keeps it inside of its list item. */
    static final String SECTION_INDENT = "   ";
    static final String ITEM_INDENT = "  ";
    static final String DETAILS = "[到 Huggingface 论文主页查看详情](https://huggingface.co/papers/";

    private Canonical() {
    }

    /** The sections keep their numbers where others are absent. */
    static String heading(Section section) {
        return section.ordinal() + 1 + ". **" + section.heading() + "**";
    }

    static String label(Criterion criterion) {
        return "- **" + criterion.label() + "**：";
    }

    static String score(BigDecimal rating) {
        return rating.stripTrailingZeros().toPlainString() + "/5";
    }
}
