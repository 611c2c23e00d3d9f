package sulan.web;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import sulan.search.Expression;
import sulan.search.Expression.All;
import sulan.search.Expression.Any;
import sulan.search.Expression.Comparison;
import sulan.search.Expression.Listed;
import sulan.search.Expression.Not;
import sulan.search.Expression.Rated;
import sulan.search.Expression.Tagged;
import sulan.search.Expression.Text;

/** What the words of a query were taken to ask for, as readers say it. */
final class ExpressionText {

    private final Messages texts = Language.texts(Messages.class);
    private final Function<String, String> tagName;

    private ExpressionText(Function<String, String> tagName) {
        this.tagName = tagName;
    }

    /** @param tagName the name of the tag that a spelling leads to */
    static String of(Expression expression, Function<String, String> tagName) {
        return new ExpressionText(tagName).said(expression);
    }

    private String said(Expression expression) {
        if (expression instanceof All all) {
            return joined(all.parts(), texts::saidAnd);
        }
        if (expression instanceof Any any) {
            return joined(any.parts(), texts::saidOr);
        }
        if (expression instanceof Not not) {
            return negated(not.part());
        }
        if (expression instanceof Text text) {
            return texts.saidText(text.field().name(), text.phrase(), text.text());
        }
        if (expression instanceof Tagged tagged) {
            return texts.chipTag(tagName.apply(tagged.tag()));
        }
        if (expression instanceof Rated rated) {
            return texts.saidRated(texts.criterion(rated.criterion()), sign(rated.comparison()),
                    rated.value().toPlainString());
        }
        return listed((Listed) expression);
    }

    private String joined(List<Expression> parts, BinaryOperator<String> join) {
        return parts.stream().map(this::grouped).reduce(join).orElse("");
    }

    private String grouped(Expression part) {
        return part instanceof All || part instanceof Any ? texts.saidGroup(said(part)) : said(part);
    }

    private String negated(Expression part) {
        if (part instanceof Text text) {
            return texts.saidNotText(text.field().name(), text.phrase(), text.text());
        }
        return part instanceof Tagged tagged ? texts.chipNot(tagName.apply(tagged.tag())) : texts.saidNot(grouped(part));
    }

    private String listed(Listed listed) {
        if (listed.from() != null && listed.from().equals(listed.to())) {
            return texts.saidDay(listed.from().toString());
        }
        return texts.chipDates(SetFilter.shown(listed.from()), SetFilter.shown(listed.to()));
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "≥";
            case MORE -> ">";
            case AT_MOST -> "≤";
            case LESS -> "<";
            case EQUAL -> "=";
        };
    }
}
