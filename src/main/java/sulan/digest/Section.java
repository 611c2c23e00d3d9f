package sulan.digest;

/** The sections of a paper in a digest, in the order in which they stand, each with the heading that the writer gives it. */
enum Section {

    MAIN_WORK("介绍本文的主要工作"),
    HIGHLIGHTS("本文工作的主要亮点"),
    KEYWORDS("核心关键词"),
    RATINGS("打分"),
    COMMENT("总评"),
    UNPLACED("未归类内容");

    private final String heading;

    Section(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
