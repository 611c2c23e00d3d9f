package sulan.source.huggingface;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.RateLimitException;

/**
 * The pauses between the attempts at one call: as long as Hugging Face or the portal's own limit asks for, else doubling, by
 * chance up to a half shorter.
 */
final class Pauses implements CustomBackoffStrategy {

    private final HuggingFaceConfig config;
    private final Clock clock;
    private Duration next;

    Pauses(HuggingFaceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        next = config.pause();
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        Duration asked = askedFor(failure, clock.instant());
        if (asked != null) {
            // a little later, so that not all clients come back at the same moment, and none too early
            return asked.toMillis() + 1 + chance(config.pause().toMillis());
        }
        long most = Math.min(next.toMillis(), config.longestPause().toMillis());
        next = next.multipliedBy(2);
        return most - chance(most / 2);
    }

    private static long chance(long most) {
        return RandomGenerator.getDefault().nextLong(most + 1);
    }

    /** The pause that a failure asks for, 0 or more; {@code null} if it asks for none. */
    static Duration askedFor(Throwable failure, Instant now) {
        if (failure instanceof RateLimitException limit && limit.getRetryAfterMillis() >= 0) {
            return Duration.ofMillis(limit.getRetryAfterMillis());
        }
        if (failure instanceof HuggingFaceException answer && answer.retryAt() != null) {
            return answer.retryAt().isAfter(now) ? Duration.between(now, answer.retryAt()) : Duration.ZERO;
        }
        return null;
    }
}
