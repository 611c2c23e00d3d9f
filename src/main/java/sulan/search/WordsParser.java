package sulan.search;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import sulan.search.Expression.Comparison;
import sulan.search.Expression.Field;
import sulan.search.Expression.Listed;
import sulan.search.Expression.Rated;
import sulan.search.Expression.Tagged;
import sulan.search.Expression.Text;
import sulan.search.Words.Part;
import sulan.search.Words.Problem;
import sulan.search.Words.Problem.Kind;
import sulan.search.WordsScanner.Subject;
import sulan.search.WordsScanner.Token;
import sulan.search.WordsScanner.Type;

/** Makes a tree of the words of a query, by recursive descent. One parser reads one text. */
final class WordsParser {

    private static final int MAX_DEPTH = 50;
    private static final Pattern RATING = Pattern.compile("[0-5](\\.[0-9]{1,2})?");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(5);

    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Token> tokens;
    private int next;

    WordsParser(String text) {
        this.text = text;
        this.tokens = new WordsScanner(text, problems).scan();
    }

    Words parse() {
        Set<Expression> known = new HashSet<>();
        List<Part> parts = alternatives(null, 0).stream().filter(part -> known.add(part.expression())).toList();
        problems.sort(Comparator.comparing(Problem::start));
        return new Words(text, all(parts), parts, List.copyOf(problems));
    }

    private static Expression all(List<Part> parts) {
        return Expression.all(parts.stream().map(Part::expression).toList());
    }

    /** {@code a b OR c}: what must all hold, which is one part if there are alternatives. */
    private List<Part> alternatives(Subject subject, int depth) {
        List<List<Part>> alternatives = new ArrayList<>();
        while (true) {
            List<Part> parts = conjunction(subject, depth);
            if (!parts.isEmpty()) {
                alternatives.add(parts);
            }
            if (!isNext(Type.OR)) {
                break;
            }
            next++;
        }
        if (alternatives.size() < 2) {
            return alternatives.isEmpty() ? List.of() : alternatives.get(0);
        }
        List<Part> last = alternatives.get(alternatives.size() - 1);
        return List.of(new Part(Expression.any(alternatives.stream().map(WordsParser::all).toList()),
                alternatives.get(0).get(0).start(), last.get(last.size() - 1).end()));
    }

    /** Ends before an operator {@code OR}, and in brackets before the closing one. */
    private List<Part> conjunction(Subject subject, int depth) {
        List<Part> parts = new ArrayList<>();
        for (; next < tokens.size(); next++) {
            Token token = tokens.get(next);
            switch (token.type()) {
                case CLOSE -> {
                    if (depth > 0) {
                        return parts;
                    }
                    problem(Kind.STRAY_BRACKET, token);
                }
                case OR, AND -> {
                    if (parts.isEmpty() || !isOperand(next + 1)) {
                        parts.addAll(withoutOperand(token, subject, parts.isEmpty() && !isOperand(next + 1)));
                    } else if (token.type() == Type.OR) {
                        return parts;
                    }
                }
                default -> {
                    parts.addAll(factor(subject, depth, parts.isEmpty()));
                    next--;
                }
            }
        }
        return parts;
    }

    private boolean isNext(Type type) {
        return next < tokens.size() && tokens.get(next).type() == type;
    }

    private boolean isOperand(int index) {
        int at = index;
        while (at < tokens.size() && tokens.get(at).type() == Type.NOT) {
            at++;
        }
        return at < tokens.size()
                && switch (tokens.get(at).type()) {
                    case TERM, SUBJECT, OPEN -> true;
                    default -> false;
                };
    }

    /** The word of an operator that stands alone is a word; otherwise it is left out. */
    private List<Part> withoutOperand(Token token, Subject subject, boolean isFirst) {
        if (isFirst && Character.isLetter(token.value().charAt(0))) {
            return term(token, subject);
        }
        problem(Kind.MISSING_OPERAND, token);
        return List.of();
    }

    private List<Part> factor(Subject subject, int depth, boolean isFirst) {
        Token token = tokens.get(next);
        return switch (token.type()) {
            case NOT -> negation(subject, depth, isFirst);
            case SUBJECT -> {
                next++;
                yield brackets(token.subject(), depth, token.start());
            }
            case OPEN -> brackets(subject, depth, token.start());
            default -> {
                next++;
                yield term(token, subject);
            }
        };
    }

    private List<Part> negation(Subject subject, int depth, boolean isFirst) {
        Token first = tokens.get(next);
        boolean isNegative = false;
        for (; isNext(Type.NOT); next++) {
            isNegative = !isNegative;
        }
        Token last = tokens.get(next - 1);
        List<Part> operand;
        if (isOperand(next)) {
            operand = factor(subject, depth, false);
        } else if (next < tokens.size() && tokens.get(next).start() == last.end() && !isNext(Type.CLOSE)) {
            // -OR
            operand = term(tokens.get(next++), subject);
        } else {
            return withoutOperand(last, subject, isFirst && first == last);
        }
        if (operand.isEmpty() || !isNegative) {
            return operand;
        }
        return List.of(new Part(Expression.not(all(operand)), first.start(), tokens.get(next - 1).end()));
    }

    private List<Part> brackets(Subject subject, int depth, int start) {
        Token open = tokens.get(next++);
        if (depth == MAX_DEPTH) {
            problem(Kind.TOO_DEEP, open);
            skipBrackets();
            return List.of();
        }
        List<Part> parts = alternatives(subject, depth + 1);
        if (isNext(Type.CLOSE)) {
            next++;
        } else {
            problem(Kind.UNCLOSED_BRACKET, open);
        }
        return parts.size() == 1 ? List.of(new Part(parts.get(0).expression(), start, tokens.get(next - 1).end())) : parts;
    }

    private void skipBrackets() {
        for (int open = 1; open > 0 && next < tokens.size(); next++) {
            open += isNext(Type.OPEN) ? 1 : isNext(Type.CLOSE) ? -1 : 0;
        }
    }

    /** @param around the subject of the brackets that the term stands in, or {@code null} */
    private List<Part> term(Token token, Subject around) {
        Subject subject = token.subject() == null ? around : token.subject();
        Expression expression = subject == null ? new Text(Field.ANYWHERE, token.value(), token.quoted())
                : switch (subject) {
                    case TITLE -> new Text(Field.TITLE, token.value(), token.quoted());
                    case AUTHOR -> new Text(Field.AUTHOR, token.value(), token.quoted());
                    case TAG -> new Tagged(token.value());
                    case DATE -> listed(token);
                    default -> rated(token);
                };
        return expression == null ? List.of() : List.of(new Part(expression, token.start(), token.end()));
    }

    private Rated rated(Token token) {
        String value = Normalizer.normalize(token.value(), Normalizer.Form.NFKC);
        if (!RATING.matcher(value).matches() || new BigDecimal(value).compareTo(HIGHEST) > 0) {
            problem(Kind.INVALID_RATING, token);
            return null;
        }
        return new Rated(token.subject().criterion(), token.comparison() == null ? Comparison.AT_LEAST : token.comparison(),
                new BigDecimal(value));
    }

    private Listed listed(Token token) {
        Listed listed = ListedText.parse(token.value(), token.comparison());
        if (listed == null) {
            problem(Kind.INVALID_DATES, token);
        } else if (listed.from() != null && listed.to() != null && listed.from().isAfter(listed.to())) {
            problem(Kind.REVERSED_DATES, token);
            return ListedText.reversed(token.value());
        }
        return listed;
    }

    private void problem(Kind kind, Token token) {
        problems.add(new Problem(kind, token.start(), token.end() - token.start()));
    }
}
