package sulan.digest;

/** Text as a Markdown code span, and back. */
final class CodeSpan {

    private CodeSpan() {
    }

    /** The text in more backticks than it has in a row itself; padded where it begins or ends with one. */
    static String of(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + padding + text + padding + fence;
    }

    /** The text of a code span that fills the string; {@code null} if it is none. */
    static String textOf(String span) {
        int ticks = 0;
        while (ticks < span.length() && span.charAt(ticks) == '`') {
            ticks++;
        }
        if (ticks == 0 || span.length() <= 2 * ticks || !span.endsWith("`".repeat(ticks))) {
            return null;
        }
        String text = span.substring(ticks, span.length() - ticks);
        boolean padded = text.length() > 2 && text.startsWith(" ") && text.endsWith(" ");
        text = padded ? text.substring(1, text.length() - 1) : text;
        return of(text).equals(span) ? text : null;
    }
}
