package sulan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class BitSlicesTest {

    private final Random random = new Random(1);

    @Test
    void keeps_those_whose_number_is_at_least_the_bound() {
        for (int papers : List.of(1, 63, 64, 65, 1000)) {
            for (int highest : List.of(0, 1, 7, 8, 501)) {
                short[] numbers = new short[papers];
                FixedBitSet given = new FixedBitSet(papers);
                for (int paper = 0; paper < papers; paper++) {
                    numbers[paper] = (short) random.nextInt(highest + 1);
                    if (random.nextInt(4) > 0) {
                        given.set(paper);
                    }
                }
                BitSlices slices = new BitSlices(numbers);
                for (int least = 0; least <= 520; least++) {
                    FixedBitSet kept = given.clone();
                    slices.keepAtLeast(least, kept);
                    int bound = least;
                    assertEquals(IntStream.range(0, papers).filter(paper -> given.get(paper) && numbers[paper] >= bound).boxed()
                            .toList(), IntStream.range(0, papers).filter(kept::get).boxed().toList(),
                            papers + " papers with numbers to " + highest + ", at least " + least);
                }
            }
        }
    }
}
