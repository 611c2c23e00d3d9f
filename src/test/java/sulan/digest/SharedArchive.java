package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The real archive, where it is at hand: the folder named by the system property {@code sulan.shared}. */
final class SharedArchive {

    private SharedArchive() {
    }

    /** The digests; a test that asks for them is skipped where there are none. */
    static List<Path> digests() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("digests"))) {
            List<Path> digests = files.sorted().toList();
            assertThat(digests).isNotEmpty();
            return digests;
        }
    }

    static Path gold(LocalDate date) {
        return folder().resolve("gold").resolve(date + ".json");
    }

    private static Path folder() {
        String shared = System.getProperty("sulan.shared", "");
        assumeTrue(!shared.isBlank(), "no archive at hand");
        return Path.of(shared);
    }
}
