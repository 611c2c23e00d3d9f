package sulan.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

import org.apache.lucene.util.FixedBitSet;

import sulan.search.PaperQuery.Sort;
import sulan.search.Snapshot.Part;

/** Keeps the first papers in the order of a query, while papers come in any order. */
final class BestPapers {

    private final Sort sort;
    private final boolean byScore;
    /** The number of the day whose list it is; 0 if it is none's. */
    private final int day;
    private final int most;
    /** The last of those that are kept first. */
    private final PriorityQueue<Entry> kept = new PriorityQueue<>(Collections.reverseOrder());
    private Entry last;
    private Part part;

    /**
     * A paper with what decides its place: what comes first is less.
     *
     * @param first what the query asks to be ordered by, the higher first
     * @param second likewise
     */
    record Entry(Part part, int paper, float score, int first, int second) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            if (paper == other.paper && part == other.part) {
                return 0;
            }
            int order = compare(score, first, second, part.segment().tie(paper), other);
            if (order == 0) {
                order = Integer.compare(part.segment().position(paper), other.part.segment().position(other.paper));
            }
            return order != 0 ? order : part.id(paper).compareTo(other.part.id(other.paper));
        }

        private static int compare(float score, int first, int second, long tie, Entry other) {
            if (score != other.score) {
                return score > other.score ? -1 : 1;
            }
            if (first != other.first) {
                return first > other.first ? -1 : 1;
            }
            if (second != other.second) {
                return second > other.second ? -1 : 1;
            }
            return Long.compare(other.part.segment().tie(other.paper), tie);
        }
    }

    /**
     * @param hasWords whether there is anything to be relevant for
     * @param most how many are kept
     */
    BestPapers(PaperQuery query, boolean hasWords, int most) {
        this.sort = query.sort();
        this.byScore = sort == Sort.RELEVANCE && hasWords && most > 0;
        this.day = query.oneDay().map(Place::number).orElse(0);
        this.most = most;
    }

    /** Whether papers have to come with their scores. */
    boolean isByScore() {
        return byScore;
    }

    /** All papers that come now are of this part. */
    void begin(Part next) {
        part = next;
    }

    /** From the last to the first: the newest are mostly the last, so that few are taken that are thrown away again. */
    void offer(FixedBitSet papers) {
        int paper = most == 0 ? -1 : papers.prevSetBit(papers.length() - 1);
        while (paper >= 0) {
            offer(paper, 0);
            paper = paper == 0 ? -1 : papers.prevSetBit(paper - 1);
        }
    }

    /** @param score how well the words fit, which counts before all else */
    void offer(int paper, float score) {
        Segment segment = part.segment();
        int first = first(segment, paper);
        int second = isCompared() ? choice(segment.place(paper, day)) : 0;
        if (kept.size() == most) {
            if (Entry.compare(score, first, second, segment.tie(paper), last) > 0) {
                return;
            }
            Entry entry = new Entry(part, paper, score, first, second);
            if (entry.compareTo(last) < 0) {
                kept.remove();
                kept.add(entry);
                last = kept.element();
            }
        } else {
            kept.add(new Entry(part, paper, score, first, second));
            last = kept.element();
        }
    }

    private int first(Segment segment, int paper) {
        return switch (sort) {
            case NEWEST, RELEVANCE -> segment.day(paper);
            case PRACTICALITY -> segment.practicality(paper);
            case NOVELTY -> segment.novelty(paper);
            case UPVOTES -> segment.upvotes(paper);
            case RECOMMENDATION -> segment.recommendation(paper);
            case POSITION -> day == 0 ? segment.recommendation(paper) : -Place.position(segment.place(paper, day));
        };
    }

    /** Whether the comparison of the day's papers has a say. */
    private boolean isCompared() {
        return sort == Sort.RECOMMENDATION && day != 0;
    }

    /** Better choices are higher, and all are higher than none. */
    static int choice(long place) {
        return Place.choice(place) == 0 ? Integer.MIN_VALUE : -Place.choice(place);
    }

    /** In order, without the first ones. */
    List<Entry> from(int offset) {
        List<Entry> all = new ArrayList<>(kept);
        Collections.sort(all);
        return all.subList(Math.min(offset, all.size()), all.size());
    }
}
