package sulan.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where content comes from; application.properties has the defaults. */
@ConfigMapping(prefix = "sulan")
interface IntakeConfig {

    /** Folder of the embedded database. A relative path starts at the folder the portal was started in. */
    Path data();

    /** Folder of Markdown digests, with all its sub-folders; read at start and watched. */
    Optional<Path> digests();

    /** Whether the digests that ship with the portal are shown while no folder is set and there is no real edition. */
    boolean demo();

    /**
     * How often the folder is looked at. A file goes in at the second look that finds it unchanged, so that the site has it
     * after about twice this time.
     */
    Duration poll();
}
