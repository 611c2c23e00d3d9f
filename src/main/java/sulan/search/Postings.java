package sulan.search;

import java.util.Arrays;

import org.apache.lucene.util.FixedBitSet;

/**
 * Of each tag in a segment the papers that carry it. (Lucene has such lists, too, but by slugs and packed for the disk; here
 * are the numbers that facets are counted by.)
 */
final class Postings {

    /** In order. */
    private final int[] tags;
    /** Of each of them, where its papers begin in the following one; after the last, where they end. */
    private final int[] starts;
    private final int[] papers;

    /**
     * @param highestTag of those given
     * @param tagStarts of each paper, where its tags begin in the next one; after the last, where they end
     */
    Postings(int highestTag, int[] tagStarts, int[] tagsOfPapers) {
        int[] ends = new int[highestTag + 1];
        int distinct = 0;
        for (int tag : tagsOfPapers) {
            distinct += ends[tag]++ == 0 ? 1 : 0;
        }
        tags = new int[distinct];
        starts = new int[distinct + 1];
        int at = 0;
        int sum = 0;
        for (int tag = 0; tag <= highestTag; tag++) {
            if (ends[tag] > 0) {
                tags[at] = tag;
                starts[at++] = sum;
                sum += ends[tag];
                ends[tag] = sum;
            }
        }
        starts[distinct] = sum;
        papers = new int[sum];
        for (int paper = tagStarts.length - 2; paper >= 0; paper--) {
            for (int i = tagStarts[paper]; i < tagStarts[paper + 1]; i++) {
                papers[--ends[tagsOfPapers[i]]] = paper;
            }
        }
    }

    /** Adds to each tag of the segment how many of its papers carry it. */
    void addTo(int[] counts) {
        for (int i = 0; i < tags.length; i++) {
            counts[tags[i]] += starts[i + 1] - starts[i];
        }
    }

    /** How many of these papers carry a tag. */
    int count(int tag, FixedBitSet among) {
        int at = Arrays.binarySearch(tags, tag);
        int count = 0;
        if (at >= 0) {
            for (int i = starts[at]; i < starts[at + 1]; i++) {
                count += among.get(papers[i]) ? 1 : 0;
            }
        }
        return count;
    }
}
