package sulan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import sulan.ArchiveFixture;

/** Every answer tells browsers what they may do with it. */
@QuarkusTest
class SecurityHeadersTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @ParameterizedTest
    @CsvSource({ "/, 200", "/days/2023-09-20, 200", "/papers, 200", "/papers/2309.10668, 200", "/status, 200",
            "/papers.json, 200",
            "/papers/2309.10668.json, 200", "/days/2023-09-20.md, 200", "/favicon.svg, 200", "/no-such-page, 404",
            "/no-such-twin.json, 404", "/days/2023-09-21, 404", "/days/2023-09-21.json, 404", "/papers?sort=best, 400",
            "/papers.json?sort=best, 400", "/tags/Large Language Models, 301", "/q/health/live, 200",
            "/q/health/well, 200", "/q/metrics, 200" })
    void page_twin_asset_and_error(String address, int status) {
        Response get = given().redirects().follow(false).when().get(address);
        assertThat(get.statusCode()).isEqualTo(status);
        assertGuarded(get);
        Response head = given().redirects().follow(false).when().head(address);
        assertThat(head.statusCode()).isEqualTo(status);
        assertThat(head.asByteArray()).isEmpty();
        assertGuarded(head);
    }

    @Test
    void scripts_and_styles_of_a_page() {
        Matcher asset = Pattern.compile("(?:src|href)=\"(/static/[^\"]+)\"").matcher(given().when().get("/").asString());
        int found = 0;
        while (asset.find()) {
            Response get = given().when().get(asset.group(1));
            assertThat(get.statusCode()).isEqualTo(200);
            assertGuarded(get);
            found++;
        }
        // what runs before anything is drawn, the other scripts, the style sheet
        assertThat(found).isEqualTo(3);
    }

    @Test
    void method_that_is_not_allowed() {
        for (String address : List.of("/papers", "/papers.json", "/days/2023-09-20")) {
            Response delete = given().when().delete(address);
            assertThat(delete.statusCode()).isEqualTo(405);
            assertGuarded(delete);
        }
    }

    @Test
    void page_without_inline_script_or_style() {
        for (String address : List.of("/", "/days", "/days/2023-09-20", "/papers", "/papers/2309.10202", "/tags", "/status",
                "/about", "/reading?ids=2309.10202", "/no-such-page")) {
            // the values of attributes may hold any text
            String tags = given().when().get(address).asString()
                    .replaceFirst("<script type=\"application/ld\\+json\">[^<]*</script>", "")
                    .replaceAll("\"[^\"]*\"|'[^']*'", "-");
            assertThat(tags).doesNotContain("<style", " style=", "hx-on").doesNotContainPattern("<script(?![^>]* src=)[^>]*>")
                    .doesNotContainPattern("<[^>]+ on[a-z]+=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/days/2023-09-20?sort=novelty", "/papers?recommendation=4", "/papers?sort=best" })
    void fragment(String address) {
        assertGuarded(given().header("HX-Request", "true").when().get(address));
    }

    private static void assertGuarded(Response answer) {
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'",
                "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe", "*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(answer.headers().getList("Content-Security-Policy")).hasSize(1);
    }
}
