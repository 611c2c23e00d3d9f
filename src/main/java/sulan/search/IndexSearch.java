package sulan.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchTimeoutException;

import sulan.search.FacetCounts.Counted;

/** What is asked of the index for one answer to a reader; all of it together has one limit of time. */
final class IndexSearch {

    /** More words and other conditions than a pasted title has. */
    static final int MAX_CONDITIONS = 30;
    /** More than there are values in any field that is counted but tags, of which the frequent ones count. */
    private static final int MAX_VALUES = 1000;

    private final SearchSession session;
    private final UnaryOperator<String> slugs;
    private final long deadline;

    /**
     * @param slugs finds the slug of a tag however it is spelt
     * @param limit how long all of it may take
     */
    IndexSearch(SearchSession session, UnaryOperator<String> slugs, Duration limit) {
        this.session = session;
        this.slugs = slugs;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /**
     * @param total the papers found
     * @param ids those that were asked for, in order
     * @param counts the number of papers by value of each field that was asked for
     */
    record Answer(long total, List<String> ids, Map<Counted, Map<?, Long>> counts) {
    }

    /**
     * @param offset how many of the papers found are left out, whatever page the query asks for
     * @param limit how many come at most
     * @throws SlowQueryException if there is no time left
     */
    Answer ask(PaperQuery query, int offset, int limit, Collection<Counted> counted) {
        SearchScope<PaperDocument> papers = session.scope(PaperDocument.class);
        Expression words = words(query);
        SearchQueryOptionsStep<?, ?, String, ?, ?, ?> search = session.search(papers)
                .select(field -> field.id(String.class))
                .where(new Predicates(papers.predicate(), slugs).of(query, words))
                .sort(sort(query, words, papers.sort()));
        counted.forEach(field -> search.aggregation(key(field), papers.aggregation().terms().field(field.field, field.type)
                .orderByCountDescending().maxTermCount(MAX_VALUES).toAggregation()));
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SlowQueryException(query, null);
        }
        try {
            SearchResult<String> result = search.failAfter(left, TimeUnit.MILLISECONDS).fetch(offset, limit);
            Map<Counted, Map<?, Long>> counts = new HashMap<>();
            counted.forEach(field -> counts.put(field, result.aggregation(key(field))));
            return new Answer(result.total().hitCount(), result.hits(), counts);
        } catch (SearchTimeoutException e) {
            throw new SlowQueryException(query, e);
        }
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static <T> AggregationKey<Map<T, Long>> key(Counted counted) {
        return (AggregationKey) AggregationKey.of(counted.field);
    }

    /** What the words ask for. */
    static Expression words(PaperQuery query) {
        Expression words = query.words().expression();
        if (conditions(words) > MAX_CONDITIONS) {
            throw new InvalidQueryException("q", InvalidQueryException.Reason.TOO_MANY_CONDITIONS,
                    MAX_CONDITIONS);
        }
        return words;
    }

    private static int conditions(Expression expression) {
        if (expression instanceof Expression.All all) {
            return all.parts().stream().mapToInt(IndexSearch::conditions).sum();
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().mapToInt(IndexSearch::conditions).sum();
        }
        return expression instanceof Expression.Not not ? conditions(not.part()) : 1;
    }

    /** The order without that of a day's positions, which only the archive knows. */
    private static SearchSort sort(PaperQuery query, Expression words, SearchSortFactory sorts) {
        List<SearchSort> order = new ArrayList<>();
        switch (query.sort()) {
            case NEWEST -> order.add(highest("newestDay", sorts));
            case RELEVANCE -> {
                if (!words.equals(Expression.EVERYTHING)) {
                    order.add(sorts.score().desc().toSort());
                }
                order.add(highest("newestDay", sorts));
            }
            case PRACTICALITY -> order.add(highest("practicality", sorts));
            case NOVELTY -> order.add(highest("novelty", sorts));
            case UPVOTES -> order.add(highest("upvotes", sorts));
            case RECOMMENDATION, POSITION -> {
                // all orders go on with it
            }
        }
        List.of("recommendation", "sum", "upvotes", "newestDay").forEach(field -> order.add(highest(field, sorts)));
        order.add(sorts.field("position").asc().toSort());
        order.add(sorts.field("arxivId").asc().toSort());
        return sorts.composite(all -> order.forEach(all::add)).toSort();
    }

    private static SearchSort highest(String field, SearchSortFactory sorts) {
        return sorts.field(field).desc().missing().last().toSort();
    }
}
