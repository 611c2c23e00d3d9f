package sulan.digest;

import java.util.Arrays;

/** A text whose lines end in LF and are numbered on from the line of the document where it begins. */
final class SourceText {

    private final String text;
    private final int firstLine;
    private final int[] starts;

    SourceText(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        int count = 1 + (int) text.chars().filter(c -> c == '\n').count();
        starts = new int[count];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
    }

    String text() {
        return text;
    }

    int lineCount() {
        return starts.length;
    }

    /** The number, in the document, of the line that holds the character. */
    int lineAt(int index) {
        int found = Arrays.binarySearch(starts, index);
        return firstLine + (found >= 0 ? found : -found - 2);
    }

    /** The number, in the document, of the line with this index in the text. */
    int number(int lineIndex) {
        return firstLine + lineIndex;
    }

    /** The line with this index in the text. */
    String line(int lineIndex) {
        int end = lineIndex + 1 < starts.length ? starts[lineIndex + 1] - 1 : text.length();
        return text.substring(starts[lineIndex], end);
    }
}
