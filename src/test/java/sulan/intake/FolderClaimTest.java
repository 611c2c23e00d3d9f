package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.DigestFile;

/** Uploads of dates that the watched folder provides. */
@QuarkusTest
class FolderClaimTest {

    private static final LocalDate HELD = LocalDate.of(2023, 9, 20);
    private static final LocalDate REMOVED = LocalDate.of(2023, 9, 21);

    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    void files() {
        fixture.empty();
        QuarkusTransaction.requiringNew().run(() -> {
            file("held.md", DigestFile.State.RECORDED, HELD);
            file("removed.md", DigestFile.State.REMOVED, REMOVED);
        });
    }

    @Test
    void date_of_a_file_in_the_folder() {
        assertThat(against(true, HELD, "other")).isEqualTo(
                "日期 2023-09-20 由文件夹中的文件 held.md 提供，上传的文件不能代替它。请修改文件夹中的文件，或先把它移走。");
        assertThat(against(true, HELD, "hash of held.md")).isNull();
    }

    @Test
    void date_that_no_file_provides() {
        assertThat(against(true, REMOVED, "other")).isNull();
        assertThat(against(true, LocalDate.of(2023, 9, 22), "other")).isNull();
    }

    @Test
    void folder_that_is_no_longer_watched() {
        assertThat(against(false, HELD, "other")).isNull();
    }

    private static String against(boolean isWatched, LocalDate date, String hash) {
        FolderClaim claim = new FolderClaim(new IntakeConfig() {
            @Override
            public Path data() {
                return Path.of("data");
            }

            @Override
            public Optional<Path> digests() {
                return isWatched ? Optional.of(Path.of("digests")) : Optional.empty();
            }

            @Override
            public boolean demo() {
                return false;
            }

            @Override
            public Duration poll() {
                return Duration.ofSeconds(2);
            }
        });
        return QuarkusTransaction.requiringNew().call(() -> claim.against(date, hash));
    }

    private static void file(String name, DigestFile.State state, LocalDate date) {
        DigestFile file = new DigestFile();
        file.name = name;
        file.state = state;
        file.contentHash = "hash of " + name;
        file.editionDate = date;
        file.notedAt = Instant.EPOCH;
        file.persist();
    }
}
