package sulan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has written what was committed, for the few things that a kill must not take back. H2 writes commits together, a tenth of a
 * second after the first of them ({@code WRITE_DELAY}); PostgreSQL has written a commit when it returns.
 */
@ApplicationScoped
public class Checkpoint {

    private final DataSource database;
    private final Backup backup;

    Checkpoint(DataSource database, Backup backup) {
        this.database = database;
        this.backup = backup;
    }

    /**
     * Returns when the file has all that was committed before. To be called after a transaction, not within one.
     *
     * @throws IllegalStateException if it cannot be written
     */
    public void write() {
        if (backup.kind() != Backup.Kind.FILE) {
            return;
        }
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("What was committed is not written yet", e);
        }
    }
}
