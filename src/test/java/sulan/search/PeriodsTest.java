package sulan.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

/** Periods of ten days; the papers about in their order, some of them listed again much later. */
class PeriodsTest {

    private static final int PAPERS = 1000;
    private static final int FIRST = 7;

    private final Random random = new Random(1);
    private final long[] byDay = IntStream.range(0, PAPERS).boxed()
            .flatMap(paper -> random.ints(1 + random.nextInt(8) / 7, 0, 40)
                    .mapToObj(later -> (long) (FIRST * 10 + paper / 5 + later / 8 * later) << 32 | paper))
            .mapToLong(Long::longValue).sorted().toArray();
    private final Periods periods = new Periods(byDay, day -> day / 10);

    @Test
    void each_paper_counts_once_in_each_of_its_periods() {
        FixedBitSet among = new FixedBitSet(PAPERS);
        random.ints(400, 0, PAPERS).forEach(among::set);
        int[] counts = new int[periods.last() + 1];
        periods.count(among, counts, 0);
        assertArrayEquals(IntStream.rangeClosed(0, periods.last())
                .map(period -> (int) papers(period, period).filter(among::get).count()).toArray(), counts);
        assertTrue(Arrays.stream(counts).sum() > among.cardinality());
    }

    @Test
    void papers_of_a_range_of_periods_whether_it_is_wider_or_empty() {
        for (int from = 0; from <= periods.last() + 2; from++) {
            for (int to = from - 2; to <= periods.last() + 3; to++) {
                FixedBitSet set = new FixedBitSet(PAPERS);
                set.set(3);
                periods.addTo(set, from, to);
                assertEquals(IntStream.concat(IntStream.of(3), papers(from, to)).sorted().distinct().boxed().toList(),
                        IntStream.range(0, PAPERS).filter(set::get).boxed().toList(), from + " to " + to);
            }
        }
    }

    @Test
    void no_papers_have_no_periods() {
        Periods none = new Periods(new long[0], day -> day / 10);
        assertTrue(none.last() < none.first());
        FixedBitSet set = new FixedBitSet(PAPERS);
        none.addTo(set, 0, 100);
        none.count(set, new int[0], 0);
        assertEquals(0, set.cardinality());
    }

    private IntStream papers(int from, int to) {
        return Arrays.stream(byDay).filter(place -> (place >>> 32) / 10 >= from && (place >>> 32) / 10 <= to)
                .mapToInt(place -> (int) place).distinct();
    }
}
