package sulan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
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
    @ValueSource(strings = { "/", "/days/2023-09-20", "/papers", "/papers/2309.10668", "/papers.json",
            "/papers/2309.10668.json",
            "/days/2023-09-20.md", "/static/bundle/main.js", "/no-such-page", "/days/2023-09-21", "/days/2023-09-21.json",
            "/papers?sort=best", "/papers.json?sort=best", "/q/health/ready" })
    void page_twin_asset_and_error(String address) {
        for (Method method : List.of(Method.GET, Method.HEAD, Method.DELETE)) {
            assertGuarded(given().when().request(method, address));
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
