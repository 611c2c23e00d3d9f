package sulan.source.llm;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How many tokens a text has at most. Which tokens a model has is not known before it answers, so that the text is counted by
 * its characters: a word is a token for each three small letters and one for each capital, a common Chinese character is one
 * and a half, a digit or mark one, and anything else one for each byte, which is what a tokenizer falls back on.
 */
final class TokenEstimate {

    private static final int LETTERS_A_TOKEN = 3;
    private static final double TOKENS_A_HAN = 1.5;

    /** The common characters are those of GB 2312; tokenizers break up others. */
    private final CharsetEncoder common = Charset.forName("GB2312").newEncoder();

    private TokenEstimate() {
    }

    static int of(String text) {
        return new TokenEstimate().count(text);
    }

    private int count(String text) {
        double tokens = 0;
        int letters = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isSmallLetter(c)) {
                letters++;
            } else {
                tokens += word(letters) + (isSpaceBetweenWords(text, i) ? 0 : other(c));
                letters = 0;
            }
            i += Character.charCount(c);
        }
        return (int) Math.ceil(tokens + word(letters));
    }

    private static double word(int letters) {
        return (letters + LETTERS_A_TOKEN - 1) / LETTERS_A_TOKEN;
    }

    /** A single space is part of the token of the word after it. */
    private static boolean isSpaceBetweenWords(String text, int i) {
        return text.charAt(i) == ' ' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
    }

    private double other(int c) {
        if (c < 0x80) {
            return 1;
        }
        boolean isCommon = Script.isHan(c) && Character.isBmpCodePoint(c) && common.canEncode((char) c);
        return isCommon ? TOKENS_A_HAN : Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isSmallLetter(int c) {
        return c >= 'a' && c <= 'z';
    }
}
