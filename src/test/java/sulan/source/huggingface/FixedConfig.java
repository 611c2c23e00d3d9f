package sulan.source.huggingface;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;

/** Settings that are not those of the running portal. */
record FixedConfig(boolean enabled, URI url, int calls) implements HuggingFaceConfig {

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(4);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(4);
    }

    @Override
    public int retries() {
        return 1;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofSeconds(4);
    }

    @Override
    public Duration window() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration circuitPause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public MemorySize largestAnswer() {
        return new MemorySize(BigInteger.valueOf(1_000_000));
    }

    @Override
    public Optional<String> thumbnails() {
        return Optional.empty();
    }
}
