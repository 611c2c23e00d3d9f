package sulan.web;

import java.util.stream.LongStream;

/**
 * How little it looks like chance that something is found in one share of one lot and in another share of another: the
 * log-likelihood ratio G² of the table of four counts, after Ted Dunning, Accurate Methods for the Statistics of Surprise and
 * Coincidence, Computational Linguistics 19 (1993). Unlike the usual test (chi-squared) it holds for small and for unequal
 * counts, too: one of three papers against none of sixty is no more than chance can do.
 *
 * <p>
 * If nothing but chance is at work, it is above {@link #ONE_PERCENT} in one case of a hundred, and above {@link #TENTH_PERCENT}
 * in one of a thousand: the quantiles of the chi-squared distribution with one degree of freedom.
 */
final class LogLikelihood {

    static final double ONE_PERCENT = 6.635;
    static final double TENTH_PERCENT = 10.828;

    private LogLikelihood() {
    }

    /** For {@code found} of {@code size} things against {@code otherFound} of {@code otherSize}; 0 if the shares are equal. */
    static double of(long found, long size, long otherFound, long otherSize) {
        double cells = sum(found, size - found, otherFound, otherSize - otherFound);
        double rows = sum(size, otherSize);
        double columns = sum(found + otherFound, size - found + otherSize - otherFound);
        double all = sum(size + otherSize);
        return Math.max(0, 2 * (cells - rows - columns + all));
    }

    private static double sum(long... counts) {
        return LongStream.of(counts).mapToDouble(count -> count == 0 ? 0 : count * Math.log(count)).sum();
    }
}
