package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.archive.DigestFile;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.EditionSummary;
import sulan.archive.Failure;
import sulan.archive.Run;

@QuarkusTest
class DemoTest {

    @Inject
    Demo demo;
    @Inject
    Archive archive;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void index_of_the_digests_that_ship() throws IOException {
        Path resources = Path.of("src/main/resources/demo");
        try (Stream<Path> files = Files.list(resources)) {
            assertThat(Files.readAllLines(resources.resolve("index.txt"))).containsExactlyElementsOf(
                    files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md")).sorted().toList());
        }
    }

    @Test
    void empty_archive() throws Exception {
        demo.load();
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Edition.content()).isEqualTo(Edition.Content.DEMO);
            List<EditionSummary> editions = Edition.summaries();
            assertThat(editions).hasSize(8).allMatch(edition -> edition.status() == EditionStatus.COMPLETE);
            assertThat(editions.stream().mapToLong(EditionSummary::papers).sum()).isEqualTo(77);
            assertThat(Run.newest(1).get(0).status).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(Failure.count()).isZero();
            assertThat(DigestFile.count()).isZero();
        });
    }

    @Test
    void second_start() throws Exception {
        demo.load();
        demo.load();
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void demo_of_which_a_digest_has_changed() throws Exception {
        demo.load();
        QuarkusTransaction.requiringNew().run(() -> {
            Edition edition = Edition.findById(LocalDate.of(2023, 9, 20));
            edition.contentHash = "of an earlier version";
        });
        demo.load();
        QuarkusTransaction.requiringNew().run(() -> {
            Run last = Run.newest(1).get(0);
            assertThat(last.recorded).isEqualTo(1);
            assertThat(last.unchanged).isEqualTo(7);
        });
    }

    @Test
    void archive_with_real_editions() throws Exception {
        archive.record(ArchiveFixture.tuesday(), List.of(), "real");
        demo.load();
        assertThat(runs()).isZero();
        assertThat(QuarkusTransaction.requiringNew().call(Edition::content)).isEqualTo(Edition.Content.REAL);
    }

    private static long runs() {
        return QuarkusTransaction.requiringNew().call(() -> Run.count());
    }
}
