package sulan.digest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The three ratings of a paper, each from 0 to 5 (higher is better) or {@code null} when the text gives none. Absent is
 * never 0. Values have one or two decimal places, so that equal ratings are {@linkplain Object#equals equal}: {@code 4},
 * {@code 4.0} and {@code 4.00} are all kept as {@code 4.0}; further places are rounded half up.
 *
 * @param practicality 实用性, how useful the work is in practice
 * @param novelty 创新性, how new it is
 * @param recommendation 推荐度, how much reading it is recommended
 */
public record Ratings(BigDecimal practicality, BigDecimal novelty, BigDecimal recommendation) {

    /** The end of the scale. */
    public static final BigDecimal MAX = new BigDecimal("5.0");

    /** A paper that is not rated. */
    public static final Ratings NONE = new Ratings(null, null, null);

    /** @throws IllegalArgumentException if a rating lies outside 0 to 5 */
    public Ratings {
        practicality = normalized(practicality);
        novelty = normalized(novelty);
        recommendation = normalized(recommendation);
    }

    /** The rating by one criterion, or {@code null}. */
    public BigDecimal get(Criterion criterion) {
        return switch (criterion) {
            case PRACTICALITY -> practicality;
            case NOVELTY -> novelty;
            case RECOMMENDATION -> recommendation;
        };
    }

    private static BigDecimal normalized(BigDecimal rating) {
        if (rating == null) {
            return null;
        }
        if (rating.signum() < 0 || rating.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("a rating lies between 0 and 5, but was " + rating);
        }
        BigDecimal rounded = rating.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 1 ? rounded.setScale(1) : rounded;
    }
}
