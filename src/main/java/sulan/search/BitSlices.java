package sulan.search;

import org.apache.lucene.util.FixedBitSet;

/**
 * A small number of each paper of a segment, kept by its binary digits: one set of papers for each digit, of those whose number
 * has it. All papers whose number is high enough are then found by a few operations for every 64 of them, however many numbers
 * there are. (A bit-sliced index: O'Neil and Quass, "Improved query performance with variant indexes", 1997.)
 */
final class BitSlices {

    private final int papers;
    /** The lowest digit first. */
    private final long[][] slices;

    /** @param numbers of each paper, none below 0 */
    BitSlices(short[] numbers) {
        papers = numbers.length;
        int highest = 0;
        for (short number : numbers) {
            highest = Math.max(highest, number);
        }
        slices = new long[Integer.SIZE - Integer.numberOfLeadingZeros(highest)][FixedBitSet.bits2words(papers)];
        for (int paper = 0; paper < papers; paper++) {
            for (int digit = 0; digit < slices.length; digit++) {
                slices[digit][paper >> 6] |= (numbers[paper] >> digit & 1L) << paper;
            }
        }
    }

    /** Takes the papers out of a set whose number is lower. */
    void keepAtLeast(int least, FixedBitSet set) {
        if (least >> slices.length > 0) {
            set.clear();
            return;
        }
        long[] words = set.getBits();
        for (int i = 0; i < FixedBitSet.bits2words(papers); i++) {
            // of the 64 papers of this word those whose digits so far are the same as, or higher than, the bound's
            long same = words[i];
            long higher = 0;
            for (int digit = slices.length - 1; digit >= 0 && same != 0; digit--) {
                long slice = slices[digit][i];
                if ((least >> digit & 1) == 0) {
                    higher |= same & slice;
                    same &= ~slice;
                } else {
                    same &= slice;
                }
            }
            words[i] = same | higher;
        }
    }
}
