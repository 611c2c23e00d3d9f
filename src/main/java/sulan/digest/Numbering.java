package sulan.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand before the words of a heading or label: bullets, emoji, and numbers such as {@code 1.}, 一、, （2） and ③. */
final class Numbering {

    private static final Pattern NUMBER = Pattern.compile(
            """
                    (?:[(（\\[【]\\s*)?(\\d{1,2}|[一二三四五六七八九十]{1,3}|[IVXⅠ-Ⅻⅰ-ⅻ]{1,4}(?!\\]))\\s*(?:[)）\\]】]\\s*[.．、:：]?|[.．、](?!\\d)|[:：](?=\\D))\
                    |([①-⑳❶-❿⓪➀-➉]|[0-9]\\ufe0f?\\u20e3)[.．、:：]?\
                    |第\\s*([一二三四五六七八九十]{1,3}|\\d{1,2})\\s*(?:部分|点|项|条|章|节)?[、.．：:，,]?""");
    private static final Pattern SECTION = Pattern.compile("\\d{1,2}(?:[.．]\\d{1,2}){1,2}[.．、:：)）]?(?!\\d)");
    private static final int LONGEST = 40;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String BULLETS = "•·●○◦▪▫◆◇■□▶►➤➢※#>*-–—+_~=`'\"“”‘’「」『』《》〈〉【】[]☞☛✓✔√|｜:：";

    private Numbering() {
    }

    /** The text without what stands before its words. */
    static String strip(String text) {
        return text.substring(end(text, 0));
    }

    /** Where the words of a line begin that begins at {@code from}. */
    static int end(String text, int from) {
        int at = skipDecoration(text, from);
        for (int i = 0; i < 2; i++) {
            Matcher number = NUMBER.matcher(text).region(at, text.length());
            if (!number.lookingAt()) {
                break;
            }
            at = skipDecoration(text, number.end());
        }
        return at;
    }

    /** The same, where a number such as {@code 4.1} may stand before words that are known to be a label. */
    static int endOfSection(String text, int from) {
        Matcher section = SECTION.matcher(text).region(skipDecoration(text, from), text.length());
        return section.lookingAt() ? skipDecoration(text, section.end()) : end(text, from);
    }

    /** The number that stands before the words, or 0. */
    static int of(String text) {
        Matcher number = NUMBER.matcher(text).region(skipDecoration(text, 0), text.length());
        if (!number.lookingAt()) {
            return 0;
        }
        String digits = number.group(1) != null ? number.group(1) : number.group(3);
        if (digits == null) {
            int circled = number.group(2).codePointAt(0);
            return circled < 128 ? circled - '0' : Math.max(0, Character.getNumericValue(circled));
        }
        if (digits.matches("\\d+")) {
            return Integer.parseInt(digits);
        }
        return digits.length() == 1 ? Math.max(0, DIGITS.indexOf(digits)) : 0;
    }

    private static int skipDecoration(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST) {
            int c = text.codePointAt(at);
            boolean keycap = c < 128 && Character.isDigit(c);
            if (keycap || !(Character.isWhitespace(c) || Character.isSpaceChar(c) || BULLETS.indexOf(c) >= 0 || isSymbol(c))) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isSymbol(int c) {
        int type = Character.getType(c);
        boolean numbered = c >= 0x2460 && c <= 0x2473 || c >= 0x2776 && c <= 0x2793 || c == 0x24EA;
        return !numbered && (type == Character.OTHER_SYMBOL || c == 0xFE0F || c == 0x200D || c >= 0x1F3FB && c <= 0x1F3FF);
    }
}
