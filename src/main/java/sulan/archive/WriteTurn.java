package sulan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.inject.Singleton;
import jakarta.persistence.LockTimeoutException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jboss.logging.Logger;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/**
 * Lets one transaction write to H2 at a time, from its first statement that changes or locks something to the moment when the
 * disk has all that it committed. Transactions that only read neither wait nor are waited for; PostgreSQL needs none of this.
 *
 * <p>
 * H2 2.4 takes the states of its tables and indexes one after the other when it writes them
 * ({@code MVStore.collectChangedMapRoots}). If another thread changes rows meanwhile, the file has the index's half of a change
 * and not the table's, until it is written again; a process that is killed before that leaves an archive that cannot be read.
 * So H2 does not write by itself ({@code WRITE_DELAY} in application.properties): whoever has the turn does, between two
 * transactions, and gives back what the file no longer needs, which H2 would do while others write.
 */
@Singleton
@PersistenceUnitExtension
class WriteTurn implements StatementInspector {

    private static final Logger LOG = Logger.getLogger(WriteTurn.class);
    /** As long as H2 waits for a row ({@code LOCK_TIMEOUT}). */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TIDYINGS = Duration.ofSeconds(1);
    /** Parts of the file are written anew while all of them are of use to a lesser share, in percent, … */
    private static final int FILL_RATE = 80;
    /** … and so many bytes at a time, as H2 does it when it is stopped. */
    private static final int TIDIED_AT_ONCE = 16 << 20;

    private final DataSource database;
    private final Backup.Kind kind;
    private final TransactionSynchronizationRegistry transactions;
    /** Not a lock: a transaction that takes too long is ended by another thread than the one that began it. */
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Thread writer;
    private long tidiedAt = System.nanoTime();

    WriteTurn(DataSource database, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.kind = Backup.Kind.of(url);
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
        if (kind != Backup.Kind.POSTGRESQL && isChange(sql)
                && transactions.getTransactionStatus() == Status.STATUS_ACTIVE && transactions.getResource(this) == null) {
            take();
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
            } catch (Throwable e) {
                release();
                throw e;
            }
            transactions.putResource(this, Boolean.TRUE);
        }
        return sql;
    }

    /** Rows that are locked are marked in H2's tables, as if they were changed. */
    private static boolean isChange(String sql) {
        return !sql.regionMatches(true, 0, "select", 0, "select".length()) || sql.contains("for update");
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
        writer = Thread.currentThread();
    }

    private void release() {
        writer = null;
        turn.release();
    }

    private void end(int status) {
        try {
            if (status == Status.STATUS_COMMITTED && kind == Backup.Kind.FILE) {
                write();
            }
        } finally {
            release();
        }
    }

    private void write() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
            if (System.nanoTime() - tidiedAt > BETWEEN_TIDYINGS.toNanos()) {
                tidy(connection);
                tidiedAt = System.nanoTime();
            }
        } catch (SQLException e) {
            LOG.error("What was committed is not on the disk yet, and a kill would take it back; the next commit tries again",
                    e);
        }
    }

    /** There is no statement for it. What is written anew here goes into the file with the next commit. */
    private static void tidy(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        session.getDatabase().getStore().getMvStore().compact(FILL_RATE, TIDIED_AT_ONCE);
    }

    /**
     * Does something while no transaction writes, and keeps those waiting that want to. Must not be called within one that
     * writes.
     *
     * @throws LockTimeoutException if a transaction writes for too long
     */
    <R> R whileNobodyWrites(Supplier<R> work) {
        take();
        try {
            return work.get();
        } finally {
            release();
        }
    }
}
