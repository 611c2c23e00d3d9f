package sulan.digest;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive lines cut out of a document, free of the indentation of what they stood in. Lines that were cut away in
 * between are blank, so that line {@code i} of the fragment is line {@code firstLine + i} of the document.
 */
final class Fragment {

    private final List<String> lines = new ArrayList<>();
    private int firstLine;

    static Fragment of(String text, int firstLine) {
        Fragment fragment = new Fragment();
        fragment.append(firstLine, text);
        return fragment;
    }

    /** Appends text that begins on the given line of the document; a line that is there already is continued. */
    void append(int line, String text) {
        if (lines.isEmpty()) {
            firstLine = line;
        }
        while (firstLine + lines.size() < line) {
            lines.add("");
        }
        int at = line - firstLine;
        for (String part : text.split("\n", -1)) {
            if (at < lines.size()) {
                lines.set(at, lines.get(at) + part);
            } else {
                lines.add(part);
            }
            at++;
        }
    }

    /** Whether it has a line with this number already. */
    boolean reaches(int line) {
        return !lines.isEmpty() && firstLine + lines.size() > line;
    }

    int firstLine() {
        return firstLine;
    }

    /** The first line, in the document, that is not blank. */
    int firstTextLine() {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return firstLine + i;
            }
        }
        return firstLine;
    }

    boolean isBlank() {
        return lines.stream().allMatch(String::isBlank);
    }

    /** The lines, joined; blank lines at the beginning included, so that line numbers hold. */
    String source() {
        return String.join("\n", lines);
    }

    /** The text in its normal form, or {@code null} if it is blank. */
    String text() {
        return Fragments.normalized(source());
    }
}
