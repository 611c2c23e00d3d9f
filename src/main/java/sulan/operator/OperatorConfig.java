package sulan.operator;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who may log in; application.properties has the defaults. */
@ConfigMapping(prefix = "sulan.operator")
interface OperatorConfig {

    /** The name to log in with. */
    String name();

    /** If given, the password from the next start on; else the one that was set last holds, or one is made. */
    Optional<String> password();

    /** A session that is not used for so long ends. */
    Duration session();
}
