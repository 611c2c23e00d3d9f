package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How guessing is slowed down. */
class LoginThrottleTest {

    private Instant now = Instant.parse("2026-02-24T08:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    void pauses_that_grow() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            while (true) {
                Duration pause = throttle.admit("192.0.2.1").orElse(null);
                if (pause == null) {
                    break;
                }
                pauses.add(pause.toSeconds());
                now = now.plus(pause);
            }
        }
        assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L, 900L);
    }

    @Test
    void another_client() {
        exhaust("192.0.2.1");
        assertThat(throttle.admit("192.0.2.2")).isEmpty();
    }

    @Test
    void success() {
        exhaust("192.0.2.1");
        throttle.succeeded("192.0.2.1");
        assertThat(throttle.admit("192.0.2.1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "2001:db8::1, 2001:db8::2, false", "2001:db8:0:0:5::1, 2001:db8::, false",
            "2001:db8::1, 2001:db8:0:1::1, true",
            "unknown, another, true" })
    void network_of_a_client(String one, String other, boolean admitted) {
        exhaust(one);
        assertThat(throttle.admit(other).isEmpty()).isEqualTo(admitted);
    }

    @Test
    void many_clients() {
        throttle.succeeded("192.0.2.1");
        for (int i = 0; i < LoginThrottle.ATTEMPTS_OF_ALL; i++) {
            assertThat(throttle.admit("198.51.100." + i)).isEmpty();
        }
        assertThat(throttle.admit("203.0.113.1")).hasValueSatisfying(
                pause -> assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1)));
        // from where the operator has logged in before
        assertThat(throttle.admit("192.0.2.1")).isEmpty();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(throttle.admit("203.0.113.1")).isEmpty();
    }

    private void exhaust(String client) {
        for (int i = 0; i < LoginThrottle.FREE_ATTEMPTS; i++) {
            assertThat(throttle.admit(client)).isEmpty();
        }
        assertThat(throttle.admit(client)).isPresent();
    }
}
