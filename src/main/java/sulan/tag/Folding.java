package sulan.tag;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Folds the spellings of a keyword to one form. Width, case, hyphens, spaces, punctuation and the English plural of the last
 * word make no difference: {@code Large Language Models}, {@code large-language model} and {@code Ｌａｒｇｅ Language Model} all
 * fold to
 * {@code large-language-model}. The folded form is the slug of the tag.
 */
public final class Folding {

    private static final int MAX_LENGTH = 300;
    /** Letters, digits and marks of any script, and the two signs that tell C++ and C# from C. */
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}+#]+");
    /** English words in -s that are no plurals, besides the endings below. */
    private static final Set<String> SINGULAR = Set.of("lens", "bias", "series", "species", "gas", "atlas", "canvas", "alias",
            "chaos");

    private Folding() {
    }

    /**
     * The folded form of a spelling: lower-case words joined by hyphens. Never empty: a spelling without any letter or digit
     * folds
     * to the code points of its signs.
     *
     * @param spelling as written, in English or Chinese; not {@code null}
     */
    public static String fold(String spelling) {
        String plain = Normalizer.normalize(spelling, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = SEPARATORS.matcher(plain).replaceAll(" ").strip();
        if (words.isEmpty()) {
            return codePoints(spelling);
        }
        String folded = singular(words).replace(' ', '-');
        return folded.length() <= MAX_LENGTH ? folded : folded.substring(0, MAX_LENGTH);
    }

    /** The plural is taken off the last word only: {@code physics models} is about models of physics. */
    private static String singular(String words) {
        int start = words.lastIndexOf(' ') + 1;
        String word = words.substring(start);
        return words.substring(0, start) + singularWord(word);
    }

    private static String singularWord(String word) {
        if (word.length() < 4 || !word.endsWith("s") || SINGULAR.contains(word) || !isLatin(word)
                || word.matches(".*(ss|us|is|ics|ous)")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(ches|shes|sses|xes|zzes)")) {
            return word.substring(0, word.length() - 2);
        }
        return word.substring(0, word.length() - 1);
    }

    private static boolean isLatin(String word) {
        return word.codePoints().allMatch(c -> c < 128);
    }

    private static String codePoints(String spelling) {
        StringBuilder folded = new StringBuilder("u");
        spelling.codePoints().limit(20).forEach(c -> folded.append('-').append(Integer.toHexString(c)));
        return folded.toString();
    }
}
