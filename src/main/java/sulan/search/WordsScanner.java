package sulan.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sulan.digest.Criterion;
import sulan.search.Expression.Comparison;
import sulan.search.Words.Problem;
import sulan.search.Words.Problem.Kind;

/** Cuts the words of a query into tokens. One scanner reads one text. */
final class WordsScanner {

    /** What a condition is about. */
    enum Subject {
        TITLE("title", "标题", "题目"),
        AUTHOR("author", "authors", "作者"),
        TAG("tag", "标签"),
        DATE("date", "日期"),
        RECOMMENDATION("rec", "recommendation", "推荐", "推荐度"),
        PRACTICALITY("prac", "practicality", "实用", "实用性"),
        NOVELTY("nov", "novelty", "创新", "创新性");

        private static final Map<String, Subject> BY_NAME = Stream.of(values())
                .flatMap(subject -> subject.names.stream().map(name -> Map.entry(name, subject)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        private static final int LONGEST = BY_NAME.keySet().stream().mapToInt(String::length).max().orElseThrow();

        private final List<String> names;

        Subject(String... names) {
            this.names = List.of(names);
        }

        /** Whether its values are compared, so that they have an order. */
        boolean isCompared() {
            return this == DATE || criterion() != null;
        }

        /** The rating that it is, or {@code null}. */
        Criterion criterion() {
            return switch (this) {
                case RECOMMENDATION -> Criterion.RECOMMENDATION;
                case PRACTICALITY -> Criterion.PRACTICALITY;
                case NOVELTY -> Criterion.NOVELTY;
                default -> null;
            };
        }
    }

    enum Type {
        OPEN,
        CLOSE,
        OR,
        AND,
        NOT,
        /** A name before an opening bracket. */
        SUBJECT,
        /** A word or a phrase, with a name or without. */
        TERM
    }

    /**
     * @param subject of a term or a bracket, or {@code null}
     * @param comparison of a compared subject and its value; {@code null} for the colon
     * @param value of a term, without what only marks it
     * @param quoted whether the value stood in quotes
     */
    record Token(Type type, Subject subject, Comparison comparison, String value, boolean quoted, int start, int end) {
    }

    private static final Map<Character, String> CLOSING = Map.of('"', "\"“”„‟＂", '「', "」", '『', "』", '《', "》");
    private static final Map<String, Comparison> COMPARISONS = Map.of(">=", Comparison.AT_LEAST, "=>", Comparison.AT_LEAST,
            "≥", Comparison.AT_LEAST, ">", Comparison.MORE, "<=", Comparison.AT_MOST, "=<", Comparison.AT_MOST,
            "≤", Comparison.AT_MOST, "<", Comparison.LESS, "=", Comparison.EQUAL, "==", Comparison.EQUAL);
    private static final Map<String, Type> OPERATORS = Map.of("OR", Type.OR, "AND", Type.AND, "NOT", Type.NOT);

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Problem> problems;
    private int at;

    /** @param problems to which those found are added */
    WordsScanner(String text, List<Problem> problems) {
        this.text = text;
        this.problems = problems;
    }

    List<Token> scan() {
        while (skipSpace()) {
            int start = at;
            switch (plain(at)) {
                case '(' -> sign(Type.OPEN, start);
                case ')' -> sign(Type.CLOSE, start);
                case '|' -> {
                    while (plain(at + 1) == '|') {
                        at++;
                    }
                    sign(Type.OR, start);
                }
                case '-' -> {
                    if (isNegation()) {
                        sign(Type.NOT, start);
                    } else {
                        word(null, null, start);
                    }
                }
                default -> term(start);
            }
        }
        return tokens;
    }

    /** The character at an index in its plain form: full-width signs and the many quotes are one; 0 behind the end. */
    private char plain(int index) {
        if (index >= text.length()) {
            return 0;
        }
        char c = text.charAt(index);
        return switch (c) {
            case '“', '”', '„', '‟', '＂' -> '"';
            case '−', '－', '﹣' -> '-';
            case '≥', '⩾', '≧' -> '≥';
            case '≤', '⩽', '≦' -> '≤';
            case '，' -> c;
            default -> c > '\uFF00' && c < '\uFF5F' ? (char) (c - 0xFEE0) : c;
        };
    }

    /** Whether anything but space is left. Commas of Chinese stand between words as space does. */
    private boolean skipSpace() {
        while (at < text.length() && isSpace(at)) {
            at++;
        }
        return at < text.length();
    }

    private boolean isSpace(int index) {
        char c = text.charAt(index);
        return Words.isSpace(c) || c == '，' || c == '、' || c == '；';
    }

    private boolean endsWord(int index) {
        return index >= text.length() || isSpace(index) || "()|".indexOf(plain(index)) >= 0 || isQuote(index);
    }

    private boolean isQuote(int index) {
        return CLOSING.containsKey(plain(index));
    }

    /** A hyphen negates what it is joined to; it does not in {@code a - b}, {@code --} and {@code ->}. */
    private boolean isNegation() {
        char next = plain(at + 1);
        return next == '(' || isQuote(at + 1) || next != '-' && next != '>' && !endsWord(at + 1);
    }

    private void sign(Type type, int start) {
        at++;
        tokens.add(new Token(type, null, null, text.substring(start, at), false, start, at));
    }

    private void term(int start) {
        Subject subject = subject();
        if (subject == null) {
            value(null, null, start);
        } else if (subject.isCompared()) {
            compared(subject, start);
        } else {
            at++;
            if (plain(at) == '(') {
                tokens.add(new Token(Type.SUBJECT, subject, null, text.substring(start, at), false, start, at));
            } else if (endsWord(at) && !isQuote(at)) {
                missing(start);
            } else {
                value(subject, null, start);
            }
        }
    }

    /** The subject whose name is here, if a sign that belongs to it follows; then the place moves to that sign. */
    private Subject subject() {
        int end = at;
        while (end - at < Subject.LONGEST && end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        Subject subject = Subject.BY_NAME
                .get(folded(text.substring(at, end)).toLowerCase(Locale.ROOT));
        if (subject == null) {
            return null;
        }
        int sign = end;
        while (subject.isCompared() && sign < text.length() && isSpace(sign)) {
            sign++;
        }
        if (plain(end) == ':' || subject.isCompared() && isComparison(sign)) {
            at = plain(end) == ':' ? end : sign;
            return subject;
        }
        return null;
    }

    private boolean isComparison(int index) {
        return index < text.length() && "<>=≤≥".indexOf(plain(index)) >= 0;
    }

    /** {@code rec>=4.5}, {@code rec >= 4.5}, {@code rec:4.5}, {@code rec:>4.5}, and the same for dates. */
    private void compared(Subject subject, int start) {
        at += plain(at) == ':' ? 1 : 0;
        Comparison comparison = comparison();
        int behind = at;
        if (!endsWord(at) || isQuote(at) || skipSpace() && Character.isDigit(text.charAt(at))) {
            value(subject, comparison, start);
        } else {
            at = behind;
            missing(start);
        }
    }

    /** {@code null} if there is none. */
    private Comparison comparison() {
        for (int length = 2; length > 0; length--) {
            String signs = "" + plain(at) + (length == 2 ? plain(at + 1) : "");
            if (COMPARISONS.containsKey(signs)) {
                at += length;
                return COMPARISONS.get(signs);
            }
        }
        return null;
    }

    /** Half typed at the end; a word, perhaps of a title, if more follows. */
    private void missing(int start) {
        int end = at;
        boolean isWord = skipSpace() && plain(end - 1) == ':';
        problems.add(new Problem(isWord ? Kind.NAME_AS_WORD : Kind.MISSING_VALUE, start, end - start));
        if (isWord) {
            tokens.add(new Token(Type.TERM, null, null, text.substring(start, end), false, start, end));
        }
    }

    private void value(Subject subject, Comparison comparison, int start) {
        if (!isQuote(at)) {
            word(subject, comparison, start);
            return;
        }
        String value = quoted();
        if (!Words.spaced(value).isEmpty()) {
            tokens.add(new Token(Type.TERM, subject, comparison, value, true, start, at));
        } else if (subject != null) {
            problems.add(new Problem(Kind.MISSING_VALUE, start, at - start));
        }
    }

    private String quoted() {
        int open = at;
        String closing = CLOSING.get(plain(open));
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (closing.indexOf(c) >= 0) {
                at++;
                return value.toString();
            }
            if (c == '\\' && at + 1 < text.length() && (closing + c).indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            value.append(text.charAt(at));
        }
        problems.add(new Problem(Kind.UNCLOSED_QUOTE, open, 1));
        return value.toString();
    }

    private void word(Subject subject, Comparison comparison, int start) {
        int from = at;
        StringBuilder value = new StringBuilder();
        for (; !endsWord(at); at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && isSign(text.charAt(at + 1))) {
                at++;
            }
            value.append(text.charAt(at));
        }
        String typed = text.substring(from, at);
        Type type = subject == null && isOperator(typed) ? OPERATORS.get(folded(typed)) : Type.TERM;
        if (subject == null && typed.startsWith("\\") && isOperator(typed.substring(1))) {
            value.deleteCharAt(0);
        }
        tokens.add(new Token(type, subject, comparison, value.toString(), false, start, at));
    }

    /** Whether a word joins others. */
    static boolean isOperator(String word) {
        return OPERATORS.containsKey(folded(word));
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC);
    }

    /** Whether a character is neither part of a word of letters nor space. */
    static boolean isSign(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && !Words.isSpace(c);
    }
}
