package sulan.web;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.digest.Digest;
import sulan.digest.DigestReader;

/** Days and papers as Markdown: what goes out must be able to come in again. */
@QuarkusTest
class MarkdownTwinsTest {

    private static final String TYPE = "text/markdown;charset=UTF-8";

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;

    @BeforeEach
    void fill() {
        fixture.small();
    }

    @Test
    void digests_read_back_equal() {
        for (Digest digest : List.of(ArchiveFixture.old(), ArchiveFixture.tuesday(), ArchiveFixture.wednesday(),
                ArchiveFixture.friday())) {
            assertThat(exported(digest.date() + "")).isEqualTo(digest);
        }
    }

    @Test
    void exported_day_imported_into_an_empty_archive() {
        Digest wednesday = exported("2023-09-20");
        fixture.of(exported("2023-09-19"), wednesday, exported("2023-09-22"));
        assertThat(exported("2023-09-20")).isEqualTo(wednesday);
        when().get("/days/2023-09-20.json").then().body("papers.size()", is(5), "note", is("每日论文速览由语言模型生成，**仅供参考**。"));
    }

    @Test
    void edit_of_the_operator_is_exported() {
        archive.edit(ArchiveFixture.LONGLORA,
                ArchiveFixture.overview("改正后的工作。", null, List.of(), "4.0", "4.0", "4.0"));
        for (String date : List.of("2023-09-20", "2023-09-22")) {
            assertThat(exported(date).papers()).filteredOn(paper -> paper.paperId().equals(ArchiveFixture.LONGLORA))
                    .extracting(paper -> paper.overview().mainWork()).containsExactly("改正后的工作。");
        }
    }

    @Test
    void paper() {
        String markdown = text("/papers/2309.10668.md");
        assertThat(markdown).startsWith("## Language Modeling Is Compression\n").contains("把语言模型看作**压缩器**。", "4.5",
                "https://huggingface.co/papers/2309.10668").doesNotContain("\n# ");
        assertThat(new DigestReader().read(markdown).digest()).as("a section is no digest").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/days/2023-09-20.md", "/papers/2309.10668.md", "/papers/hep-th/9901001.md" })
    void head(String address) {
        when().head(address).then().statusCode(200).contentType(TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/days/2023-09-21.md", "/days/x.md", "/papers/2309.99999.md" })
    void nothing_there(String address) {
        when().get(address).then().statusCode(404);
    }

    private static Digest exported(String date) {
        DigestReader.Reading reading = new DigestReader().read(text("/days/" + date + ".md")
                .getBytes(StandardCharsets.UTF_8), date + ".md");
        assertThat(reading.diagnostics()).isEmpty();
        return reading.digest();
    }

    private static String text(String address) {
        return new String(when().get(address).then().statusCode(200).contentType(TYPE).extract().asByteArray(),
                StandardCharsets.UTF_8);
    }
}
