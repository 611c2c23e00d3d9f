package sulan.source.llm;

import java.nio.charset.StandardCharsets;

/**
 * How many tokens a text has at most. Which tokens a model has is not known before it answers, so that the text is counted by
 * its characters: a word of Latin letters is a token for each three letters, a Chinese character one and a half, a digit or
 * mark
 * one, and anything else one for each byte, which is what a tokenizer falls back on.
 */
final class TokenEstimate {

    private static final int LETTERS_A_TOKEN = 3;
    private static final double TOKENS_A_HAN = 1.5;

    private TokenEstimate() {
    }

    static int of(String text) {
        double tokens = 0;
        int letters = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isLetter(c)) {
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
        return text.charAt(i) == ' ' && i + 1 < text.length() && isLetter(text.charAt(i + 1));
    }

    private static double other(int c) {
        if (c < 0x80) {
            return 1;
        }
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && Character.isBmpCodePoint(c) ? TOKENS_A_HAN
                : Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
