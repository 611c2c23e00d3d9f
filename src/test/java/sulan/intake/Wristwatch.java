package sulan.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands still unless it is moved. */
final class Wristwatch extends Clock {

    private volatile Instant now;

    Wristwatch(String now) {
        this.now = Instant.parse(now);
    }

    /** A clock that stands at the time at which it is made. */
    static Wristwatch now() {
        return new Wristwatch(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    void set(String time) {
        now = Instant.parse(time);
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

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
        return this;
    }
}
