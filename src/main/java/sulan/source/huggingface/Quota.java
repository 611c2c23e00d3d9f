package sulan.source.huggingface;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** When the next call may be made, as Hugging Face last said. Safe for use by several threads. */
@ApplicationScoped
class Quota {

    private final Clock clock;
    private Instant nextCall = Instant.EPOCH;

    Quota(Clock clock) {
        this.clock = clock;
    }

    /** @throws HuggingFaceException if no call may be made now */
    synchronized void check() throws HuggingFaceException {
        if (clock.instant().isBefore(nextCall)) {
            throw HuggingFaceException.paused(nextCall, null);
        }
    }

    /** @param moment when the next call may be made; {@code null} if nothing was said */
    synchronized void heed(Instant moment) {
        if (moment != null && moment.isAfter(nextCall)) {
            nextCall = moment;
        }
    }

    /** For tests, which cannot wait. */
    synchronized void forget() {
        nextCall = Instant.EPOCH;
    }
}
