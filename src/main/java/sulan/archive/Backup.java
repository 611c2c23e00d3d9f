package sulan.archive;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/**
 * A copy of the whole archive that another portal can be started on. It is a snapshot, and may be taken while the archive is
 * written to.
 */
@ApplicationScoped
public class Backup {

    private static final String README = """
            Sulan 速览的备份
            ================

            恢复：
            1. 停止要恢复到的程序（或准备一台装好 Sulan 的新机器）。
            2. 把本文件旁边的 sulan.mv.db 放进那里的数据文件夹（设置项 sulan.data，默认 ./data）。
               文件夹里原有的 sulan.mv.db 和 index 请先移走。
            3. 启动。搜索索引会自动重建；管理员的密码与备份时相同，除非设置了 sulan.operator.password。

            To restore: stop the portal, put sulan.mv.db into its data folder (sulan.data, ./data by default) in place of the one
            there, delete the folder "index" in it, and start the portal. It must not be older than the one that made the backup.
            """;

    /** Where the archive is kept. */
    public enum Kind {
        /** In a file of H2: {@link Backup#write} copies it. */
        FILE,
        /** In memory, so that there is nothing to be kept. */
        MEMORY,
        /** In PostgreSQL, which has tools of its own. */
        POSTGRESQL;

        /** @param url the address of a database in JDBC */
        static Kind of(String url) {
            return !url.startsWith("jdbc:h2:") ? POSTGRESQL : url.startsWith("jdbc:h2:mem:") ? MEMORY : FILE;
        }
    }

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final DataSource database;
    private final String url;
    private final WriteTurn turn;
    private final ManagedExecutor executor;

    Backup(DataSource database, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @PersistenceUnitExtension WriteTurn turn, ManagedExecutor executor) {
        this.database = database;
        this.url = url;
        this.turn = turn;
        this.executor = executor;
    }

    /** Where this archive is kept. */
    public Kind kind() {
        return Kind.of(url);
    }

    /** The address of the database for its own tools, without user, password and options. */
    public String address() {
        return url.replaceFirst("^jdbc:", "").replaceFirst("[?;].*$", "");
    }

    /**
     * Writes the archive into a new file, a ZIP with the database and a text that says how to restore it. Must not be called
     * within a transaction.
     *
     * @param file which is overwritten
     * @throws IOException if it cannot be written
     * @throws IllegalStateException if the archive is not {@linkplain Kind#FILE in a file}
     */
    public void write(Path file) throws IOException {
        if (kind() != Kind.FILE) {
            throw new IllegalStateException("only a database in a file can be copied");
        }
        // emptied, not deleted: who may read it stays as it is
        Files.newOutputStream(file).close();
        try {
            beginCopy(file).join();
        } catch (CompletionException e) {
            throw new IOException("The database could not be copied to " + file, e.getCause());
        }
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("README.txt"), README);
        }
    }

    /**
     * H2 first writes what is not in its file yet, and then copies as much of the file as there is. No transaction may write
     * during the first of them ({@link WriteTurn}); that is over when there is something in the copy.
     */
    private CompletableFuture<Void> beginCopy(Path file) {
        return turn.whileNobodyWrites(() -> {
            CompletableFuture<Void> copy = executor.runAsync(() -> copy(file));
            while (!copy.isDone() && file.toFile().length() == 0) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return copy;
        });
    }

    private void copy(Path file) {
        try (Connection connection = database.getConnection();
                PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, file.toAbsolutePath().toString());
            backup.execute();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
