package sulan.web;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import sulan.ArchiveFixture;
import sulan.archive.Archive;

/** Clients that ask whether what they have is still the same. */
@QuarkusTest
class ValidatorsTest {

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;

    @BeforeEach
    void fill() {
        fixture.small();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/days", "/days/2023-09-20", "/papers?tag=lora", "/papers/2309.10668", "/tags", "/about",
            "/days.json", "/papers.json?size=2", "/papers/2309.10668.json", "/papers.atom", "/papers.csv", "/papers.bib",
            "/days/2023-09-20.md", "/papers/2309.10668.ris", "/status", "/status.json", "/sitemap.xml", "/robots.txt" })
    void same_again(String address) {
        Response first = plain().get(address);
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[\\w-]+\"");
        assertThat(first.header("Cache-Control")).matches("no-cache|public, max-age=0, s-maxage=.*");
        assertThat(first.header("Vary")).containsIgnoringCase("Accept-Encoding");
        for (String given : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            Response again = plain().header("If-None-Match", given).get(address);
            assertThat(again.statusCode()).as(given).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Vary")).isEqualTo(first.header("Vary"));
        }
        assertThat(plain().header("If-None-Match", "\"other\"").get(address).statusCode()).isEqualTo(200);
        Response head = plain().head(address);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
        assertThat(head.contentType()).isEqualTo(first.contentType());
        assertThat(head.asByteArray()).isEmpty();
        assertThat(plain().header("If-None-Match", tag).head(address).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/papers", "/papers/2309.12307", "/papers.json", "/papers.atom", "/papers.csv" })
    void changed_since(String address) {
        String before = when().get(address).header("ETag");
        archive.edit(ArchiveFixture.LONGLORA, ArchiveFixture.overview("改正后的工作。", null, List.of(), "4.0", "4.0", "4.0"));
        Response after = given().header("If-None-Match", before).get(address);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before);
    }

    @Test
    void page_and_fragment() {
        Response page = when().get("/papers");
        Response fragment = given().header("HX-Request", "true").get("/papers");
        assertThat(fragment.header("ETag")).isNotEqualTo(page.header("ETag"));
        assertThat(fragment.header("Vary")).isEqualTo(page.header("Vary")).contains("HX-Request");
        assertThat(
                given().header("HX-Request", "true").header("If-None-Match", page.header("ETag")).get("/papers").statusCode())
                .isEqualTo(200);
        assertThat(given().header("HX-Request", "true").header("If-None-Match", fragment.header("ETag")).get("/papers")
                .statusCode()).isEqualTo(304);
    }

    @Test
    void date_of_the_last_change() throws InterruptedException {
        assertThat(when().get("/papers").header("Last-Modified")).as("just changed").isNull();
        Thread.sleep(Duration.ofMillis(3100).toMillis());
        for (String address : List.of("/papers", "/papers.json", "/papers.atom", "/days/2023-09-20.md")) {
            String date = when().get(address).header("Last-Modified");
            assertThat(date).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
            assertThat(since(address, date)).isEqualTo(304);
            assertThat(since(address, "Fri, 22 Sep 2023 00:00:00 GMT")).isEqualTo(200);
            assertThat(since(address, "yesterday")).isEqualTo(200);
            assertThat(given().header("If-Modified-Since", date).header("If-None-Match", "\"other\"").get(address).statusCode())
                    .as("a tag goes before a date").isEqualTo(200);
        }
        assertThat(when().get("/status").header("Last-Modified")).isNull();
        String date = when().get("/papers").header("Last-Modified");
        archive.edit(ArchiveFixture.LONGLORA, ArchiveFixture.overview("改正后的工作。", null, List.of(), "4.0", "4.0", "4.0"));
        assertThat(since("/papers", date)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/nowhere", "/papers/2309.99999.json", "/papers?sort=best", "/papers.atom?page=0",
            "/test/failure" })
    void error(String address) {
        Response error = given().header("If-None-Match", "*").get(address);
        assertThat(error.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(error.header("ETag")).isNull();
        assertThat(error.header("Last-Modified")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers", "/papers.json", "/papers.atom", "/papers.csv", "/papers.bib", "/sitemap-papers-1.xml",
            "/days/2023-09-20.md" })
    void compressed_and_plain(String address) {
        Response plain = plain().get(address);
        Response compressed = asking("gzip").get(address);
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(plain.header("Content-Encoding")).isNotEqualTo("gzip");
        assertThat(compressed.header("ETag")).as("of other bytes").isNotEqualTo(plain.header("ETag"));
    }

    private static RequestSpecification plain() {
        return asking("identity");
    }

    /** Without what rest-assured accepts by itself. */
    private static RequestSpecification asking(String encoding) {
        return given().config(config().decoderConfig(decoderConfig().noContentDecoders())).header("Accept-Encoding", encoding);
    }

    private static int since(String address, String date) {
        return given().header("If-Modified-Since", date).get(address).statusCode();
    }
}
