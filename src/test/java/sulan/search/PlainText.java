package sulan.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain reading of what "a text contains a word" means, to test the index by: words of letters and digits without case,
 * width, and a plural's s; each Chinese character for itself; all of them following each other, and Chinese characters that
 * stand together in what is wanted stand together in the text, too.
 */
final class PlainText {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|(?:(?!\\p{IsHan})[\\p{L}\\p{N}_])+(?:'s\\b)?");

    private record Word(String text, int start, int end) {
        boolean isHan() {
            return Character.isIdeographic(text.codePointAt(0));
        }
    }

    private final List<Word> words = new ArrayList<>();

    PlainText(String text) {
        Matcher word = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (word.find()) {
            String stem = word.group().replaceFirst("'s$", "").replaceFirst("(?<=\\w{3})(?<!s)s$", "");
            if (!stem.matches("_+")) {
                words.add(new Word(stem, word.start(), word.end()));
            }
        }
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean contains(PlainText wanted) {
        for (int shift = 0; shift + wanted.words.size() <= words.size(); shift++) {
            if (containsAt(shift, wanted.words)) {
                return true;
            }
        }
        return false;
    }

    private boolean containsAt(int shift, List<Word> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            Word there = words.get(shift + i);
            if (!there.text.equals(wanted.get(i).text)) {
                return false;
            }
            boolean together = i > 0 && wanted.get(i).isHan() && wanted.get(i - 1).isHan()
                    && wanted.get(i - 1).end == wanted.get(i).start;
            if (together && words.get(shift + i - 1).end != there.start) {
                return false;
            }
        }
        return true;
    }
}
