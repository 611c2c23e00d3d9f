package sulan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

import sulan.search.FacetCounts.Count;

/**
 * Finds the most frequent tags of the papers found, and how many of these carry each: exactly, but without looking at all tags
 * of all of them if there are many. A tag cannot be more frequent among them than among all papers, so whoever counts tags in
 * the order of their frequency among all papers is done as soon as the next one could not take a place any more. (The
 * threshold algorithm of Fagin, Lotem and Naor, "Optimal aggregation algorithms for middleware", 2003, ends in this way.)
 */
final class TagTally {

    /** Of fewer papers the tags are counted before the most frequent ones of all papers are looked up. */
    private static final int MANY = 1 << 12;

    private final Snapshot snapshot;
    private final List<Found> found = new ArrayList<>();
    private int total;

    /** The papers that were found in a segment, and how many they are. */
    private record Found(Segment segment, FixedBitSet papers, int count) {
    }

    TagTally(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** @param papers that are found in a segment; not to be changed afterwards */
    void found(Segment segment, FixedBitSet papers, int count) {
        if (count > 0) {
            found.add(new Found(segment, papers, count));
            total += count;
        }
    }

    /**
     * @param most how many at most
     * @return the most frequent first; of equally frequent ones that with the lower number. Only such as are carried at all
     */
    List<Count> frequentest(int most) {
        List<Count> best = total < MANY ? null : amongFrequent(most);
        return best != null ? best : amongAll(most);
    }

    /** {@code null} if that is more work than to count all. */
    private List<Count> amongFrequent(int most) {
        Best best = new Best(most);
        long left = 0;
        for (Found part : found) {
            left += part.segment.tagsOf(part.count);
        }
        for (Count tag : snapshot.frequentTags()) {
            if (best.isFull() && tag.papers() < best.least()) {
                return best.counts();
            }
            left -= tag.papers();
            if (left < 0) {
                return null;
            }
            int count = 0;
            for (Found part : found) {
                count += part.segment.postings().count(tag.tag(), part.papers);
            }
            best.offer(tag.tag(), count);
        }
        return snapshot.hasMoreTags() ? null : best.counts();
    }

    private List<Count> amongAll(int most) {
        int[] counts = new int[snapshot.highestTag() + 1];
        for (Found part : found) {
            for (int paper = next(part, 0); paper != DocIdSetIterator.NO_MORE_DOCS; paper = next(part, paper + 1)) {
                part.segment.countTags(paper, counts);
            }
        }
        return frequentest(counts, most);
    }

    private static int next(Found part, int from) {
        return from < part.papers.length() ? part.papers.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    /** @param counts by tag */
    static List<Count> frequentest(int[] counts, int most) {
        Best best = new Best(most);
        for (int tag = 0; tag < counts.length; tag++) {
            if (counts[tag] > best.least()) {
                best.offer(tag, counts[tag]);
            }
        }
        return best.counts();
    }

    /** The most frequent ones of those that were offered. */
    private static final class Best {

        private final int most;
        /** The least frequent first. */
        private final PriorityQueue<Count> kept = new PriorityQueue<>(Count.FREQUENTEST.reversed());

        Best(int most) {
            this.most = most;
        }

        void offer(int tag, int papers) {
            if (papers > 0 && papers >= least()) {
                kept.add(new Count(tag, papers));
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }

        boolean isFull() {
            return kept.size() == most;
        }

        /** Who has fewer takes no place; 0 as long as there are places left. */
        int least() {
            return isFull() ? kept.element().papers() : 0;
        }

        List<Count> counts() {
            return kept.stream().sorted(Count.FREQUENTEST).toList();
        }
    }
}
