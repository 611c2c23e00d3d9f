package sulan.search;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/**
 * Of each period of a kind (of each month, or of each year) the papers of a segment that are listed in it, each once. They are
 * kept as runs of numbers that follow each other, which are long, because papers go into the index about as time does: so a
 * whole month costs little more than one paper.
 */
final class Periods {

    /** The number of the first period. */
    private final int first;
    /** Of each period from the first on, where its runs begin in the following one; after the last, where they end. */
    private final int[] starts;
    /** Of each run its first paper and the one behind its last. */
    private int[] runs = new int[16];
    /** Where the next run goes, while they are made. */
    private int end;

    /**
     * @param byDay the number of a day in the upper half, and a paper listed on it in the lower one; in order
     * @param periodOf the number of the period that a day lies in; later days have no lower one
     */
    Periods(long[] byDay, IntUnaryOperator periodOf) {
        first = byDay.length == 0 ? 0 : periodOf.applyAsInt(day(byDay[0]));
        int last = byDay.length == 0 ? -1 : periodOf.applyAsInt(day(byDay[byDay.length - 1]));
        starts = new int[last - first + 2];
        int at = 0;
        for (int period = first; period <= last; period++) {
            int begin = at;
            while (at < byDay.length && periodOf.applyAsInt(day(byDay[at])) == period) {
                at++;
            }
            starts[period - first] = end;
            add(Arrays.stream(byDay, begin, at).mapToInt(place -> (int) place).sorted().distinct().toArray());
        }
        starts[last - first + 1] = end;
        runs = Arrays.copyOf(runs, end);
    }

    private static int day(long place) {
        return (int) (place >>> 32);
    }

    private void add(int[] papers) {
        for (int i = 0; i < papers.length; i++) {
            if (i > 0 && papers[i] == papers[i - 1] + 1) {
                runs[end - 1]++;
            } else {
                runs = ArrayUtil.grow(runs, end + 2);
                runs[end++] = papers[i];
                runs[end++] = papers[i] + 1;
            }
        }
    }

    /** The number of the first period in which a paper is listed. */
    int first() {
        return first;
    }

    /** That of the last one; lower than the first if none is. */
    int last() {
        return first + starts.length - 2;
    }

    /** Adds to each period how many of these papers are listed in it. */
    void count(FixedBitSet among, int[] counts, int numberOfFirst) {
        long[] words = among.getBits();
        for (int period = 0; period < starts.length - 1; period++) {
            int count = 0;
            for (int run = starts[period]; run < starts[period + 1]; run += 2) {
                count += cardinality(words, runs[run], runs[run + 1]);
            }
            counts[first + period - numberOfFirst] += count;
        }
    }

    /** How many bits are set from one to that before another; there is at least one between them. */
    private static int cardinality(long[] words, int from, int to) {
        int word = from >> 6;
        int lastWord = to - 1 >> 6;
        long begin = -1L << from;
        long rest = -1L >>> -to;
        if (word == lastWord) {
            return Long.bitCount(words[word] & begin & rest);
        }
        int count = Long.bitCount(words[word] & begin) + Long.bitCount(words[lastWord] & rest);
        while (++word < lastWord) {
            count += Long.bitCount(words[word]);
        }
        return count;
    }

    /** Adds all papers of a range of periods to a set. */
    void addTo(FixedBitSet set, int from, int to) {
        int begin = Math.max(0, from - first);
        int last = Math.min(starts.length - 2, to - first);
        if (begin <= last) {
            for (int run = starts[begin]; run < starts[last + 1]; run += 2) {
                set.set(runs[run], runs[run + 1]);
            }
        }
    }
}
