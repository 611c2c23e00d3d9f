package sulan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** The portal's clock in tests: it shows the real time until a test sets another. */
@Alternative
@Priority(1)
@Singleton
public class SettableClock extends Clock {

    /** {@code null}: the real time. */
    private volatile Instant set;

    /** Stands still at a time. */
    public void set(Instant time) {
        set = time;
    }

    /** Goes on from the time that was set, and stands still again. */
    public void advance(Duration by) {
        set = set.plus(by);
    }

    /** Shows the real time again. */
    public void reset() {
        set = null;
    }

    @Override
    public Instant instant() {
        Instant time = set;
        return time == null ? Instant.now() : time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
