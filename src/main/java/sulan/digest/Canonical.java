package sulan.digest;

/** What the canonical form of a digest is made of; {@link DigestWriter} writes it, {@link CanonicalPaper} reads it. */
final class Canonical {

    /** Marks a document as written in this form, which is then read literally. */
    static final String SIGNATURE = "<!-- sulan:digest 1 -->";
    static final String TRUNCATED = "（原文到此中断）";
    static final String UNPLACED = "- **" + Section.UNPLACED.heading() + "**";
    static final String NOT_RATED = "未评分";
    /** How far the text of a section is indented, which keeps it inside of its list item. */
    static final String SECTION_INDENT = "   ";
    static final String ITEM_INDENT = "  ";
    static final String DETAILS = "[到 Huggingface 论文主页查看详情](https://huggingface.co/papers/";

    private Canonical() {
    }
}
