package sulan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLikelihoodTest {

    /** The first is Dunning's own: how often "swiss" follows "the", and how often other words. */
    @ParameterizedTest
    @CsvSource({ "110, 2552, 111, 29225, 270.72", "3, 12, 0, 60, 11.446", "0, 60, 3, 12, 11.446", "0, 20, 12, 60, 7.585",
            "10, 20, 30, 60, 0", "0, 5, 0, 9, 0", "5, 5, 9, 9, 0" })
    void two_shares(long found, long size, long otherFound, long otherSize, double expected) {
        assertThat(LogLikelihood.of(found, size, otherFound, otherSize)).isCloseTo(expected, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({ "1, 3, 0, 60, false", "3, 9, 0, 60, true", "51, 100, 50, 100, false", "510, 1000, 400, 1000, true" })
    void one_of_three_is_chance(long found, long size, long otherFound, long otherSize, boolean evident) {
        assertThat(LogLikelihood.of(found, size, otherFound, otherSize) >= LogLikelihood.ONE_PERCENT).isEqualTo(evident);
    }
}
