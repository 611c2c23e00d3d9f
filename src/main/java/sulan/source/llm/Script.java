package sulan.source.llm;

import java.lang.Character.UnicodeScript;

/** In which script a text is written. */
final class Script {

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
     * Chinese characters among all Chinese characters and words of other scripts, 0 to 1; 1 for a text without letters. Kana
     * count as other characters each, because Japanese is not written in words.
     */
    static double shareOfHan(String text) {
        int han = 0;
        int others = 0;
        boolean inWord = false;
        for (int c : text.codePoints().toArray()) {
            UnicodeScript script = UnicodeScript.of(c);
            boolean isLetter = Character.isLetter(c);
            if (script == UnicodeScript.HAN) {
                han++;
            } else if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
                others++;
            } else if (isLetter && !inWord) {
                others++;
            }
            inWord = isLetter && script != UnicodeScript.HAN;
        }
        return han + others == 0 ? 1 : (double) han / (han + others);
    }
}
