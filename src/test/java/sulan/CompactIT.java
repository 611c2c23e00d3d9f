package sulan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/compact} on the data of the packaged portal. */
class CompactIT {

    @TempDir
    Path home;

    private record Ended(int code, String said) {
    }

    @Test
    void file_is_written_anew_unless_the_portal_runs() throws Exception {
        Path file = home.resolve("data/sulan.mv.db");
        String counts;
        try (Portal portal = Portal.start(home).ready()) {
            counts = portal.counts();
            Ended refused = compact();
            assertThat(refused.code).isEqualTo(1);
            assertThat(refused.said).contains("is as it was").contains("still running");
            assertThat(portal.counts()).isEqualTo(counts);
        }
        long before = Files.size(file);
        Ended done = compact();
        assertThat(done.code).as(done.said).isZero();
        assertThat(done.said).contains("MB before");
        assertThat(Files.size(file)).isPositive().isLessThanOrEqualTo(before);
        try (Portal portal = Portal.start(home).ready()) {
            assertThat(portal.counts()).isEqualTo(counts);
            assertThat(portal.status("/days/2023-09-20")).isEqualTo(200);
        }
    }

    private Ended compact() throws IOException, InterruptedException {
        Process script = new ProcessBuilder("bin/compact", home.resolve("data").toString()).redirectErrorStream(true).start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(script.waitFor(), said);
    }
}
