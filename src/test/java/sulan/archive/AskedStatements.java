package sulan.archive;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** The statements that Hibernate gives to the database, while somebody wants to know. Hibernate takes one inspector only. */
@Alternative
@Priority(1)
@Singleton
@PersistenceUnitExtension
class AskedStatements extends WriteTurn {

    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private volatile Thread watched;

    AskedStatements(DataSource database, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            TransactionSynchronizationRegistry transactions) {
        super(database, url, transactions);
    }

    @Override
    public String inspect(String sql) {
        if (Thread.currentThread() == watched) {
            asked.add(sql);
        }
        return super.inspect(sql);
    }

    /** Each statement of this thread once, in no order of time. */
    public Set<String> during(Runnable work) {
        asked.clear();
        watched = Thread.currentThread();
        try {
            work.run();
        } finally {
            watched = null;
        }
        return Set.copyOf(asked);
    }
}
