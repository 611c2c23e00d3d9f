package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sulan.ArchiveFixture.LONGLORA;
import static sulan.ArchiveFixture.digest;
import static sulan.ArchiveFixture.overview;
import static sulan.ArchiveFixture.paper;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.digest.Digest;
import sulan.digest.Keyword;

@QuarkusTest
class DemoContentTest {

    private static final Digest REAL = digest(LocalDate.of(2024, 1, 2), 1, paper(1, "2401.00001", "Real",
            overview("真", null, List.of(new Keyword("Hallucination", "幻觉")), null, null, null)));

    @Inject
    Archive archive;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    void demo() {
        fixture.empty();
        archive.recordDemo(ArchiveFixture.wednesday(), List.of(), "a");
        archive.recordDemo(ArchiveFixture.friday(), List.of(), "b");
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void first_real_digest_takes_its_place() {
        archive.record(REAL, List.of(), "c");
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Edition.content()).isEqualTo(Edition.Content.REAL);
            assertThat(Edition.count()).isEqualTo(1);
            assertThat(Paper.count()).isEqualTo(1);
            assertThat(Overview.count()).isEqualTo(1);
            assertThat(sulan.archive.Keyword.count()).isEqualTo(1);
            assertThat(ArchiveFixture.tagCounts()).extracting(TagCount::slug).containsExactly("hallucination");
            assertThat(Tag.count()).isEqualTo(1);
        });
    }

    @Test
    void real_digest_with_the_content_of_a_demo_one() {
        assertThat(archive.record(ArchiveFixture.wednesday(), List.of(), "a")).isTrue();
        assertThat(content()).isEqualTo(Edition.Content.REAL);
    }

    @Test
    void demo_in_an_archive_with_real_editions() {
        archive.record(REAL, List.of(), "c");
        assertThatThrownBy(() -> archive.recordDemo(ArchiveFixture.friday(), List.of(), "b"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void edit_of_a_demo_paper() {
        archive.edit(LONGLORA, overview("编辑", null, List.of(new Keyword("LoRA", null)), null, null, null));
        archive.record(REAL, List.of(), "c");
        QuarkusTransaction.requiringNew().run(() -> {
            Paper edited = Paper.findById(LONGLORA);
            assertThat(edited.overview.mainWork).isEqualTo("编辑");
            assertThat(edited.listedOn).isNull();
            assertThat(Tag.bySlug("lora")).isPresent();
        });
    }

    @Test
    void removal() {
        archive.removeDemo();
        assertThat(content()).isEqualTo(Edition.Content.NONE);
        archive.removeDemo();
    }

    @Test
    void removal_of_real_editions() {
        archive.record(REAL, List.of(), "c");
        archive.removeDemo();
        assertThat(content()).isEqualTo(Edition.Content.REAL);
    }

    private static Edition.Content content() {
        return QuarkusTransaction.requiringNew().call(Edition::content);
    }
}
