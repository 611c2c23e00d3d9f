package sulan.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

import sulan.search.Analysis.Token;
import sulan.search.Expression.Field;
import sulan.search.Expression.Rated;
import sulan.search.Expression.Text;

/** Says in the index's terms what a query asks for. */
final class Predicates {

    /** A word in the title says more about a paper than one in the texts. */
    private static final float TITLE_BOOST = 4;

    private final SearchPredicateFactory predicates;
    private final UnaryOperator<String> slugs;

    /** @param slugs finds the slug of a tag however it is spelt */
    Predicates(SearchPredicateFactory predicates, UnaryOperator<String> slugs) {
        this.predicates = predicates;
        this.slugs = slugs;
    }

    /** All filters of a query. Only its words have a score. */
    SearchPredicate of(PaperQuery query, Expression words) {
        List<SearchPredicate> filters = new ArrayList<>();
        query.tags().forEach(tag -> filters.add(tagged(tag)));
        query.not().forEach(tag -> filters.add(predicates.not(tagged(tag)).toPredicate()));
        listed(query.from(), query.to()).ifPresent(filters::add);
        atLeast("practicality", query.practicality()).ifPresent(filters::add);
        atLeast("novelty", query.novelty()).ifPresent(filters::add);
        atLeast("recommendation", query.recommendation()).ifPresent(filters::add);
        if (query.rated()) {
            filters.add(predicates.match().field("rated").matching(true).toPredicate());
        }
        if (query.code()) {
            filters.add(predicates.match().field("code").matching(true).toPredicate());
        }
        Optional<SearchPredicate> scored = of(words);
        if (filters.isEmpty() && scored.isEmpty()) {
            return predicates.matchAll().toPredicate();
        }
        return predicates.bool().with(all -> {
            scored.ifPresent(all::must);
            filters.forEach(all::filter);
        }).toPredicate();
    }

    /** What an expression asks for; empty if that is nothing, as with a word that is only signs. */
    Optional<SearchPredicate> of(Expression expression) {
        if (expression instanceof Expression.All all) {
            return joined(all.parts(), (one, other) -> predicates.and(one, other).toPredicate());
        }
        if (expression instanceof Expression.Any any) {
            return joined(any.parts(), (one, other) -> predicates.or(one, other).toPredicate());
        }
        if (expression instanceof Expression.Not not) {
            return of(not.part()).map(part -> predicates.not(part).toPredicate());
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
        Expression.Listed listed = (Expression.Listed) expression;
        return listed(listed.from(), listed.to());
    }

    private Optional<SearchPredicate> joined(List<Expression> parts, BinaryOperator<SearchPredicate> join) {
        return parts.stream().map(this::of).flatMap(Optional::stream).reduce(join);
    }

    private Optional<SearchPredicate> text(Text text) {
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
        SearchPredicate found = predicates.extension(LuceneExtension.get()).fromLuceneQuery(anyField.build()).toPredicate();
        Optional<String> id = text.field() == Field.ANYWHERE ? PaperId.in(text.text()) : Optional.empty();
        return Optional.of(id.map(known -> predicates.or(found, predicates.id().matching(known).toPredicate()).toPredicate())
                .orElse(found));
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

    private SearchPredicate tagged(String slug) {
        return predicates.match().field("tags").matching(slug).constantScore().toPredicate();
    }

    private Optional<SearchPredicate> atLeast(String rating, BigDecimal least) {
        return Optional.ofNullable(least)
                .map(value -> predicates.range().field(rating).atLeast(PaperDocument.hundredths(value)).toPredicate());
    }

    private SearchPredicate rated(Rated rated) {
        String field = switch (rated.criterion()) {
            case PRACTICALITY -> "practicality";
            case NOVELTY -> "novelty";
            case RECOMMENDATION -> "recommendation";
        };
        BigDecimal value = rated.value().movePointRight(2);
        int floor = value.setScale(0, RoundingMode.FLOOR).intValue();
        int ceiling = value.setScale(0, RoundingMode.CEILING).intValue();
        return switch (rated.comparison()) {
            case AT_LEAST -> predicates.range().field(field).atLeast(ceiling).toPredicate();
            case MORE -> predicates.range().field(field).greaterThan(floor).toPredicate();
            case AT_MOST -> predicates.range().field(field).atMost(floor).toPredicate();
            case LESS -> predicates.range().field(field).lessThan(ceiling).toPredicate();
            case EQUAL -> floor == ceiling ? predicates.match().field(field).matching(floor).toPredicate()
                    : predicates.matchNone().toPredicate();
        };
    }

    private Optional<SearchPredicate> listed(LocalDate from, LocalDate to) {
        if (from == null && to == null) {
            return Optional.empty();
        }
        var days = predicates.range().field("days");
        return Optional.of((from == null ? days.atMost(to) : to == null ? days.atLeast(from) : days.between(from, to))
                .toPredicate());
    }
}
