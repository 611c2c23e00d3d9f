package sulan.search;

import java.util.List;
import java.util.Optional;

/**
 * The words of a query ({@code q}), read as a tree. Any text can be read; what is half typed or wrong is read as well as it can
 * be, and {@link #problems} say how.
 *
 * <pre>
 * diffusion 模型            both words; also diffusion AND 模型
 * "long context"           the words as they stand; “ ”, 「 」, 『 』 and 《 》 do as well
 * -survey  NOT survey      without it
 * LoRA OR QLoRA, LoRA|QLoRA  at least one; OR binds less than words side by side do
 * (LoRA OR QLoRA) -survey  brackets
 * title:survey  author:Li  only there; title:(a OR b) for several
 * tag:diffusion-model      any spelling of the tag
 * rec>=4.5                 also prac and nov, and &gt; &lt;= &lt; =; rec:4.5 is rec>=4.5
 * date:2023-09             also a day, a year, a..b, a.. and ..b
 * \-x  title\:x  \OR       a backslash takes away the meaning of the sign or word behind it
 * </pre>
 *
 * The names have Chinese ones too (标题, 作者, 标签, 日期, 推荐, 实用, 创新), and every sign its full-width form. Signs within words
 * mean nothing: {@code GPT-4}, {@code q&a}, {@code pass@1}, {@code https://arxiv.org} are words.
 *
 * @param text what was read
 * @param expression in normal form; {@link Expression#EVERYTHING} if nothing was asked for
 * @param parts the conditions that must all hold, in the order of the text; none if nothing was asked for
 * @param problems in the order of the text
 */
public record Words(String text, Expression expression, List<Part> parts, List<Problem> problems) {

    /**
     * A condition of its own and its place in the text.
     *
     * @param start index of its first character
     * @param end index behind its last one
     */
    public record Part(Expression expression, int start, int end) {
    }

    /**
     * Something that could not be read as it stands.
     *
     * @param start index of the first character that it is about
     * @param length how many characters, at least 1
     */
    public record Problem(Kind kind, int start, int length) {

        /** What was odd, and how it was read. */
        public enum Kind {
            /** A quote without an end; taken to go on to the end. */
            UNCLOSED_QUOTE,
            /** A bracket without an end; taken to go on to the end. */
            UNCLOSED_BRACKET,
            /** A closing bracket without an opening one; left out. */
            STRAY_BRACKET,
            /** A name and no value at the end; left out. */
            MISSING_VALUE,
            /** A name and no value, but other words behind it; searched as a word. */
            NAME_AS_WORD,
            /** No rating from 0 to 5 with at most two decimals; left out. */
            INVALID_RATING,
            /** No day, month or year of the calendar, or no range of them; left out. */
            INVALID_DATES,
            /** A range that begins after its end; turned round. */
            REVERSED_DATES,
            /** An operator with nothing to work on; left out. */
            MISSING_OPERAND,
            /** Brackets in brackets in brackets beyond all measure; the innermost left out. */
            TOO_DEEP
        }
    }

    /** Reads any text, in a time that grows with its length only. */
    public static Words parse(String text) {
        return new WordsParser(text).parse();
    }

    /**
     * The inverse of {@link #parse}: a text that reads as this tree. The tree must be in normal form (others are read as their
     * normal form) and its dates in the years 1 to 9999.
     */
    public static String write(Expression expression) {
        return WordsWriter.write(expression);
    }

    /** The text without one of the parts, otherwise as it was typed where it can be. */
    public String without(Part part) {
        Expression rest = Expression.all(parts.stream().filter(other -> !other.equals(part)).map(Part::expression).toList());
        String cut = spaced(text.substring(0, part.start) + " " + text.substring(part.end));
        return parse(cut).expression.equals(rest) ? cut : write(rest);
    }

    /** The id of the paper whose id or address is all that the text holds. */
    public Optional<String> paperId() {
        return PaperId.in(text.strip());
    }

    /** Single spaces between words, and none around. */
    static String spaced(String text) {
        StringBuilder spaced = new StringBuilder();
        boolean isApart = false;
        for (char c : text.toCharArray()) {
            if (isSpace(c)) {
                isApart = true;
            } else {
                spaced.append(isApart && !spaced.isEmpty() ? " " : "").append(c);
                isApart = false;
            }
        }
        return spaced.toString();
    }

    /** Whether a character is space of any script, full-width or without a break as it may be. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
