package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import sulan.ArchiveFixture;

/** What search engines are told. */
@QuarkusTest
class SitemapTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void parts_and_their_addresses() {
        List<String> parts = when().get("/sitemap.xml").then().statusCode(200).contentType("application/xml").extract()
                .xmlPath().getList("sitemapindex.sitemap.loc");
        assertThat(parts).map(SitemapTest::path).containsExactly("/sitemap-days-1.xml", "/sitemap-tags-1.xml",
                "/sitemap-papers-1.xml");
        for (String part : parts) {
            List<String> addresses = when().get(part).then().statusCode(200).extract().xmlPath().getList("urlset.url.loc");
            assertThat(addresses).isNotEmpty().doesNotHaveDuplicates().allSatisfy(
                    address -> assertThat(given().redirects().follow(false).when().get(path(address)).statusCode())
                            .as(address).isEqualTo(200));
        }
    }

    @Test
    void when_they_changed() {
        XmlPath papers = when().get("/sitemap-papers-1.xml").xmlPath();
        XmlPath feed = when().get("/papers.atom").xmlPath();
        assertThat(papers.getList("urlset.url.loc")).hasSize(10);
        String updated = feed.getString("feed.entry.find { it.id.text() != '' && it.title == 'Strings and Duality' }.updated");
        assertThat(Instant.parse(papers.getString("urlset.url.find { it.loc.text().endsWith('9901001') }.lastmod")))
                .isEqualTo(Instant.parse(updated));
        XmlPath days = when().get("/sitemap-days-1.xml").xmlPath();
        for (String page : List.of("/days/2023-09-20", "/weeks/2023-W38", "/months/2022-12")) {
            assertThat(Instant.parse(days.getString("urlset.url.find { it.loc.text().endsWith('" + page + "') }.lastmod")))
                    .isBefore(Instant.now().plusSeconds(1));
        }
        assertThat(days.getList("urlset.url.findAll { it.loc.text().endsWith('/about') }.lastmod")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sitemap-papers-2.xml", "/sitemap-papers-0.xml", "/sitemap-papers-99999.xml",
            "/sitemap-x-1.xml" })
    void part_that_is_not_there(String address) {
        when().get(address).then().statusCode(404);
    }

    @Test
    void empty_archive() {
        archive.empty();
        assertThat(when().get("/sitemap.xml").xmlPath().getList("sitemapindex.sitemap.loc")).hasSize(1);
    }

    @Test
    void robots() {
        when().get("/robots.txt").then().statusCode(200).contentType("text/plain").body(
                containsString("User-agent: *\nDisallow: /status\n"), containsString("/sitemap.xml\n"));
    }

    @ParameterizedTest
    @CsvSource({ "/papers?tag=lora, /papers", "/papers?page=2&size=3, /papers", "/tags/lora?sort=novelty, /tags/lora",
            "/days/2023-09-20?recommendation=4, /days/2023-09-20", "/weeks/2023-W38?q=a, /weeks/2023-W38",
            "/tags?sort=name, /tags", "/papers?q=no-such-word, /papers" })
    void variant_of_a_list(String address, String plain) {
        when().get(address).then().body(containsString("<meta name=\"robots\" content=\"noindex\">"),
                containsString("<link rel=\"canonical\" href=\"" + plain + "\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers", "/papers?page=1", "/tags/lora", "/days/2023-09-20", "/tags", "/papers/2309.10668" })
    void page_itself(String address) {
        when().get(address).then().body(not(containsString("noindex")),
                containsString("<link rel=\"canonical\" href=\"" + address.replaceAll("\\?.*", "") + "\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers.json", "/papers.atom", "/papers/2309.10668.ris", "/days/2023-09-20.md", "/nowhere.csv" })
    void twin(String address) {
        when().get(address).then().header("X-Robots-Tag", "noindex");
    }

    private static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath();
    }
}
