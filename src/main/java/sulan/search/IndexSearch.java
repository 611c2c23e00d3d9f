package sulan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
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
        Expression words = words(query);
        BestPapers best = new BestPapers(query, !words.equals(Expression.EVERYTHING), offset + limit);
        long total = goThrough(query, words, best, tally);
        if (tally != null) {
            counts = tally.counts(query.tags().size());
            papers.keep(query, counts);
        }
        Ranking ranking = new Ranking(papers, query.oneDay());
        return new Answer(total, best.from(offset).stream().map(ranking::of).toList(), counts);
    }

    /**
     * @param tally {@code null} if nothing is counted
     * @return how many papers were found
     */
    private long goThrough(PaperQuery query, Expression words, BestPapers best, FacetCounts.Tally tally) {
        Filters filters = new Filters(query);
        Map<Part, Passed> passed = papers.parts().stream()
                .collect(Collectors.toMap(Function.identity(), part -> filters.of(part.papers(), part.segment())));
        LookUp lookUp = new LookUp(query, words, best.isByScore(),
                part -> tally == null ? passed.get(part).found() : passed.get(part).any());
        long total = 0;
        for (Part part : papers.newestFirst()) {
            best.begin(part);
            Passed these = passed.get(part);
            if (lookUp.isScored) {
                these.retain(lookUp.in(part, these.found(), best));
            } else {
                these.retain(lookUp.in(part));
                best.offer(these.found());
            }
            if (tally != null) {
                tally.count(part.segment(), these);
            }
            total += these.found().cardinality();
        }
        return total;
    }

    /**
     * How many papers each of these queries finds. Those that differ in neither words nor tags are looked up together.
     *
     * @return the queries with their papers; without those that there was no time for
     */
    Map<PaperQuery, Long> counts(Collection<PaperQuery> queries) {
        Map<PaperQuery, Long> counts = new HashMap<>();
        Collection<List<PaperQuery>> lookUps = queries.stream().distinct()
                .collect(Collectors.groupingBy(query -> List.of(query.q(), query.tags(), query.not()))).values();
        try {
            lookUps.forEach(same -> counts.putAll(countsTogether(same)));
        } catch (SlowQueryException e) {
            // what is counted is of use without the rest
        }
        return counts;
    }

    private Map<PaperQuery, Long> countsTogether(List<PaperQuery> queries) {
        checkTime(queries.get(0));
        Map<Part, List<FixedBitSet>> passed = papers.parts().stream().collect(Collectors.toMap(Function.identity(),
                part -> queries.stream().map(query -> new Filters(query).of(part.papers(), part.segment()).found()).toList()));
        LookUp lookUp = new LookUp(queries.get(0), words(queries.get(0)), false, part -> union(passed.get(part)));
        Map<PaperQuery, Long> counts = new HashMap<>();
        queries.forEach(query -> counts.put(query, 0L));
        for (Part part : papers.parts()) {
            FixedBitSet matched = lookUp.in(part);
            for (int i = 0; i < queries.size(); i++) {
                counts.merge(queries.get(i), FixedBitSet.intersectionCount(passed.get(part).get(i), matched), Long::sum);
            }
        }
        return counts;
    }

    private static FixedBitSet union(List<FixedBitSet> sets) {
        FixedBitSet union = sets.get(0).clone();
        sets.forEach(union::or);
        return union;
    }

    private void checkTime(PaperQuery query) {
        if (System.nanoTime() - deadline >= 0) {
            throw new SlowQueryException(query, null);
        }
    }

    /** The papers that have the words and tags of a query, among those that its other filters let pass. */
    private final class LookUp {

        private final PaperQuery query;
        private final FixedBitSet[] among;
        /** {@code null} if nothing is to be looked up, because all match. */
        private final Weight weight;
        /** Whether those match that Lucene does not find. */
        private final boolean isInverted;
        private final boolean isScored;

        /** @param passed the papers of a part that are asked for; {@link #in} may give back the very set */
        LookUp(PaperQuery query, Expression words, boolean byScore, Function<Part, FixedBitSet> passed) {
            this.query = query;
            among = papers.parts().stream().map(passed).toArray(FixedBitSet[]::new);
            Optional<Query> wanted = new Predicates(slugs).of(query, words);
            isInverted = wanted.isEmpty() && !query.not().isEmpty();
            isScored = byScore && wanted.isPresent();
            weight = isInverted ? weight(Predicates.anyOf(query.not())) : wanted.map(this::weight).orElse(null);
        }

        private Weight weight(Query looked) {
            try {
                IndexSearcher searcher = new IndexSearcher(papers.reader());
                Query asked = looked;
                if (isWorthwhile()) {
                    asked = narrowed(looked);
                    // such a question is never asked again
                    searcher.setQueryCache(null);
                }
                return searcher.createWeight(searcher.rewrite(asked),
                        isScored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES, 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Whether Lucene is spared more than the filter costs it. */
        private boolean isWorthwhile() {
            return Arrays.stream(among).mapToInt(FixedBitSet::cardinality).sum() < papers.reader().maxDoc() / 2;
        }

        private Query narrowed(Query looked) {
            return new BooleanQuery.Builder().add(looked, Occur.MUST).add(new Among(among), Occur.FILTER).build();
        }

        FixedBitSet in(Part part) {
            return in(part, null, null);
        }

        /**
         * @param scored if scores are asked for: the papers that are offered with theirs
         * @param best to whom
         * @return those that match; possibly with some that were not asked for
         */
        FixedBitSet in(Part part, FixedBitSet scored, BestPapers best) {
            checkTime(query);
            FixedBitSet asked = among[part.leaf().ord];
            if (weight == null || asked.scanIsEmpty()) {
                return asked;
            }
            FixedBitSet found = new FixedBitSet(part.segment().size());
            try {
                collect(part, new Matches(found, scored, best));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (isInverted) {
                FixedBitSet others = asked.clone();
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
        private final FixedBitSet scored;
        private final BestPapers best;
        private Scorable score;

        Matches(FixedBitSet found, FixedBitSet scored, BestPapers best) {
            this.found = found;
            this.scored = scored;
            this.best = best;
        }

        @Override
        public void setScorer(Scorable scorer) {
            score = scorer;
        }

        @Override
        public void collect(int paper) throws IOException {
            found.set(paper);
            if (scored != null && scored.get(paper)) {
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
