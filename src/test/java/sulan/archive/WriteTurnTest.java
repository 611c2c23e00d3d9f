package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.ArchiveFixture;
import sulan.FileProfile;

/** Who may write to H2, and when it is in the file. */
@QuarkusTest
@TestProfile(FileProfile.class)
class WriteTurnTest {

    @Inject
    ArchiveFixture fixture;
    @Inject
    @PersistenceUnitExtension
    WriteTurn turn;
    @ConfigProperty(name = "sulan.data")
    Path data;
    @TempDir
    Path elsewhere;

    @BeforeEach
    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void what_is_committed_is_in_the_file() throws Exception {
        for (int runs = 1; runs <= 3; runs++) {
            QuarkusTransaction.requiringNew().run(() -> write("committed"));
            assertThat(runsInFile()).isEqualTo(runs);
        }
    }

    @Test
    void second_writer_waits_until_the_first_has_committed() throws Exception {
        CompletableFuture<Void> second = new CompletableFuture<>();
        QuarkusTransaction.requiringNew().run(() -> {
            write("first");
            CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> write("second")))
                    .whenComplete((done, failure) -> second.complete(null));
            assertWaits(second);
        });
        second.get(30, TimeUnit.SECONDS);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void second_writer_waits_until_the_first_is_rolled_back() throws Exception {
        QuarkusTransaction.begin();
        write("first");
        CompletableFuture<Void> second = CompletableFuture
                .runAsync(() -> QuarkusTransaction.requiringNew().run(() -> write("second")));
        assertWaits(second);
        QuarkusTransaction.rollback();
        second.get(30, TimeUnit.SECONDS);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void row_that_is_locked() throws Exception {
        QuarkusTransaction.begin();
        Tagging.lock();
        CompletableFuture<Void> second = CompletableFuture
                .runAsync(() -> QuarkusTransaction.requiringNew().run(() -> write("second")));
        assertWaits(second);
        QuarkusTransaction.commit();
        second.get(30, TimeUnit.SECONDS);
    }

    @Test
    void work_while_nobody_writes() throws Exception {
        QuarkusTransaction.begin();
        write("first");
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> turn.whileNobodyWrites(() -> {
            assertThat(count()).isEqualTo(1);
            CompletableFuture<Void> second = CompletableFuture
                    .runAsync(() -> QuarkusTransaction.requiringNew().run(() -> write("second")));
            assertWaits(second);
            return second;
        }));
        assertWaits(work);
        QuarkusTransaction.commit();
        work.get(30, TimeUnit.SECONDS);
    }

    @Test
    void reader_does_not_wait() {
        QuarkusTransaction.requiringNew().run(() -> {
            write("first");
            assertThat(CompletableFuture.supplyAsync(WriteTurnTest::count).orTimeout(30, TimeUnit.SECONDS).join()).isZero();
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void thread_that_would_wait_for_itself() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            write("outer");
            QuarkusTransaction.requiringNew().run(() -> write("inner"));
        })).hasStackTraceContaining("This thread writes in a transaction that waits");
        assertThat(count()).isZero();
        QuarkusTransaction.requiringNew().run(() -> write("next"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void transaction_within_one_that_has_only_read() {
        QuarkusTransaction.requiringNew().run(() -> {
            count();
            QuarkusTransaction.requiringNew().run(() -> write("inner"));
            write("outer");
        });
        assertThat(count()).isEqualTo(2);
    }

    private static void assertWaits(CompletableFuture<Void> second) {
        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private static void write(String source) {
        Run run = new Run();
        run.kind = Run.Kind.IMPORT;
        run.source = source;
        run.status = Run.Status.SUCCEEDED;
        run.startedAt = Instant.EPOCH;
        run.persistAndFlush();
    }

    private static long count() {
        return QuarkusTransaction.requiringNew().call(() -> Run.count());
    }

    /** As after a kill: the portal goes on, and what its file has is looked at in a copy. */
    private int runsInFile() throws Exception {
        Path copy = elsewhere.resolve("copy.mv.db");
        Files.deleteIfExists(copy);
        Files.copy(data.resolve("sulan.mv.db"), copy);
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + elsewhere.toAbsolutePath() + "/copy;IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "sulan", "sulan");
                ResultSet result = connection.createStatement().executeQuery("select count(*) from run")) {
            result.next();
            return result.getInt(1);
        }
    }
}
