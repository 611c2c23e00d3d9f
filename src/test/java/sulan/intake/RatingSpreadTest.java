package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class RatingSpreadTest {

    @Test
    void all_within_one_point() {
        assertThat(report("4.0", "4.5", "5.0", "4.5", "4.0")).get().asString().contains("5 篇", "4.0–5.0");
    }

    @Test
    void one_stray_among_many_alike() {
        String[] ratings = new String[60];
        Arrays.fill(ratings, "4.0");
        ratings[0] = "2.5";
        assertThat(report(ratings)).isPresent();
    }

    @Test
    void use_of_the_scale() {
        assertThat(report("1.5", "2.5", "3.0", "4.0", "4.5")).isEmpty();
    }

    @Test
    void few_papers() {
        assertThat(report("4.0", "4.0", "4.0", "4.0")).isEmpty();
        assertThat(report()).isEmpty();
    }

    private static Optional<String> report(String... ratings) {
        return RatingSpread.report(Arrays.stream(ratings).map(BigDecimal::new).toList());
    }
}
