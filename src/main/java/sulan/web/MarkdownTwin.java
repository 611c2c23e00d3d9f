package sulan.web;

/** The representation as Markdown. */
final class MarkdownTwin {

    /** The media type of RFC 7763. */
    static final String TYPE = "text/markdown;charset=UTF-8";

    private MarkdownTwin() {
    }
}
