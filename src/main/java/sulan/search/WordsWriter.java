package sulan.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sulan.digest.Criterion;
import sulan.search.Expression.All;
import sulan.search.Expression.Any;
import sulan.search.Expression.Comparison;
import sulan.search.Expression.Field;
import sulan.search.Expression.Listed;
import sulan.search.Expression.Not;
import sulan.search.Expression.Rated;
import sulan.search.Expression.Tagged;
import sulan.search.Expression.Text;

/** Writes trees as text that {@link WordsParser} reads as the same trees. */
final class WordsWriter {

    private static final Pattern NOT_BETWEEN_OTHERS = Pattern.compile("[<>=≤≥⩽⩾≦≧＜＞＝].*|.*\\\\", Pattern.DOTALL);

    private WordsWriter() {
    }

    static String write(Expression expression) {
        if (expression instanceof All all) {
            return joined(all.parts(), " ");
        }
        if (expression instanceof Any any) {
            return joined(any.parts(), " OR ");
        }
        return condition(expression);
    }

    private static String joined(List<Expression> parts, String between) {
        return parts.stream().map(WordsWriter::grouped).collect(Collectors.joining(between));
    }

    private static String grouped(Expression expression) {
        return expression instanceof All || expression instanceof Any ? "(" + write(expression) + ")" : condition(expression);
    }

    private static String condition(Expression expression) {
        if (expression instanceof Not not) {
            return negated(not);
        }
        if (expression instanceof Text text) {
            return text(text);
        }
        if (expression instanceof Tagged tagged) {
            boolean isPlain = !tagged.tag().endsWith("\\") && isReadAs("tag:" + tagged.tag(), tagged);
            return "tag:" + (isPlain ? tagged.tag() : quoted(tagged.tag()));
        }
        if (expression instanceof Rated rated) {
            return name(rated.criterion()) + sign(rated.comparison()) + rated.value().toPlainString();
        }
        return "date:" + ListedText.write((Listed) expression);
    }

    private static String negated(Not not) {
        String part = not.part() instanceof Not ? "(" + condition(not.part()) + ")" : grouped(not.part());
        // a hyphen before a hyphen is no negation
        return "-" + ("-−－﹣".indexOf(part.charAt(0)) < 0 ? part : escaped(part));
    }

    private static String text(Text text) {
        String name = text.field() == Field.ANYWHERE ? "" : text.field().name().toLowerCase(Locale.ROOT) + ":";
        if (text.phrase()) {
            return name + quoted(text.text());
        }
        return name + (isPlain(name, text) ? text.text() : escaped(text.text()));
    }

    private static boolean isPlain(String name, Text text) {
        // some words are read otherwise between others: >=4 behind a name, \ before a bracket, OR
        return !NOT_BETWEEN_OTHERS.matcher(text.text()).matches() && isReadAs(name + text.text(), text)
                && !(name.isEmpty() && WordsScanner.isOperator(text.text()));
    }

    private static boolean isReadAs(String written, Expression expression) {
        Words words = Words.parse(written);
        return words.problems().isEmpty() && words.expression().equals(expression);
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\\\\"“”„‟＂]", "\\\\$0") + '"';
    }

    private static String escaped(String word) {
        if (WordsScanner.isOperator(word)) {
            return "\\" + word;
        }
        StringBuilder escaped = new StringBuilder();
        for (char c : word.toCharArray()) {
            escaped.append(WordsScanner.isSign(c) ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    private static String name(Criterion criterion) {
        return switch (criterion) {
            case PRACTICALITY -> "prac";
            case NOVELTY -> "nov";
            case RECOMMENDATION -> "rec";
        };
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> ">=";
            case MORE -> ">";
            case AT_MOST -> "<=";
            case LESS -> "<";
            case EQUAL -> "=";
        };
    }
}
