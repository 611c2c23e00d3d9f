package sulan.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import sulan.search.Analysis.Token;
import sulan.search.Expression.Field;
import sulan.search.Expression.Rated;
import sulan.search.Expression.Text;

/** Says in the index's terms what a query asks for. */
final class Predicates {

    /** A word in the title says more about a paper than one in the texts. */
    private static final float TITLE_BOOST = 4;

    private final UnaryOperator<String> slugs;

    /** @param slugs finds the slug of a tag however it is spelt */
    Predicates(UnaryOperator<String> slugs) {
        this.slugs = slugs;
    }

    /**
     * What the index has to look up for a query: its words, and its tags; empty if it has neither, though it may have tags that
     * are not wanted. Only the words have a score.
     */
    Optional<Query> of(PaperQuery query, Expression words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        of(words).ifPresent(scored -> all.add(scored, Occur.MUST));
        query.tags().forEach(tag -> all.add(tagged(tag), Occur.FILTER));
        if (all.build().clauses().isEmpty()) {
            return Optional.empty();
        }
        query.not().forEach(tag -> all.add(tagged(tag), Occur.MUST_NOT));
        return Optional.of(all.build());
    }

    /** Papers with at least one of these tags. */
    static Query anyOf(List<String> tags) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        tags.forEach(tag -> any.add(tagged(tag), Occur.SHOULD));
        return any.build();
    }

    /** What an expression asks for; empty if that is nothing, as with a word that is only signs. */
    Optional<Query> of(Expression expression) {
        if (expression instanceof Expression.All all) {
            return joined(all.parts(), Occur.MUST);
        }
        if (expression instanceof Expression.Any any) {
            return joined(any.parts(), Occur.SHOULD);
        }
        if (expression instanceof Expression.Not not) {
            return of(not.part()).map(part -> new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER)
                    .add(part, Occur.MUST_NOT).build());
        }
        if (expression instanceof Text text) {
            return text(text);
        }
        if (expression instanceof Expression.Tagged tagged) {
            return Optional.of(tagged(slugs.apply(tagged.tag())));
        }
        if (expression instanceof Rated rated) {
            return Optional.of(rated(rated));
        }
        return Optional.of(listed((Expression.Listed) expression));
    }

    private Optional<Query> joined(List<Expression> parts, Occur occur) {
        List<Query> asked = parts.stream().map(this::of).flatMap(Optional::stream).toList();
        BooleanQuery.Builder joined = new BooleanQuery.Builder();
        asked.forEach(part -> joined.add(part, occur));
        return asked.isEmpty() ? Optional.empty() : Optional.of(joined.build());
    }

    private static Optional<Query> text(Text text) {
        List<Token> phrase = Analysis.phrase(text.text());
        if (phrase.isEmpty()) {
            return Optional.empty();
        }
        List<String> fields = switch (text.field()) {
            case ANYWHERE -> PaperDocument.TEXTS;
            case TITLE -> List.of("title");
            case AUTHOR -> List.of("authors");
        };
        BooleanQuery.Builder anyField = new BooleanQuery.Builder();
        fields.forEach(field -> anyField.add(phrase(field, phrase), Occur.SHOULD));
        if (text.field() == Field.ANYWHERE) {
            PaperId.in(text.text()).ifPresent(
                    id -> anyField.add(new ConstantScoreQuery(new TermQuery(new Term("arxivId", id))), Occur.SHOULD));
        }
        return Optional.of(anyField.build());
    }

    private static Query phrase(String field, List<Token> phrase) {
        Query query;
        if (phrase.size() == 1) {
            query = new TermQuery(new Term(field, phrase.get(0).term()));
        } else {
            PhraseQuery.Builder terms = new PhraseQuery.Builder();
            int first = phrase.get(0).position();
            phrase.forEach(token -> terms.add(new Term(field, token.term()), token.position() - first));
            query = terms.build();
        }
        return field.equals("title") ? new BoostQuery(query, TITLE_BOOST) : query;
    }

    private static Query tagged(String slug) {
        return new ConstantScoreQuery(new TermQuery(new Term("tags", slug)));
    }

    private static Query rated(Rated rated) {
        String field = switch (rated.criterion()) {
            case PRACTICALITY -> "practicality";
            case NOVELTY -> "novelty";
            case RECOMMENDATION -> "recommendation";
        };
        BigDecimal value = rated.value().movePointRight(2);
        int floor = value.setScale(0, RoundingMode.FLOOR).intValue();
        int ceiling = value.setScale(0, RoundingMode.CEILING).intValue();
        return switch (rated.comparison()) {
            case AT_LEAST -> IntPoint.newRangeQuery(field, ceiling, Integer.MAX_VALUE);
            case MORE -> IntPoint.newRangeQuery(field, floor + 1, Integer.MAX_VALUE);
            case AT_MOST -> IntPoint.newRangeQuery(field, Integer.MIN_VALUE, floor);
            case LESS -> IntPoint.newRangeQuery(field, Integer.MIN_VALUE, ceiling - 1);
            case EQUAL -> floor == ceiling ? IntPoint.newExactQuery(field, floor) : new MatchNoDocsQuery();
        };
    }

    private static Query listed(Expression.Listed listed) {
        LocalDate from = listed.from();
        LocalDate to = listed.to();
        return LongPoint.newRangeQuery("days", from == null ? Long.MIN_VALUE : from.toEpochDay(),
                to == null ? Long.MAX_VALUE : to.toEpochDay());
    }
}
