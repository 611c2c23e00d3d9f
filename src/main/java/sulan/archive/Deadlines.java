package sulan.archive;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** When something is late, counted from the beginning of its day, UTC; application.properties has the defaults. */
@ConfigMapping(prefix = "sulan")
public interface Deadlines {

    /** Those of daily lists. */
    HuggingFace huggingface();

    /** Those of overviews. */
    Overviews overview();

    /** Those of daily lists. */
    interface HuggingFace {

        /** When a weekday is expected to have papers. */
        Duration expectedAfter();
    }

    /** Those of overviews. */
    interface Overviews {

        /** When all papers of a day are expected to have overviews, if any are written. */
        Duration lateAfter();
    }
}
