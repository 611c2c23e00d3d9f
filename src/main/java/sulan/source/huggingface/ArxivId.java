package sulan.source.huggingface;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** arXiv's ids, today's and those from before April 2007: https://info.arxiv.org/help/arxiv_identifier.html. */
final class ArxivId {

    private static final String ID = "\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7}";
    private static final Pattern WITH_VERSION = Pattern.compile("(" + ID + ")(?:v\\d{1,3})?");
    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\d.])\\d{4}\\.\\d{4,5}(?![\\d.])");

    private ArxivId() {
    }

    /** The id without version, or {@code null} if it is none. */
    static String withoutVersion(String text) {
        Matcher matcher = WITH_VERSION.matcher(text.strip());
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** The first of today's ids that a text mentions, or {@code null}. */
    static String mentionedIn(String text) {
        Matcher matcher = IN_TEXT.matcher(text);
        return matcher.find() ? matcher.group() : null;
    }
}
