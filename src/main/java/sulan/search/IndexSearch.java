package sulan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

import sulan.search.Snapshot.Part;

/**
 * What is asked of the index for one answer to a reader; all of it together has one limit of time. Lucene looks up words and
 * tags; whatever it finds, or all papers, or those of a range of days, are gone through once: for the filters, the order and
 * the
 * facets alike.
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
        FacetCounts known = counted ? papers.counts(query) : null;
        Expression words = words(query);
        Optional<Query> looked = new Predicates(slugs).of(query, words);
        boolean byDay = looked.isEmpty() && (query.from() != null || query.to() != null) && isWorthwhile(query);
        FacetCounts.Tally tally = counted && known == null ? new FacetCounts.Tally(papers) : null;
        BestPapers best = new BestPapers(query, !words.equals(Expression.EVERYTHING), offset + limit);
        Pass pass = new Pass(query, best, tally);
        try {
            if (looked.isPresent()) {
                look(looked.get(), pass);
            } else {
                goThrough(pass, byDay);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FacetCounts counts = known;
        if (tally != null) {
            counts = tally.counts(query.tags().size());
            if (byDay) {
                counts = counts.withDates(ask(query.withDates(null, null), 0, 0, true).counts());
            }
            papers.keep(query, counts);
        }
        Ranking ranking = new Ranking(papers, query.oneDay());
        return new Answer(pass.total, best.from(offset).stream().map(ranking::of).toList(), counts);
    }

    /**
     * Whether it is better to go through the papers of the query's days alone: the facet of the days then has to be counted by
     * itself, if it is not known.
     */
    private boolean isWorthwhile(PaperQuery query) {
        long all = papers.parts().stream().mapToLong(part -> part.segment().size()).sum();
        long listed = papers.parts().stream().mapToLong(part -> part.segment().countPlaces(first(query), last(query))).sum();
        return listed < all / 2 || papers.counts(query.withDates(null, null)) != null;
    }

    private static int first(PaperQuery query) {
        return query.from() == null ? 0 : Place.number(query.from());
    }

    private static int last(PaperQuery query) {
        return query.to() == null ? Place.LAST_DAY : Place.number(query.to());
    }

    private void checkTime(PaperQuery query) {
        if (System.nanoTime() - deadline >= 0) {
            throw new SlowQueryException(query, null);
        }
    }

    private void look(Query looked, Pass pass) throws IOException {
        IndexSearcher searcher = new IndexSearcher(papers.reader());
        Weight weight = searcher.createWeight(searcher.rewrite(looked),
                pass.best.isByScore() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES, 1);
        for (Part part : papers.newestFirst()) {
            BulkScorer found = weight.bulkScorer(part.leaf());
            if (found != null) {
                pass.begin(part);
                Backwards backwards = new Backwards();
                LeafCollector collector = pass.best.isByScore() ? pass : backwards;
                int at = 0;
                while (at < part.segment().size()) {
                    checkTime(pass.query);
                    int end = Math.min(part.segment().size(), at + STRETCH);
                    int next = found.score(collector, part.live(), at, end);
                    at = next == DocIdSetIterator.NO_MORE_DOCS ? next : Math.max(end, next);
                }
                backwards.into(pass);
            }
        }
    }

    /** Keeps what Lucene finds from the first to the last, to go through it from the last, the newest, to the first. */
    private static final class Backwards implements LeafCollector {

        private int[] found = new int[64];
        private int count;

        @Override
        public void setScorer(Scorable scorer) {
            // the score makes no difference
        }

        @Override
        public void collect(int paper) {
            found = ArrayUtil.grow(found, count + 1);
            found[count++] = paper;
        }

        void into(Pass pass) {
            while (count > 0) {
                pass.collect(found[--count]);
            }
        }
    }

    private void goThrough(Pass pass, boolean byDay) {
        for (Part part : papers.newestFirst()) {
            checkTime(pass.query);
            pass.begin(part);
            if (byDay) {
                part.segment().eachListed(first(pass.query), last(pass.query), paper -> {
                    if (part.isLive(paper)) {
                        pass.collect(paper);
                    }
                });
            } else {
                for (int paper = part.segment().size() - 1; paper >= 0; paper--) {
                    if (part.isLive(paper)) {
                        pass.collect(paper);
                    }
                }
            }
        }
    }

    /** Takes papers that have all words and tags, and looks at the other filters. */
    private static final class Pass implements LeafCollector {

        private final PaperQuery query;
        private final BestPapers best;
        /** {@code null} if nothing is counted. */
        private final FacetCounts.Tally tally;
        private final int practicality;
        private final int novelty;
        private final int recommendation;
        private final int from;
        private final int to;
        private final boolean isDated;
        private final boolean isPlain;
        private Segment segment;
        private Scorable score;
        private int total;

        Pass(PaperQuery query, BestPapers best, FacetCounts.Tally tally) {
            this.query = query;
            this.best = best;
            this.tally = tally;
            practicality = least(query.practicality());
            novelty = least(query.novelty());
            recommendation = least(query.recommendation());
            from = first(query);
            to = last(query);
            isDated = query.from() != null || query.to() != null;
            isPlain = practicality + novelty == 0 && !query.rated() && !query.code();
        }

        /** As {@link Segment} has ratings. */
        private static int least(BigDecimal rating) {
            return rating == null ? 0 : PaperDocument.hundredths(rating) + 1;
        }

        void begin(Part part) {
            segment = part.segment();
            best.begin(part);
            if (tally != null) {
                tally.begin(segment);
            }
        }

        @Override
        public void setScorer(Scorable scorer) {
            score = scorer;
        }

        @Override
        public void collect(int paper) {
            if (!isPlain && (segment.practicality(paper) < practicality || segment.novelty(paper) < novelty
                    || query.rated() && !segment.isRated(paper) || query.code() && !segment.hasCode(paper))) {
                return;
            }
            boolean listed = !isDated || segment.isListed(paper, from, to);
            boolean recommended = segment.recommendation(paper) >= recommendation;
            if (listed && recommended) {
                total++;
                best.offer(paper, score);
                if (tally != null) {
                    tally.found(paper);
                }
            } else if (tally != null && recommended) {
                tally.listed(paper);
            } else if (tally != null && listed) {
                tally.recommended(paper);
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
