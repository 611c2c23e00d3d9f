package sulan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

import sulan.search.Filters.Passed;
import sulan.search.Snapshot.Part;

/**
 * What is asked of the index for one answer to a reader; all of it together has one limit of time. Lucene looks up words and
 * tags, part by part of the index. What it finds is a set of papers, as are those that each of the other {@link Filters} lets
 * pass; so what is found, and what the facets count, comes of operations on whole sets.
 */
final class IndexSearch implements AutoCloseable {

    /** More words and other conditions than a pasted title has. */
    static final int MAX_CONDITIONS = 30;
    /** After so many papers it is looked at the clock. */
    private static final int STRETCH = 1 << 14;

    private final Snapshot papers;
    private final UnaryOperator<String> slugs;
    private final long deadline;

    /**
     * @param slugs finds the slug of a tag however it is spelt
     * @param limit how long all of it may take
     */
    IndexSearch(SearchSession session, UnaryOperator<String> slugs, Duration limit) {
        this.papers = Snapshot.open(session);
        this.slugs = slugs;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /**
     * @param total the papers found
     * @param found those that were asked for, in order
     * @param counts the facets; {@code null} if they were not asked for
     */
    record Answer(long total, List<Found> found, FacetCounts counts) {

        List<String> ids() {
            return found.stream().map(Found::id).toList();
        }
    }

    /**
     * A paper that was found, with its place among the papers of the query's day, or else of its newest.
     *
     * @param rank by recommendation, counted from 1; {@code null} if it has none
     * @param dayCount how many papers that day lists
     */
    record Found(String id, LocalDate day, Integer rank, int dayCount) {
    }

    /**
     * @param offset how many of the papers found are left out, whatever page the query asks for
     * @param limit how many come at most
     * @param counted whether the facets are asked for
     * @throws SlowQueryException if there is no time left
     */
    Answer ask(PaperQuery query, int offset, int limit, boolean counted) {
        checkTime(query);
        FacetCounts counts = counted ? papers.counts(query) : null;
        FacetCounts.Tally tally = counted && counts == null ? new FacetCounts.Tally(papers) : null;
        BestPapers best = new BestPapers(query, !words(query).equals(Expression.EVERYTHING), offset + limit);
        long total = goThrough(query, best, tally);
        if (tally != null) {
            counts = tally.counts(query.tags().size());
            papers.keep(query, counts);
        }
        Ranking ranking = new Ranking(papers, query.oneDay());
        return new Answer(total, best.from(offset).stream().map(ranking::of).toList(), counts);
    }

    /**
     * Goes through the parts with the newest papers first, so that whoever looks for the first ones meets them early.
     *
     * @param tally {@code null} if nothing is counted
     * @return how many papers were found
     */
    private long goThrough(PaperQuery query, BestPapers best, FacetCounts.Tally tally) {
        LookUp lookUp = new LookUp(query, best.isByScore());
        Filters filters = new Filters(query);
        long total = 0;
        for (Part part : papers.newestFirst()) {
            best.begin(part);
            Passed passed;
            if (lookUp.isScored) {
                FixedBitSet passing = filters.of(part.papers(), part.segment()).found();
                passed = filters.of(lookUp.in(part, passing, best), part.segment());
            } else {
                passed = filters.of(lookUp.in(part), part.segment());
                best.offer(passed.found());
            }
            if (tally != null) {
                tally.count(part.segment(), passed);
            }
            total += passed.found().cardinality();
        }
        return total;
    }

    /**
     * How many papers each of these queries finds. Those that differ in neither words nor tags are looked up together.
     *
     * @throws SlowQueryException if there is no time left
     */
    Map<PaperQuery, Long> counts(Collection<PaperQuery> queries) {
        Map<PaperQuery, Long> counts = new HashMap<>();
        Map<Object, List<PaperQuery>> lookUps = queries.stream()
                .collect(Collectors.groupingBy(query -> List.of(query.q(), query.tags(), query.not())));
        for (List<PaperQuery> same : lookUps.values()) {
            LookUp lookUp = new LookUp(same.get(0), false);
            for (Part part : papers.parts()) {
                FixedBitSet matched = lookUp.in(part);
                same.forEach(query -> counts.merge(query,
                        (long) new Filters(query).of(matched, part.segment()).found().cardinality(), Long::sum));
            }
        }
        return counts;
    }

    private void checkTime(PaperQuery query) {
        if (System.nanoTime() - deadline >= 0) {
            throw new SlowQueryException(query, null);
        }
    }

    /** The papers that have the words and tags of a query, whatever its other filters. */
    private final class LookUp {

        private final PaperQuery query;
        /** {@code null} if nothing is to be looked up, because all papers match. */
        private final Weight weight;
        /** Whether those match that Lucene does not find. */
        private final boolean isInverted;
        private final boolean isScored;

        LookUp(PaperQuery query, boolean byScore) {
            this.query = query;
            Optional<Query> wanted = new Predicates(slugs).of(query, words(query));
            isInverted = wanted.isEmpty() && !query.not().isEmpty();
            isScored = byScore && wanted.isPresent();
            weight = isInverted ? weight(Predicates.anyOf(query.not())) : wanted.map(this::weight).orElse(null);
        }

        private Weight weight(Query looked) {
            try {
                IndexSearcher searcher = new IndexSearcher(papers.reader());
                return searcher.createWeight(searcher.rewrite(looked),
                        isScored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES, 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        FixedBitSet in(Part part) {
            return in(part, null, null);
        }

        /**
         * @param passing if scores are asked for: the papers that are offered with theirs
         * @param best to whom
         * @return all that match
         */
        FixedBitSet in(Part part, FixedBitSet passing, BestPapers best) {
            checkTime(query);
            if (weight == null) {
                return part.papers();
            }
            FixedBitSet found = new FixedBitSet(part.segment().size());
            try {
                collect(part, new Matches(found, passing, best));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (isInverted) {
                FixedBitSet others = part.papers();
                others.andNot(found);
                return others;
            }
            return found;
        }

        private void collect(Part part, LeafCollector collector) throws IOException {
            BulkScorer scorer = weight.bulkScorer(part.leaf());
            int at = scorer == null ? DocIdSetIterator.NO_MORE_DOCS : 0;
            while (at < part.segment().size()) {
                checkTime(query);
                int end = Math.min(part.segment().size(), at + STRETCH);
                int next = scorer.score(collector, part.live(), at, end);
                at = next == DocIdSetIterator.NO_MORE_DOCS ? next : Math.max(end, next);
            }
        }
    }

    private static final class Matches implements LeafCollector {

        private final FixedBitSet found;
        /** {@code null} if no scores are asked for. */
        private final FixedBitSet passing;
        private final BestPapers best;
        private Scorable score;

        Matches(FixedBitSet found, FixedBitSet passing, BestPapers best) {
            this.found = found;
            this.passing = passing;
            this.best = best;
        }

        @Override
        public void setScorer(Scorable scorer) {
            score = scorer;
        }

        @Override
        public void collect(int paper) throws IOException {
            found.set(paper);
            if (passing != null && passing.get(paper)) {
                best.offer(paper, score.score());
            }
        }
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

    @Override
    public void close() {
        papers.close();
    }
}
