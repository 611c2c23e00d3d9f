package sulan.source.huggingface;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/** Where Hugging Face is and how patiently it is asked; application.properties has the defaults. */
@ConfigMapping(prefix = "sulan.huggingface")
interface HuggingFaceConfig {

    /** Whether Hugging Face is asked at all. */
    boolean enabled();

    /** Its address without a path. */
    URI url();

    /** The longest time that connecting may take. */
    Duration connectTimeout();

    /** The longest time that one call may take, with the whole answer. */
    Duration timeout();

    /** How often a call that failed is made again, 0 or more. */
    int retries();

    /** The pause before a call is made again for the first time; it doubles each time. */
    Duration pause();

    /** The longest time that is waited before a call is made again. */
    Duration longestPause();

    /** How many calls are made within the window, 1 or more. */
    int calls();

    /** See {@link #calls()}. */
    Duration window();

    /** How long no call is made after too many have failed. */
    Duration circuitPause();

    /** The largest answer that is read, uncompressed. */
    MemorySize largestAnswer();

    /** Where its pictures of papers are, without a slash at the end; empty if none are fetched. */
    Optional<String> thumbnails();
}
