package sulan.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one keyword: {@code E (Z)}, {@code Z (E)}, {@code E：Z}, {@code E - Z}, {@code E / Z}, or in one language
 * only. Brackets may be ASCII or full-width, and nest.
 */
final class KeywordText {

    static final String SEPARATORS = ",，、;；";
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[:：=＝→|]|——?|\\s[-–/]\\s|\\s*／\\s*)\\s*");
    private static final Pattern SLASH = Pattern.compile("\\s*/\\s*");
    private static final Pattern JOINED = Pattern
            .compile("([^\\p{IsHan}]*[\\p{IsLatin}\\d)）])\\s+(\\p{IsHan}[^\\p{IsLatin}]*)");
    private static final Pattern JOINED_REVERSED = Pattern
            .compile("([^\\p{IsLatin}]*\\p{IsHan})\\s+([^\\p{IsHan}]*\\p{IsLatin}[^\\p{IsHan}]*)");
    private static final Pattern QUOTED = Pattern.compile("[\"“「『《]([^\"“”「」『』《》]+)[\"”」』》]");
    private static final Pattern ABBREVIATED = Pattern.compile(
            "([\\w .&+-]{1,12})[,，;；/]\\s*([^,，;；/\\w]*\\p{IsHan}[^,，;；/\\w]*)|([^,，;；/\\w]*\\p{IsHan}[^,，;；/\\w]*)[,，;；/]\\s*([\\w .&+-]{1,12})");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d{1,2}[.．、)）](?!\\d)|[（(]\\d{1,2}[)）]|[①-⑳])\\s*");
    private static final Read NOTHING = new Read(null, null);
    private static final int LONGEST = 48;

    private KeywordText() {
    }

    /** A keyword, and what stood after it to explain it, or {@code null}. */
    record Read(Keyword keyword, String explanation) {
    }

    /** Whether every text consists of an English and a Chinese part with nothing but a space between. */
    static boolean areApart(List<String> texts) {
        return texts.size() > 1 && texts.stream().map(KeywordText::bare)
                .allMatch(text -> JOINED.matcher(text).matches() || JOINED_REVERSED.matcher(text).matches());
    }

    static boolean isPair(String one, String other) {
        return Han.isIn(one) != Han.isIn(other) && bare(other).length() <= LONGEST && !bare(one).isEmpty()
                && !bare(other).isEmpty()
                && !hasTranslation(bare(one)) && !hasTranslation(bare(other));
    }

    private static boolean hasTranslation(String text) {
        return Han.isIn(text) && text.matches(".*[（(].*[）)].*");
    }

    static Keyword pair(String one, String other) {
        return Han.isIn(one) ? new Keyword(name(other), name(one)) : new Keyword(name(one), name(other));
    }

    /** The names in a line of names of one language. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += isOpeningBracket(c) ? 1 : isClosingBracket(c) ? -1 : 0;
            if (i == text.length() || depth <= 0 && SEPARATORS.indexOf(c) >= 0) {
                String name = name(text.substring(from, i));
                if (!name.isEmpty()) {
                    names.add(name);
                }
                from = i + 1;
            }
        }
        return names;
    }

    /** The text without the separators and marks around it. */
    static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && (isAround(text.charAt(to - 1)) || isFullStop(text, to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** A dot may belong to an abbreviation, but not after a bracket, code or Chinese. */
    private static boolean isFullStop(String text, int at) {
        return at > 0 && text.charAt(at) == '.'
                && (text.charAt(at - 1) == '`' || isClosingBracket(text.charAt(at - 1)) || Han.is(text.charAt(at - 1)));
    }

    private static boolean isAround(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || ",，、;；。`*_".indexOf(c) >= 0;
    }

    private static String name(String text) {
        String name = bare(Numbering.strip(text).isBlank() ? text : text.substring(Math.min(text.length(), numberEnd(text))));
        Matcher quoted = QUOTED.matcher(name);
        return quoted.matches() ? quoted.group(1).strip() : name;
    }

    /** A number or bullet before a name goes, but not a bracket or a quotation mark that belongs to it. */
    private static int numberEnd(String text) {
        int at = 0;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || "•·●○◦▪-–*".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        return number.lookingAt() ? number.end() : at;
    }

    /** Whether a bracket is open at the end. */
    static boolean isOpen(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            depth += isOpeningBracket(line.charAt(i)) ? 1 : isClosingBracket(line.charAt(i)) ? -1 : 0;
        }
        return depth > 0;
    }

    /** Whether it is a sentence rather than a keyword. */
    static boolean isProse(String written) {
        String text = bare(written);
        return text.length() > LONGEST && text.codePoints().filter(Han::is).count() > LONGEST / 2
                && (text.contains("，") || text.contains("。"));
    }

    /**
     * @param apart whether English and Chinese stand next to each other with only a space between, in all keywords of the text
     */
    static Read read(String written, boolean apart) {
        String text = bare(written);
        if (text.isEmpty()) {
            return NOTHING;
        }
        if (isOpen(text)) {
            text += ')'; // it breaks off within the bracket
        }
        int open = lastBracket(text);
        while (open == 0) {
            text = bare(text.substring(1, text.length() - 1));
            open = lastBracket(text);
        }
        if (text.isEmpty()) {
            return NOTHING;
        }
        if (open > 0) {
            return new Read(bracketed(text, open), null);
        }
        Matcher between = BETWEEN.matcher(text);
        while (between.find()) {
            String before = text.substring(0, between.start());
            String after = text.substring(between.end());
            int bracket = lastBracket(bare(before));
            if (bracket > 0 && Han.isIn(after) && (Han.isIn(before) || isRepeated(bare(before), bracket))) {
                return new Read(bracketed(bare(before), bracket), after.strip());
            }
            if (Han.isIn(before) != Han.isIn(after) && !bare(before).isEmpty() && !bare(after).isEmpty()) {
                return new Read(pair(before, after), null);
            }
            if (!bare(before).isEmpty() && before.replaceAll("\\s", "").equalsIgnoreCase(after.replaceAll("\\s", ""))) {
                return new Read(Han.isIn(before) ? new Keyword(null, name(before)) : new Keyword(name(before), null), null);
            }
        }
        Matcher slash = SLASH.matcher(text);
        while (slash.find()) {
            String before = text.substring(0, slash.start());
            String after = text.substring(slash.end());
            if (Han.isIn(before) != Han.isIn(after) && isOneScript(Han.isIn(before) ? before : after)) {
                return new Read(pair(before, after), null);
            }
        }
        if (apart) {
            Matcher joined = JOINED.matcher(text);
            Matcher reversed = JOINED_REVERSED.matcher(text);
            if (joined.matches()) {
                return new Read(pair(joined.group(1), joined.group(2)), null);
            }
            if (reversed.matches()) {
                return new Read(pair(reversed.group(1), reversed.group(2)), null);
            }
        }
        return new Read(Han.isIn(text) ? new Keyword(null, name(text)) : new Keyword(name(text), null), null);
    }

    private static boolean isOneScript(String text) {
        return !Han.hasLatin(text);
    }

    private static Keyword bracketed(String text, int open) {
        String before = bare(text.substring(0, open));
        String inside = bare(text.substring(open + 1, text.length() - 1));
        if (folded(before).equalsIgnoreCase(folded(inside)) || inside.isEmpty()) {
            return Han.isIn(before) ? new Keyword(null, name(before)) : new Keyword(name(before), null);
        }
        boolean hanBefore = Han.isIn(before);
        boolean hanInside = Han.isIn(inside);
        if (hanInside && !hanBefore) {
            Matcher both = ABBREVIATED.matcher(inside);
            if (both.matches()) {
                String zh = both.group(2) != null ? both.group(2) : both.group(3);
                String en = both.group(1) != null ? both.group(1) : both.group(4);
                return new Keyword(name(before) + " (" + name(en) + ")", name(zh));
            }
            return new Keyword(name(before), name(inside));
        }
        if (hanBefore && !hanInside) {
            return new Keyword(name(inside), name(before));
        }
        return hanBefore ? new Keyword(null, name(text)) : new Keyword(name(text), null);
    }

    /** Whether what stands in the bracket at the end is the same as before it: {@code DreamLLM (DreamLLM)}. */
    private static boolean isRepeated(String text, int open) {
        return isSame(text.substring(0, open), text.substring(open + 1, text.length() - 1));
    }

    /** Whether two texts are one name. */
    static boolean isSame(String one, String other) {
        return folded(bare(one)).equalsIgnoreCase(folded(bare(other)));
    }

    private static String folded(String text) {
        return text.replaceAll("[\\s`*-]+", "");
    }

    /** Where the bracket begins that closes at the end of the text; -1 if none does. */
    private static int lastBracket(String text) {
        if (text.isEmpty() || !isClosingBracket(text.charAt(text.length() - 1))) {
            return -1;
        }
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            depth += isClosingBracket(text.charAt(i)) ? 1 : isOpeningBracket(text.charAt(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static boolean isOpeningBracket(char c) {
        return c == '(' || c == '（' || c == '[' || c == '【' || c == '〔';
    }

    static boolean isClosingBracket(char c) {
        return c == ')' || c == '）' || c == ']' || c == '】' || c == '〕';
    }
}
