package sulan.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;

/**
 * How one text became another: what was taken out and what was put in, word by word, and character by character in Chinese.
 *
 * @param pieces in the order of the text; what was put in stands behind what was taken out in the same place
 */
record TextDifference(List<Piece> pieces) {

    /** What became of a piece of text. */
    enum Change {
        KEPT,
        REMOVED,
        ADDED
    }

    record Piece(Change change, String text) {

        public boolean isRemoved() {
            return change == Change.REMOVED;
        }

        public boolean isAdded() {
            return change == Change.ADDED;
        }
    }

    /** A word or number of letters that are parted by spaces, white space, or one character of anything else. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+(?:\\.\\p{N}+)*|[^\\S\\n]+|\\X",
            Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    /** Longer texts are compared line by line: comparing costs the length times the difference. */
    private static final int MOST_TOKENS = 6_000;
    /** So little that stayed between two changes is shown as changed: it would only break the sentence up. */
    private static final int ISLAND = 1;

    static TextDifference of(String before, String after) {
        List<String> from = tokens(before, TOKEN);
        List<String> to = tokens(after, TOKEN);
        if (from.size() + to.size() > MOST_TOKENS) {
            from = tokens(before, LINE);
            to = tokens(after, LINE);
        }
        return new TextDifference(merged(difference(from, to)));
    }

    public boolean isNone() {
        return pieces.stream().allMatch(piece -> piece.change == Change.KEPT);
    }

    private static List<String> tokens(String text, Pattern pattern) {
        List<String> tokens = new ArrayList<>();
        Matcher token = pattern.matcher(text == null ? "" : text);
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }

    /** Stretches of tokens, kept and changed ones by turns. */
    private record Stretch(boolean isKept, List<String> removed, List<String> added) {

        /** Whether it is nothing but a character between two changes. */
        boolean isIsland() {
            return isKept && removed.size() <= ISLAND && !removed.contains("\n");
        }
    }

    private static List<Stretch> difference(List<String> from, List<String> to) {
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            keep(stretches, from.subList(at, delta.getSource().getPosition()));
            stretches.add(new Stretch(false, delta.getSource().getLines(), delta.getTarget().getLines()));
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        keep(stretches, from.subList(at, from.size()));
        return stretches;
    }

    private static void keep(List<Stretch> stretches, List<String> tokens) {
        if (!tokens.isEmpty()) {
            stretches.add(new Stretch(true, tokens, tokens));
        }
    }

    private static List<Piece> merged(List<Stretch> stretches) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean isBetween = i > 0 && i < stretches.size() - 1;
            if (stretch.isKept && !(isBetween && stretch.isIsland())) {
                flush(pieces, removed, added);
                pieces.add(new Piece(Change.KEPT, String.join("", stretch.removed)));
            } else {
                removed.append(String.join("", stretch.removed));
                added.append(String.join("", stretch.added));
            }
        }
        flush(pieces, removed, added);
        return pieces;
    }

    private static void flush(List<Piece> pieces, StringBuilder removed, StringBuilder added) {
        if (!removed.isEmpty()) {
            pieces.add(new Piece(Change.REMOVED, removed.toString()));
        }
        if (!added.isEmpty()) {
            pieces.add(new Piece(Change.ADDED, added.toString()));
        }
        removed.setLength(0);
        added.setLength(0);
    }
}
