package sulan.tag;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds the spellings of a keyword to one form. Width, case, hyphens, spaces, punctuation, a number in front, the English
 * plural of the last word and an acronym in brackets make no difference: {@code Large Language Models}, {@code large-language
 * model}, {@code 1. Ｌａｒｇｅ Language Model} and {@code Large Language Models (LLMs)} all fold to {@code large-language-model}.
 * The folded form is the slug of the tag; it folds to itself.
 */
public final class Folding {

    private static final int MAX_LENGTH = 300;
    /** The number of an item in a list: {@code 1.}, {@code 2)}, （三）, 四、, ⑤; but not the beginning of {@code 2.5D}. */
    private static final Pattern NUMBER = Pattern.compile("""
            \\s*(?:[①-⑳]|[(（]\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*[)）]\
            |\\d{1,2}(?:[.．、](?!\\d)|[)）])|[一二三四五六七八九十]{1,3}、)(?=.*\\p{L})""", Pattern.DOTALL);
    /** Letters, digits and marks of any script, and the two signs that tell C++ and C# from C. */
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}+#]+");
    /** Chinese is written without spaces; a sign between two of its words is a matter of taste. */
    private static final Pattern WITHIN_CHINESE = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");
    private static final Pattern BESIDE_CHINESE = Pattern.compile("(?<=\\p{IsHan})-|-(?=\\p{IsHan})");
    private static final Pattern BRACKET = Pattern.compile("\\s*[(\\[]([^()\\[\\]]{2,200})[)\\]]");
    /** English words in -s that are no plurals, besides the endings below. */
    private static final Set<String> SINGULAR = Set.of("lens", "bias", "series", "species", "gas", "atlas", "canvas", "alias",
            "chaos", "news", "devops", "mlops", "texas");
    /** Plurals that the rules below would spoil. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(Map.entry("caches", "cache"),
            Map.entry("niches", "niche"),
            Map.entry("movies", "movie"), Map.entry("biases", "bias"), Map.entry("lenses", "lens"), Map.entry("axes", "axis"),
            Map.entry("analyses", "analysis"), Map.entry("hypotheses", "hypothesis"), Map.entry("syntheses", "synthesis"),
            Map.entry("matrices", "matrix"), Map.entry("indices", "index"), Map.entry("vertices", "vertex"),
            Map.entry("corpora", "corpus"), Map.entry("viruses", "virus"), Map.entry("gases", "gas"),
            Map.entry("metrics", "metric"), Map.entry("topics", "topic"), Map.entry("critics", "critic"),
            Map.entry("heuristics", "heuristic"), Map.entry("characteristics", "characteristic"));

    private Folding() {
    }

    /**
     * The folded form of a spelling: lower-case words joined by hyphens. Never empty: a spelling without any letter or digit
     * folds to the code points of its signs.
     *
     * @param spelling as written, in English or Chinese; not {@code null}
     */
    public static String fold(String spelling) {
        return read(spelling).form();
    }

    /**
     * The folded form of a spelling and the acronym that was taken off it. A bracket goes only if its letters fit the words
     * before it ({@code Supervised Fine-Tuning (SFT)}) or the other way round ({@code LLMs (Large Language Models)}); any other
     * belongs to the spelling. If the letters fit the last words only ({@code rule-based reinforcement learning (RL)}), the
     * bracket goes without becoming an acronym of the whole.
     *
     * @param spelling as written, in English or Chinese; not {@code null}
     */
    public static Folded read(String spelling) {
        Matcher number = NUMBER.matcher(spelling);
        String plain = normal(number.lookingAt() ? spelling.substring(number.end()) : spelling).strip();
        Matcher bracket = BRACKET.matcher(plain);
        StringBuilder words = new StringBuilder();
        String acronym = null;
        int from = 0;
        while (bracket.find()) {
            words.append(plain, from, bracket.start());
            from = bracket.end();
            boolean trailing = from == plain.length();
            Acronym inside = Acronym.of(bracket.group(1));
            if (inside.fits(words)) {
                acronym = trailing ? inside.fittingLetters(words) : null;
            } else if (inside.fitsEndOf(words)) {
                continue;
            } else if (trailing && Acronym.of(words).fits(bracket.group(1))) {
                acronym = Acronym.of(words).fittingLetters(bracket.group(1));
                words.setLength(0);
                words.append(bracket.group(1));
            } else {
                words.append(bracket.group());
            }
        }
        words.append(plain, from, plain.length());
        String form = form(words);
        return form.isEmpty() ? new Folded(codePoints(spelling), null) : new Folded(form, acronym);
    }

    /**
     * A form without the hyphens beside Chinese characters, so that {@code Q 函数} and {@code Q函数} can be told to be the same.
     * Forms in English stay as they are.
     */
    static String tight(String form) {
        return BESIDE_CHINESE.matcher(form).replaceAll("");
    }

    /** Lower case can undo what normalisation did, hence it is done twice. */
    private static String normal(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static String form(CharSequence plain) {
        String words = SEPARATORS.matcher(plain).replaceAll(" ").strip();
        return singular(cut(WITHIN_CHINESE.matcher(words).replaceAll(""))).replace(' ', '-');
    }

    private static String cut(String words) {
        if (words.length() <= MAX_LENGTH) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return words.substring(0, end).strip();
    }

    /** The plural is taken off the last word only: {@code physics models} is about models of physics. */
    private static String singular(String words) {
        int start = words.lastIndexOf(' ') + 1;
        String word = words.substring(start);
        return words.substring(0, start) + singularWord(word);
    }

    private static String singularWord(String word) {
        if (IRREGULAR.containsKey(word)) {
            return IRREGULAR.get(word);
        }
        if (word.length() < 4 || !word.endsWith("s") || SINGULAR.contains(word) || !isLatin(word)
                || endsWithAny(word, "ss", "us", "is", "ics", "ous")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (endsWithAny(word, "ches", "shes", "sses", "xes", "zzes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.substring(0, word.length() - 1);
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
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
