package sulan.source.huggingface;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text without what does not belong into it: line breaks of a mail from the nineties, tags, control characters. */
final class PlainText {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u0085\\u00a0\\u2028\\u2029\\u3000]+");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\h*\\R\\s*");
    /** Neither XML, nor a database, nor a page takes these: control characters, and halves of a pair. */
    private static final Pattern NO_CHARACTER = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\s\\u0085]]");
    /** Tags that occur in titles; not everything between angle brackets, because formulas have those. */
    private static final Pattern TAG = Pattern.compile("</?(?i:a|b|br|code|em|i|p|span|strong|sub|sup|u)(?:\\s[^<>]*)?/?>");

    private PlainText() {
    }

    /** The text on one line; {@code null} if nothing is left. */
    static String line(String text) {
        String line = WHITE_SPACE.matcher(NO_CHARACTER.matcher(text).replaceAll("\ufffd")).replaceAll(" ").strip();
        return line.isEmpty() ? null : line;
    }

    /** A title on one line, without tags, and with the five entities of XML resolved; {@code null} if nothing is left. */
    static String title(String text) {
        String title = TAG.matcher(text).replaceAll("").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&");
        return line(title);
    }

    /**
     * Paragraphs, each on one line, with an empty line between them; {@code null} if nothing is left. Until March 2025 the API
     * has abstracts as arXiv does, with lines of 80 characters; since then, with paragraphs of one line.
     */
    static String paragraphs(String text) {
        String paragraphs = Arrays.stream(EMPTY_LINE.split(text)).map(PlainText::line).filter(line -> line != null)
                .collect(Collectors.joining("\n\n"));
        return paragraphs.isEmpty() ? null : paragraphs;
    }
}
