package sulan.intake;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where digests are written to. */
@ConfigMapping(prefix = "sulan")
interface ExportConfig {

    /** Folder to which the digest of each complete edition is written; none by default. */
    Optional<Path> export();

    /** Folder that digests are read from; it may be the same. */
    Optional<Path> digests();
}
