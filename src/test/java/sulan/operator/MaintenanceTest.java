package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import sulan.ArchiveFixture;
import sulan.archive.Run;

/** The page for index and backup, on an archive that is in memory. */
@QuarkusTest
class MaintenanceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void new_index() throws InterruptedException {
        OperatorSession session = OperatorSession.loggedIn();
        Response done = session.change("/operator/maintenance/index");
        assertThat(done.asString()).contains("几秒内开始重建索引");
        assertThat(session.get("/operator/audit").asString()).contains("要求重建搜索索引。");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && succeeded() == 0) {
            Thread.sleep(100);
        }
        assertThat(succeeded()).isEqualTo(1);
        assertThat(session.get("/papers.json").jsonPath().getInt("total")).isEqualTo(10);
    }

    private static long succeeded() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Run.count("kind = ?1 and status = ?2", Run.Kind.INDEX, Run.Status.SUCCEEDED));
    }

    @Test
    void backup_of_an_archive_in_memory() {
        OperatorSession session = OperatorSession.loggedIn();
        assertThat(session.get("/operator/maintenance").asString()).contains("无法备份").doesNotContain("/backup\"");
        Response refused = session.post("/operator/maintenance/backup");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("无法备份");
    }
}
