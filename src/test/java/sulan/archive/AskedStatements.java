package sulan.archive;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** The statements that Hibernate gives to the database, while somebody wants to know. */
@ApplicationScoped
@PersistenceUnitExtension
public class AskedStatements implements StatementInspector {

    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private volatile Thread watched;

    @Override
    public String inspect(String sql) {
        if (Thread.currentThread() == watched) {
            asked.add(sql);
        }
        return sql;
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
