package sulan.source.llm;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/** In which script a text is written. */
final class Script {

    private static final Pattern NO_WORDS = Pattern.compile("\\$[^$]*\\$|`[^`]*`");
    private static final String WITHIN_WORDS = "0123456789-._'’+";

    private Script() {
    }

    static boolean isHan(int c) {
        return UnicodeScript.of(c) == UnicodeScript.HAN;
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Script::isHan);
    }

    static boolean hasLatin(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN);
    }

    /**
     * Chinese characters among all Chinese characters and words of other scripts, 0 to 1; 1 for a text without letters. A name
     * such as Qwen2.5-VL-72B is one word, and formulas and code are none. Kana count as other characters each, because Japanese
     * is not written in words.
     */
    static double shareOfHan(String text) {
        int han = 0;
        int others = 0;
        boolean inWord = false;
        for (int c : NO_WORDS.matcher(text).replaceAll(" ").codePoints().toArray()) {
            UnicodeScript script = UnicodeScript.of(c);
            boolean isLetter = Character.isLetter(c);
            if (script == UnicodeScript.HAN) {
                han++;
            } else if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
                others++;
            } else if (isLetter && !inWord) {
                others++;
            }
            inWord = isLetter ? script != UnicodeScript.HAN : inWord && WITHIN_WORDS.indexOf(c) >= 0;
        }
        return han + others == 0 ? 1 : (double) han / (han + others);
    }
}
