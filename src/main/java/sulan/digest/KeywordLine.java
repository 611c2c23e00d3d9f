package sulan.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sulan.digest.Outline.Part;

/**
 * Divides a line into its keywords: at separators, hashtags, between code spans, and after translations in brackets. Used once.
 */
final class KeywordLine {

    /** Where the text of a keyword stands in the line. */
    record Range(int from, int to) {
    }

    private static final Pattern HASHTAGS = Pattern.compile("\\s*#[^\\s#]+(?:\\s+#[^\\s#]+)+\\s*");
    private static final Pattern GAP = Pattern.compile("(?:\\s*[/|·•]\\s*|\\s*(?:以及|和|与|及)\\s*|\\s+)(?=[^\\s(（\\[【/|=:：—–-])");
    private static final Pattern CONTINUED = Pattern.compile("(?i)(?:and|or) .*");
    private static final int FAR = 200;

    private final String line;
    private final Map<Integer, Integer> code;
    private final int offset;
    private final List<Range> ranges = new ArrayList<>();
    private int from;
    private int depth;
    private int codeEnd = -1;

    KeywordLine(String line, Part part) {
        this.line = line;
        code = part.text().codeWithin(part.from(), part.to());
        offset = part.from();
    }

    /**
     * The keywords of the line.
     *
     * @param start where the first one begins
     * @param listed whether the line is an item of a list, where a separator divides keywords only if each has a translation
     */
    List<Range> split(int start, boolean listed) {
        if (line.length() < FAR && HASHTAGS.matcher(line).matches()) {
            return hashtags();
        }
        from = start;
        for (int i = start; i < line.length(); i++) {
            Integer end = code.get(offset + i);
            if (end != null && end > offset + i) {
                i = readCode(i, Math.min(line.length(), end - offset));
            } else {
                readCharacter(i);
            }
        }
        ranges.add(new Range(from, line.length()));
        ranges.removeIf(range -> bare(range).isEmpty());
        return ranges.size() > 1 && !isEnumeration(listed) ? List.of(new Range(start, line.length())) : ranges;
    }

    private List<Range> hashtags() {
        for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
            int end = line.indexOf('#', i + 1);
            ranges.add(new Range(i + 1, end < 0 ? line.length() : end));
        }
        return ranges;
    }

    /** A code span after another with nothing between begins a keyword, unless it translates the one before. */
    private int readCode(int begin, int end) {
        if (depth == 0 && codeEnd >= from && line.substring(codeEnd, begin).isBlank()
                && !KeywordText.isPair(line.substring(from, codeEnd), line.substring(begin, end))) {
            ranges.add(new Range(from, begin));
            from = begin;
        }
        codeEnd = end;
        return end - 1;
    }

    private void readCharacter(int i) {
        char c = line.charAt(i);
        if (KeywordText.isOpeningBracket(c)) {
            depth++;
        } else if (KeywordText.isClosingBracket(c)) {
            depth = Math.max(0, depth - 1);
            Matcher gap = GAP.matcher(line).region(i + 1, line.length());
            if (depth == 0 && i - from < FAR && gap.lookingAt() && isTranslated(line.substring(from, i + 1))
                    && line.lastIndexOf(c) >= gap.end()) {
                ranges.add(new Range(from, i + 1));
                from = gap.end();
            }
        } else if (depth == 0 && KeywordText.SEPARATORS.indexOf(c) >= 0) {
            ranges.add(new Range(from, i));
            from = i + 1;
        }
    }

    /** Separators divide keywords, not the words of one, if each part has a translation, or if none has and it is no list. */
    private boolean isEnumeration(boolean listed) {
        if (ranges.stream().allMatch(range -> isTranslated(bare(range)))) {
            return true;
        }
        if (listed) {
            return !code.isEmpty() && ranges.stream().noneMatch(range -> Han.isIn(bare(range)));
        }
        return !CONTINUED.matcher(bare(ranges.get(ranges.size() - 1))).matches();
    }

    private String bare(Range range) {
        return KeywordText.bare(line.substring(range.from(), range.to()));
    }

    private static boolean isTranslated(String text) {
        return Han.isIn(text)
                && Han.hasLatin(text);
    }
}
