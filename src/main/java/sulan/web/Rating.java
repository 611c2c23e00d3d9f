package sulan.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import sulan.archive.Overview;
import sulan.digest.Criterion;

/**
 * A rating as it is shown, with its reason.
 *
 * @param value 0 to 5, or {@code null} if the paper is not rated by this criterion
 * @param reason a Markdown fragment, or {@code null}
 */
public record Rating(Criterion criterion, BigDecimal value, String reason) {

    private static final BigDecimal TEN = BigDecimal.TEN;

    /** All three, the recommendation first: it is what readers choose by. */
    static List<Rating> of(Overview overview) {
        return Stream.of(Criterion.RECOMMENDATION, Criterion.PRACTICALITY, Criterion.NOVELTY)
                .map(criterion -> new Rating(criterion, overview.ratings().get(criterion), overview.reasons().get(criterion)))
                .toList();
    }

    /** The length of the bar, 0 to 50. */
    public BigDecimal bar() {
        return value.multiply(TEN);
    }
}
