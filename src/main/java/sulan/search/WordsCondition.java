package sulan.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sulan.archive.Tag;
import sulan.search.Expression.All;
import sulan.search.Expression.Any;
import sulan.search.Expression.Comparison;
import sulan.search.Expression.Field;
import sulan.search.Expression.Listed;
import sulan.search.Expression.Not;
import sulan.search.Expression.Rated;
import sulan.search.Expression.Tagged;
import sulan.search.Expression.Text;

/** The words of a query as a condition on papers {@code p} with overviews {@code o} in the database's language. */
final class WordsCondition {

    private static final int MAX_CONDITIONS = 10;
    private static final List<String> TEXTS = List.of("p.title", "o.mainWork", "o.highlights", "o.comment",
            "o.practicalityReason", "o.noveltyReason", "o.recommendationReason");

    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> wanted = new ArrayList<>();
    private final String condition;

    /** @throws InvalidQueryException if there are more conditions than one query can bear */
    WordsCondition(Expression expression) {
        if (count(expression) > MAX_CONDITIONS) {
            throw new InvalidQueryException("q", "一次最多搜索 " + MAX_CONDITIONS + " 个词或条件");
        }
        this.condition = condition(expression, true);
    }

    private static int count(Expression expression) {
        if (expression instanceof All all) {
            return all.parts().stream().mapToInt(WordsCondition::count).sum();
        }
        if (expression instanceof Any any) {
            return any.parts().stream().mapToInt(WordsCondition::count).sum();
        }
        return expression instanceof Not not ? count(not.part()) : 1;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** How many of the words that are wanted a paper has in its title; empty if none are wanted. */
    Optional<String> inTitle() {
        return wanted.isEmpty() ? Optional.empty()
                : Optional.of(wanted.stream()
                        .map(name -> "case when lower(p.title) like :" + name + " escape '!' then 1 else 0 end")
                        .collect(Collectors.joining(" + ", "(", ")")));
    }

    /** @param isWanted whether papers for which it holds are wanted, rather than the others */
    private String condition(Expression expression, boolean isWanted) {
        if (expression instanceof All all) {
            return all.parts().isEmpty() ? "1 = 1" : joined(all.parts().stream(), " and ", isWanted);
        }
        if (expression instanceof Any any) {
            return joined(any.parts().stream(), " or ", isWanted);
        }
        if (expression instanceof Not not) {
            // what is not known does not hold, so that its negation does
            return "case when " + condition(not.part(), !isWanted) + " then 0 else 1 end = 1";
        }
        if (expression instanceof Text text) {
            return text(text, isWanted);
        }
        if (expression instanceof Tagged tagged) {
            String slug = Tag.bySlug(tagged.tag()).or(() -> Tag.bySpelling(tagged.tag())).map(tag -> tag.slug)
                    .orElse(tagged.tag());
            return "exists (select 1 from Keyword w where w.overview = o and w.tag.slug = " + parameter(slug) + ")";
        }
        if (expression instanceof Rated rated) {
            return "o." + rated.criterion().name().toLowerCase(Locale.ROOT) + sign(rated.comparison())
                    + parameter(rated.value());
        }
        Listed listed = (Listed) expression;
        return "exists (select 1 from Listing l where l.paper = p"
                + (listed.from() == null ? "" : " and l.id.editionDate >= " + parameter(listed.from()))
                + (listed.to() == null ? "" : " and l.id.editionDate <= " + parameter(listed.to())) + ")";
    }

    private String joined(Stream<Expression> parts, String between, boolean isWanted) {
        return parts.map(part -> condition(part, isWanted)).collect(Collectors.joining(between, "(", ")"));
    }

    private String text(Text text, boolean isWanted) {
        if (text.field() == Field.AUTHOR) {
            // left to the index
            return "1 = 0";
        }
        if (text.text().matches("\\p{P}+")) {
            // signs are read over in any text
            return "1 = 1";
        }
        // full-width letters and digits are what a Chinese keyboard may give; they mean the same
        String plain = Normalizer.normalize(text.text(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String pattern = parameter("%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        if (isWanted) {
            wanted.add(pattern.substring(1));
        }
        String like = " like " + pattern + " escape '!'";
        if (text.field() == Field.TITLE) {
            return "lower(p.title)" + like;
        }
        String id = PaperId.in(text.text()).map(known -> "p.id = " + parameter(known) + " or ").orElse("");
        return "(" + id + TEXTS.stream().map(column -> "lower(" + column + ")" + like).collect(Collectors.joining(" or "))
                + " or exists (select 1 from Keyword w where w.overview = o and (lower(w.en)" + like + " or lower(w.zh)" + like
                + ")))";
    }

    private String parameter(Object value) {
        String name = "words" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> " >= ";
            case MORE -> " > ";
            case AT_MOST -> " <= ";
            case LESS -> " < ";
            case EQUAL -> " = ";
        };
    }

    @Override
    public String toString() {
        return condition;
    }
}
