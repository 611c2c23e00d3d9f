package sulan.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The normal form of the texts that the records of this package hold. */
final class Fragments {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u0085\\u00a0\\u2028\\u2029\\u3000]+");
    private static final Pattern DEGREES = Pattern.compile("\\$?\\^\\s?(?:\\{\\s?\\\\?circ\\s?\\}|\\\\?circ(?![A-Za-z]))\\$?");
    private static final int TAB_STOP = 4;

    private Fragments() {
    }

    /**
     * A Markdown fragment without blank lines and spaces at its ends, lines ending in LF, tabs before the text of a line
     * expanded, lines of white space emptied; {@code null} if nothing is left.
     */
    static String normalized(String markdown) {
        if (markdown == null) {
            return null;
        }
        String text = unixLines(markdown).strip();
        if (text.isEmpty()) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line.isBlank() ? "" : indentedBySpaces(line));
        }
        return String.join("\n", lines);
    }

    /** The text with lines that end in LF, and with no NUL, which neither Markdown nor a database takes. */
    static String unixLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\ufffd');
    }

    /** The line with the tabs before its text expanded to CommonMark's stops, which are four columns apart. */
    static String indentedBySpaces(String line) {
        int column = 0;
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            column += line.charAt(i) == ' ' ? 1 : TAB_STOP - column % TAB_STOP;
            i++;
        }
        return column == i ? line : " ".repeat(column) + line.substring(i);
    }

    /** Plain text on one line, each run of white space folded to one space; {@code null} if nothing is left. */
    static String folded(String text) {
        if (text == null) {
            return null;
        }
        String line = WHITE_SPACE.matcher(text.replace('\0', '\ufffd')).replaceAll(" ").strip();
        return line.isEmpty() ? null : line;
    }

    /**
     * A title on one line, with what is left of LaTeX's degree sign mended: {@code 360^circ} and {@code 360$^\circ$} become
     * {@code 360°}.
     */
    static String title(String text) {
        String line = folded(text);
        return line == null ? null : folded(DEGREES.matcher(line).replaceAll("°"));
    }
}
