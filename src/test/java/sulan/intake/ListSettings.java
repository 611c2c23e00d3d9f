package sulan.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of daily lists for tests. */
record ListSettings(Duration every, int daysBack, int refreshDays, Duration settledAfter,
        Optional<Path> dumps) implements ListsConfig {

    /** As application.properties has them for a portal that is in use. */
    static final ListSettings USUAL = new ListSettings(Duration.ofHours(2), 7, 14, Duration.ofHours(24), Optional.empty());

    /** The same with a folder of saved answers. */
    static ListSettings dumps(Path folder) {
        return new ListSettings(USUAL.every, USUAL.daysBack, USUAL.refreshDays, USUAL.settledAfter, Optional.of(folder));
    }
}
