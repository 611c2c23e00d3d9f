package sulan.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitHeadersTest {

    private static final Instant NOW = Instant.parse("2026-06-03T06:00:00Z");

    @ParameterizedTest
    @CsvSource({ "0, 0", "17, 17", "' 17 ', 17", "999999999999999, 86400", "'Wed, 03 Jun 2026 06:01:40 GMT', 100",
            "'Wed, 03 Jun 2026 05:00:00 GMT', 0", "'Sun, 03 Jun 2029 06:00:00 GMT', 86400" })
    void retry_after(String value, long seconds) {
        assertThat(nextCall(429, Map.of("Retry-After", value))).isEqualTo(NOW.plusSeconds(seconds));
        assertThat(nextCall(503, Map.of("Retry-After", value))).isEqualTo(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = { "soon", "-5", "1.5", "", "99999999999999999999" })
    void a_retry_after_that_says_nothing(String value) {
        assertThat(nextCall(429, Map.of("Retry-After", value))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "\"api\";r=0;t=55 | 55", "\"a,b;r=1\";r=0;t=55 | 55", "\"api\"; r=0; t=55 | 55",
            "\"api\";r=0;t=5, \"day\";r=0;t=300 | 300", "\"api\";r=3;t=5, \"day\";r=0;t=300 | 300",
            "limit=500, remaining=0, reset=55 | 55" })
    void a_window_that_is_used_up(String value, long seconds) {
        assertThat(nextCall(200, Map.of("RateLimit", value))).isEqualTo(NOW.plusSeconds(seconds));
        assertThat(nextCall(429, Map.of("RateLimit", value))).isEqualTo(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"api\";r=489;t=189", "\"api\";r=0", "\"api\"", "limit=500, remaining=3, reset=55", ",;=",
            "r=;t=" })
    void a_window_that_is_not(String value) {
        assertThat(nextCall(200, Map.of("RateLimit", value))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "RateLimit", "X-RateLimit" })
    void older_headers(String prefix) {
        assertThat(nextCall(200, Map.of(prefix + "-Remaining", "0", prefix + "-Reset", "40"))).isEqualTo(NOW.plusSeconds(40));
        assertThat(
                nextCall(200, Map.of(prefix + "-Remaining", "0", prefix + "-Reset", String.valueOf(NOW.getEpochSecond() + 40))))
                .isEqualTo(NOW.plusSeconds(40));
        assertThat(nextCall(200, Map.of(prefix + "-Remaining", "1", prefix + "-Reset", "40"))).isNull();
    }

    @Test
    void no_header() {
        assertThat(nextCall(429, Map.of())).isNull();
        assertThat(nextCall(200, Map.of("Retry-After", "17"))).isNull();
    }

    private static Instant nextCall(int status, Map<String, String> headers) {
        return RateLimitHeaders.nextCall(status, headers::get, NOW);
    }
}
