package sulan.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Which of Hugging Face's lists are looked at, and when; application.properties has the defaults. */
@ConfigMapping(prefix = "sulan.huggingface")
interface ListsConfig {

    /** How often the lists of the last days are looked at; zero if only the operator asks for it. */
    Duration every();

    /** How many days, today among them, are looked at each time, so that a list that grows ends complete. */
    int daysBack();

    /** How many days, the same among them, are looked at once a day: for upvotes, comments and stars. */
    int refreshDays();

    /** How long after the beginning of its day, UTC, a list has settled: no more papers are waited for. */
    Duration settledAfter();

    /** Folder of saved answers, with all its sub-folders; read at start and watched. */
    Optional<Path> dumps();
}
