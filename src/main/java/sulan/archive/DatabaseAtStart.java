package sulan.archive;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;

/** Says in a sentence, instead of a stack trace, why the portal cannot start on its database. Runs before all else does. */
@ApplicationScoped
class DatabaseAtStart implements FlywayConfigurationCustomizer {

    private static final Logger LOG = Logger.getLogger(DatabaseAtStart.class);
    /** H2: the file is open in another process. */
    private static final int ALREADY_OPEN = 90020;

    @Override
    public void customize(FluentConfiguration configuration) {
        try (Connection connection = configuration.getDataSource().getConnection()) {
            LOG.debugf("Connected to %s", connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            if (e.getErrorCode() == ALREADY_OPEN) {
                throw new PreventFurtherStepsException("Another portal is running on the same data folder."
                        + " Stop it, or start this one with another folder (sulan.data).", 1);
            }
            LOG.debug("Not connected; the migration says why", e);
        }
    }
}
