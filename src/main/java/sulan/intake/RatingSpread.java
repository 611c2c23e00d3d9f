package sulan.intake;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether the recommendations of a day tell its papers apart. They hardly do if there are at least five of them and they all
 * lie within one point of the scale of 0 to 5, as all those of the archive before the model wrote here do, or if their standard
 * deviation is below 0.3.
 */
final class RatingSpread {

    private static final int FEWEST = 5;
    private static final BigDecimal NARROW = BigDecimal.ONE;
    private static final double LEAST_DEVIATION = 0.3;

    private RatingSpread() {
    }

    /** A sentence for people if they hardly tell them apart. */
    static Optional<String> report(List<BigDecimal> recommendations) {
        if (recommendations.size() < FEWEST) {
            return Optional.empty();
        }
        BigDecimal lowest = Collections.min(recommendations);
        BigDecimal highest = Collections.max(recommendations);
        if (highest.subtract(lowest).compareTo(NARROW) > 0 && deviation(recommendations) >= LEAST_DEVIATION) {
            return Optional.empty();
        }
        return Optional.of(String.format("这一天 %d 篇论文的推荐度集中在 %s–%s，几乎分不出高下；可以换一个模型重写，或检查评分标准。",
                recommendations.size(), lowest.toPlainString(), highest.toPlainString()));
    }

    private static double deviation(List<BigDecimal> ratings) {
        double mean = ratings.stream().mapToDouble(BigDecimal::doubleValue).average().orElse(0);
        return Math.sqrt(ratings.stream().mapToDouble(rating -> Math.pow(rating.doubleValue() - mean, 2)).average().orElse(0));
    }
}
