package sulan.source.huggingface;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import io.smallrye.faulttolerance.api.TypedGuard;

/**
 * Makes a call again when that may help, and not at all when it would do harm. Without annotations, because the pauses depend
 * on what was answered and all lengths are settings.
 */
@ApplicationScoped
class GuardedCalls {

    /** Circuits that have names can be closed by hand. */
    private static final String CIRCUIT = "hugging-face";

    private static final Logger LOG = Logger.getLogger(GuardedCalls.class);

    private static final int CALLS_OF_CIRCUIT = 10;

    private final HuggingFaceClient client;
    private final HuggingFaceConfig config;
    private final Clock clock;
    private final TypedGuard<Answer> guard;
    private volatile Instant circuitOpenUntil = Instant.EPOCH;

    @Inject
    GuardedCalls(HuggingFaceClient client, HuggingFaceConfig config, Clock clock) {
        this(client, config, clock, CIRCUIT);
    }

    /** @param circuit a name that no other circuit has */
    GuardedCalls(HuggingFaceClient client, HuggingFaceConfig config, Clock clock, String circuit) {
        this.client = client;
        this.config = config;
        this.clock = clock;
        guard = guard(circuit);
    }

    private TypedGuard<Answer> guard(String circuit) {
        return TypedGuard.create(Answer.class).withDescription(circuit)
                .withRetry().maxRetries(config.retries()).maxDuration(longest().toMillis(), ChronoUnit.MILLIS)
                .whenException(this::mayPass)
                .beforeRetry(failure -> LOG.infof("Hugging Face is asked again: %s", failure.getMessage()))
                .withCustomBackoff().strategy(() -> new Pauses(config, clock)).done().done()
                .withCircuitBreaker().name(circuit).requestVolumeThreshold(CALLS_OF_CIRCUIT).failureRatio(0.5)
                .delay(config.circuitPause().toMillis(), ChronoUnit.MILLIS).when(GuardedCalls::isFault)
                .onStateChange(this::changed).done()
                .withRateLimit().limit(config.calls()).window(config.window().toMillis(), ChronoUnit.MILLIS)
                .type(RateLimitType.ROLLING).done()
                .withTimeout().duration(config.timeout().toMillis(), ChronoUnit.MILLIS).done()
                .build();
    }

    /** The library would stop after three minutes; the number of attempts is bound enough. */
    private Duration longest() {
        return config.timeout().plus(config.longestPause()).plus(config.pause()).multipliedBy(config.retries() + 1L);
    }

    /** One page of a day's list. */
    Answer page(LocalDate date, int limit, int page) throws HuggingFaceException {
        try {
            return guard.call(() -> client.page(date, limit, page));
        } catch (HuggingFaceException e) {
            throw e;
        } catch (TimeoutException e) {
            throw HuggingFaceException.slow(e);
        } catch (RateLimitException e) {
            Duration pause = Pauses.askedFor(e, clock.instant());
            throw HuggingFaceException.paused(clock.instant().plus(pause == null ? config.window() : pause), e);
        } catch (CircuitBreakerOpenException e) {
            throw HuggingFaceException.circuitOpen(circuitOpenUntil, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HuggingFaceException.interrupted(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean mayPass(Throwable failure) {
        Duration asked = Pauses.askedFor(failure, clock.instant());
        if (asked != null && asked.compareTo(config.longestPause()) > 0) {
            return false;
        }
        return isFault(failure) || asked != null;
    }

    /** Whether it speaks against the other side; being told to wait does not. */
    private static boolean isFault(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof HuggingFaceException answer && answer.isTransient() && answer.retryAt() == null;
    }

    private void changed(CircuitBreakerState state) {
        LOG.infof("Circuit to Hugging Face: %s", state);
        if (state == CircuitBreakerState.OPEN) {
            circuitOpenUntil = clock.instant().plus(config.circuitPause());
        }
    }
}
