package sulan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.inject.Singleton;
import jakarta.persistence.LockTimeoutException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jboss.logging.Logger;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/**
 * Lets one transaction write to H2 at a time, from its first statement that changes something to the moment when all it has
 * committed is in the file. Transactions that only read neither wait nor are waited for; PostgreSQL needs none of this.
 *
 * <p>
 * H2 2.4 takes the states of its tables and indexes one after the other when it writes them
 * ({@code MVStore.collectChangedMapRoots}). If another thread changes rows meanwhile, the file has the index's half of a change
 * and not the table's, until it is written again; a process that is killed before that leaves an archive that cannot be read.
 * So the file is written ({@code checkpoint}) by the thread that has the turn, when it has committed, and hardly ever by H2
 * itself ({@code WRITE_DELAY} in application.properties).
 */
@Singleton
@PersistenceUnitExtension
class WriteTurn implements StatementInspector {

    private static final Logger LOG = Logger.getLogger(WriteTurn.class);
    /** As long as H2 waits for a row ({@code LOCK_TIMEOUT}). */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final DataSource database;
    private final Backup backup;
    private final TransactionSynchronizationRegistry transactions;
    /** Not a lock: a transaction that takes too long is ended by another thread than the one that began it. */
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Thread writer;

    WriteTurn(DataSource database, Backup backup, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.backup = backup;
        this.transactions = transactions;
    }

    /**
     * Called by Hibernate with each statement before it goes to the database.
     *
     * @throws LockTimeoutException if another transaction writes for too long
     * @throws IllegalStateException if the same thread waits for itself, because a transaction of its own writes already
     */
    @Override
    public String inspect(String sql) {
        if (backup.kind() != Backup.Kind.POSTGRESQL && isChange(sql)
                && transactions.getTransactionStatus() == Status.STATUS_ACTIVE && transactions.getResource(this) == null) {
            take();
        }
        return sql;
    }

    private static boolean isChange(String sql) {
        return !sql.stripLeading().regionMatches(true, 0, "select", 0, "select".length());
    }

    private void take() {
        if (writer == Thread.currentThread()) {
            throw new IllegalStateException("This thread writes in a transaction that waits for the one that is to write now");
        }
        try {
            if (!turn.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new LockTimeoutException("Another transaction has been writing for " + LONGEST_WAIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException("Interrupted while another transaction wrote", e);
        }
        try {
            transactions.registerInterposedSynchronization(new Synchronization() {

                @Override
                public void beforeCompletion() {
                    // the turn goes on until all is committed
                }

                @Override
                public void afterCompletion(int status) {
                    end(status);
                }
            });
        } catch (RuntimeException e) {
            turn.release();
            throw e;
        }
        transactions.putResource(this, Boolean.TRUE);
        writer = Thread.currentThread();
    }

    private void end(int status) {
        try {
            if (status == Status.STATUS_COMMITTED && backup.kind() == Backup.Kind.FILE) {
                write();
            }
        } finally {
            writer = null;
            turn.release();
        }
    }

    private void write() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            LOG.error("What was committed is not in the file yet, and a kill would take it back; H2 tries again by itself", e);
        }
    }
}
