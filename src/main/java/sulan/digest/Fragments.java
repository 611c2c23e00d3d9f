package sulan.digest;

import java.util.regex.Pattern;

/** The normal form of the texts that the records of this package hold. */
final class Fragments {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern DEGREES = Pattern.compile("\\$?\\^\\s*\\{?\\s*\\\\?circ(?![A-Za-z])\\s*\\}?\\$?");

    private Fragments() {
    }

    /** A Markdown fragment without blank lines and spaces at its ends, lines ending in LF; {@code null} if nothing is left. */
    static String normalized(String markdown) {
        if (markdown == null) {
            return null;
        }
        String text = markdown.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\ufffd').strip();
        return text.isEmpty() ? null : text;
    }

    /** Plain text on one line, each run of white space folded to one space; {@code null} if nothing is left. */
    static String folded(String text) {
        if (text == null) {
            return null;
        }
        String line = WHITE_SPACE.matcher(text.replace('\0', '\ufffd')).replaceAll(" ").strip();
        return line.isEmpty() ? null : line;
    }

    /** Mends what is left of LaTeX's degree sign in titles: {@code 360^circ} and {@code 360$^\circ$} become {@code 360°}. */
    static String degrees(String title) {
        return title == null ? null : DEGREES.matcher(title).replaceAll("°");
    }
}
