package sulan.digest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A score as a text states it.
 *
 * @param value on the scale of 5; {@code null} if it cannot be told or lies outside its scale
 * @param end where it ends in the text
 * @param remark what was converted, or why there is no value; {@code null} if it was plain
 */
record Score(BigDecimal value, int end, String remark) {

    private static final String NUMBER = "(\\d{1,4}(?:\\.\\d{1,4})?)";
    private static final String SCORE_WORD = "(?:分(?![钟布类割析别支子解配辨为级组层块段词形期])|颗星|星级|星|points?\\b|stars?\\b|pts?\\b)";
    private static final String NOT_MORE = "(?![\\d/])(?!\\.\\d)";
    private static final Pattern APPROXIMATELY = Pattern.compile("(?:约|大约|大概|≈)\\s*");
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*" + SCORE_WORD + "?\\s*(?:[-–—~～至到或]|to\\b)\\s*" + NUMBER
            + "\\s*(?:/\\s*" + NUMBER + "|" + SCORE_WORD + "|(?=\\s*$|[,，。;；（(]))");
    private static final Pattern FRACTION = Pattern
            .compile(NUMBER + "\\s*" + SCORE_WORD + "?\\s*(?:/|out\\s+of|of)\\s*" + NUMBER
                    + NOT_MORE + "\\s*" + SCORE_WORD + "?");
    private static final Pattern ON_SCALE = Pattern
            .compile("[（(]?\\s*" + NUMBER + "\\s*分制\\s*[)）]?[\\s:,，下中]*[给打得]?\\s*" + NUMBER
                    + NOT_MORE + "\\s*" + SCORE_WORD + "?");
    private static final Pattern PERCENT = Pattern.compile(NUMBER + "\\s*%");
    private static final Pattern WITH_UNIT = Pattern.compile(NUMBER + "\\s*" + SCORE_WORD);
    private static final Pattern WITH_HALF = Pattern.compile("(\\d)\\s*(?:分半|星半|颗星半|颗半星|½)");
    private static final Pattern CHINESE = Pattern.compile("([零一二两三四五六七八九十]{1,3})(?:点([零一二三四五六七八九]{1,2}))?\\s*"
            + "(分半|星半|颗半星|颗星半|" + SCORE_WORD + ")");
    private static final Pattern STARS = Pattern
            .compile("[★⭐🌟✭✮✯☆✩½⯨⯪✨\\x{1F31F}](?:[★⭐🌟✭✮✯☆✩½⯨⯪✨\\x{1F31F}\\x{FE0F}\\x{FE0E}]|\\s(?=[★⭐🌟✭✮✯☆✩½]))*半?");
    private static final Pattern FULL_MARKS = Pattern.compile("满分(?!\\s*[\\d为是（(])");
    private static final Pattern BARE = Pattern.compile(NUMBER
            + "(?:(?=\\s*$)|(?=\\s*[,，。;；:：、|！!（(\\[【）)\\]】—–\\n])|(?=\\.(?:\\s|$))|(?=\\s+[-~])|(?=\\s+[^\\s\\w%个种项倍篇次年万亿层位点名条类款天月小秒元阶维步轮组]))");
    private static final Pattern SCALE_ASIDE = Pattern
            .compile("\\s*[（(\\[]\\s*(?:共|总分|满分)?(?:为|是)?\\s*" + NUMBER + "\\s*分?(?:满分|制|为满分)?\\s*[）)\\]]");
    private static final Pattern SCORE_ASIDE = Pattern.compile("\\s*[（(\\[]([^（()）\\[\\]]{1,24})[）)\\]]");
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Pattern SUFFIX = Pattern.compile("\\s*的(?:评分|打分|得分|分数|高分|评价)");
    private static final Pattern SCALE_OF = Pattern.compile("\\s*(?:[,，]\\s*)?满分(?:为|是)?\\s*" + NUMBER + "\\s*分?");
    private static final Pattern SCALE = Pattern
            .compile("满分(?:均)?(?:为|是|:|：)?\\s*" + NUMBER + "|" + NUMBER + "\\s*分?(?:为|是)?满分|" + NUMBER
                    + "\\s*分制|" + "[01](?:\\.0)?\\s*(?:分)?\\s*[-–—~～至到]\\s*" + NUMBER + "|总分(?:为|是)?\\s*" + NUMBER
                    + "|out of\\s*" + NUMBER
                    + "|^\\s*[（(]?\\s*/\\s*" + NUMBER);
    /** No score is longer than this. */
    private static final int FAR = 200;
    private static final BigDecimal FIVE = new BigDecimal("5");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String DIGITS = "零一二三四五六七八九十";

    /**
     * Reads the score that stands at a place.
     *
     * @param scale what the full mark is where the score does not say it, or {@code null} if the text does not either
     * @return {@code null} if there is none
     */
    static Score at(String text, int from, BigDecimal scale) {
        int far = Math.min(text.length(), from + FAR);
        Score score = from >= far ? null : at(ascii(text.substring(from, far)), scale);
        return score == null ? null : new Score(score.value, from + score.end, score.remark);
    }

    private static Score at(String text, BigDecimal scale) {
        Matcher approximately = matcher(APPROXIMATELY, text, 0);
        int from = approximately.lookingAt() ? approximately.end() : 0;
        Score score = first(text, from, scale);
        if (score == null) {
            return null;
        }
        score = withAside(text, score, from, scale);
        Matcher suffix = matcher(SUFFIX, text, score.end);
        int end = suffix.lookingAt() ? suffix.end() : score.end;
        return new Score(score.value, end, from > 0 && score.remark == null ? "是约数" : score.remark);
    }

    /** The full mark that a heading or a note states, as in 满分10分, or {@code null}. */
    static BigDecimal scaleIn(String text) {
        Matcher scale = SCALE.matcher(ascii(text.substring(0, Math.min(text.length(), FAR))));
        if (!scale.find()) {
            return null;
        }
        for (int i = 1; i <= scale.groupCount(); i++) {
            if (scale.group(i) != null) {
                return new BigDecimal(scale.group(i));
            }
        }
        return null;
    }

    private static Score first(String text, int from, BigDecimal scale) {
        Matcher range = matcher(RANGE, text, from);
        Matcher fraction = matcher(FRACTION, text, from);
        if (range.lookingAt() && !fraction.lookingAt()) {
            return new Score(null, range.end(), "是一个范围，不是一个分数");
        }
        if (fraction.lookingAt()) {
            return of(fraction.group(1), new BigDecimal(fraction.group(2)), fraction.end());
        }
        Matcher onScale = matcher(ON_SCALE, text, from);
        if (onScale.lookingAt()) {
            return of(onScale.group(2), new BigDecimal(onScale.group(1)), onScale.end());
        }
        Matcher percent = matcher(PERCENT, text, from);
        if (percent.lookingAt()) {
            return of(percent.group(1), new BigDecimal("100"), percent.end());
        }
        Matcher half = matcher(WITH_HALF, text, from);
        if (half.lookingAt()) {
            return of(half.group(1) + ".5", orFive(scale), half.end());
        }
        Matcher unit = matcher(WITH_UNIT, text, from);
        if (unit.lookingAt()) {
            return of(unit.group(1), orFive(scale), unit.end());
        }
        Matcher bare = matcher(BARE, text, from);
        if (bare.lookingAt()) {
            return of(bare.group(1), orFive(scale), bare.end());
        }
        return inWords(text, from, scale);
    }

    private static Score inWords(String text, int from, BigDecimal scale) {
        Matcher chinese = matcher(CHINESE, text, from);
        if (chinese.lookingAt()) {
            BigDecimal number = chinese(chinese.group(1), chinese.group(2));
            if (number == null) {
                return null;
            }
            BigDecimal value = chinese.group(3).contains("半") ? number.add(HALF) : number;
            return of(value.toPlainString(), orFive(scale), chinese.end());
        }
        Matcher fullMarks = matcher(FULL_MARKS, text, from);
        if (fullMarks.lookingAt()) {
            return new Score(FIVE, fullMarks.end(), null);
        }
        Matcher stars = matcher(STARS, text, from);
        return stars.lookingAt() ? stars(stars.group(), stars.end()) : null;
    }

    /** 4.5/5 and the like: a score with its full mark. */
    private static Score of(String number, BigDecimal scale, int end) {
        BigDecimal value = new BigDecimal(number);
        if (scale.signum() == 0 || value.compareTo(scale) > 0) {
            return new Score(null, end, "超出了满分 " + scale.stripTrailingZeros().toPlainString());
        }
        if (scale.compareTo(FIVE) == 0) {
            return new Score(value, end, null);
        }
        BigDecimal converted = value.multiply(FIVE).divide(scale, 2, RoundingMode.HALF_UP);
        return new Score(converted, end, "已由满分 " + scale.stripTrailingZeros().toPlainString() + " 换算为满分 5");
    }

    private static Score stars(String stars, int end) {
        int full = 0;
        int empty = 0;
        boolean half = stars.endsWith("半") || stars.contains("½") || stars.contains("⯨") || stars.contains("⯪");
        for (int c : stars.codePoints().toArray()) {
            full += "★⭐🌟✭✮✯✨".indexOf(c) >= 0 ? 1 : 0;
            empty += "☆✩".indexOf(c) >= 0 ? 1 : 0;
        }
        if (full == 0 && !half) {
            return new Score(null, end, "只有空心的星，看不出分数");
        }
        BigDecimal value = new BigDecimal(full).add(half ? HALF : BigDecimal.ZERO);
        int all = full + empty + (half ? 1 : 0);
        return of(value.toPlainString(), all > 5 && empty > 0 ? new BigDecimal(all) : FIVE, end);
    }

    /** Whether the character is one of those that scores are drawn with. */
    static boolean isStar(int c) {
        return "★⭐🌟✭✮✯☆✩".indexOf(c) >= 0;
    }

    /** What stands in brackets after a score: its full mark, or the score once more. */
    private static Score withAside(String text, Score score, int from, BigDecimal scale) {
        String stated = text.substring(from, score.end);
        Matcher scaleAside = matcher(SCALE_ASIDE, text, score.end);
        Matcher scaleAfter = matcher(SCALE_OF, text, score.end);
        Matcher number = matcher(Pattern.compile(NUMBER), stated, 0);
        boolean saysScale = scaleAside.lookingAt() && scaleAside.group().matches(".*[满制总共].*");
        if (saysScale || scaleAfter.lookingAt()) {
            Matcher found = saysScale ? scaleAside : scaleAfter;
            if (number.lookingAt() && !stated.contains("/")) {
                return of(number.group(1), new BigDecimal(found.group(1)), found.end());
            }
            return new Score(score.value, found.end(), score.remark);
        }
        if (isStar(text.codePointAt(from))) {
            Matcher gap = matcher(GAP, text, score.end);
            Score repeated = first(text, gap.lookingAt() ? gap.end() : score.end, scale);
            if (repeated != null
                    && !isStar(text.codePointAt(Math.min(gap.lookingAt() ? gap.end() : score.end, text.length() - 1)))) {
                return repeated;
            }
        }
        Matcher aside = matcher(SCORE_ASIDE, text, score.end);
        if (!aside.lookingAt()) {
            return score;
        }
        String inner = aside.group(1).strip();
        Score again = first(inner, 0, scale);
        if (again == null || again.end < inner.length()) {
            return score;
        }
        boolean stars = !number.lookingAt();
        return new Score(stars ? again.value : score.value, aside.end(), stars ? again.remark : score.remark);
    }

    private static BigDecimal orFive(BigDecimal scale) {
        return scale == null ? FIVE : scale;
    }

    private static BigDecimal chinese(String whole, String places) {
        String digits = whole.replace('两', '二');
        int value;
        int ten = digits.indexOf('十');
        if (ten < 0) {
            if (digits.length() > 1) {
                return null;
            }
            value = DIGITS.indexOf(digits);
        } else {
            int tens = ten == 0 ? 1 : DIGITS.indexOf(digits.charAt(0));
            int ones = ten == digits.length() - 1 ? 0 : DIGITS.indexOf(digits.charAt(digits.length() - 1));
            value = 10 * tens + ones;
        }
        StringBuilder number = new StringBuilder(Integer.toString(value));
        if (places != null) {
            number.append('.');
            places.chars().forEach(c -> number.append(DIGITS.indexOf(c)));
        }
        return new BigDecimal(number.toString());
    }

    private static Matcher matcher(Pattern pattern, String text, int from) {
        return pattern.matcher(text).region(Math.min(from, text.length()), text.length()).useTransparentBounds(true);
    }

    /** The text with full-width digits and signs as ASCII, each character in its place. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text);
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            if (c >= '０' && c <= '９' || c == '／' || c == '．' || c == '％' || c == '－') {
                ascii.setCharAt(i, (char) (c - 0xfee0));
            } else if (c == '\u3000' || c == '\u00a0') {
                ascii.setCharAt(i, ' ');
            } else if (c == '⁄' || c == '∕') {
                ascii.setCharAt(i, '/');
            }
        }
        return ascii.toString();
    }
}
