package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** Errors as a page, as a notice, and as JSON. */
@QuarkusTest
class ErrorsTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void unknown_address() {
        when().get("/nowhere").then().statusCode(404).contentType("text/html").body(
                containsString("没有这个页面"), containsString("class=\"masthead\""), containsString("href=\"/days\""));
    }

    @Test
    void unknown_address_of_a_twin() {
        when().get("/nowhere.json").then().statusCode(404).contentType("application/json")
                .body("status", is(404), "error", is("Not Found"), "message", containsString("没有这个页面"));
    }

    @ParameterizedTest
    @CsvSource({ "sort=best, newest、recommendation", "sort=best, 排序方式（sort）的值无效", "sort=best, 去掉排序方式再看",
            "recommendation=9, 最低推荐度（recommendation）", "from=yesterday, 起始日期（from）", "from=yesterday, 2023-09-20",
            "recommendation=9, 0 到 5", "page=0, 页码",
            "size=1000, 100", "rated=maybe, true" })
    void value_that_makes_no_sense(String parameter, String help) {
        when().get("/papers?q=model&" + parameter).then().statusCode(400).body(containsString(help),
                containsString("href=\"/papers?q=model\""), containsString("class=\"masthead\""));
    }

    @Test
    void notice_for_a_fragment() {
        given().header("HX-Request", "true").when().get("/papers?sort=best").then().statusCode(400)
                .header("HX-Retarget", "#notice").header("HX-Push-Url", "false")
                .body(containsString("newest、recommendation"), not(containsString("<html")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers", "/days/2023-09-20", "/tags" })
    void method_that_is_not_allowed(String path) {
        when().post(path).then().statusCode(405).header("Allow", containsString("GET"))
                .body(containsString("不接受这样的请求"), containsString("class=\"masthead\""));
    }

    @ParameterizedTest
    @CsvSource({ "/days/, /days", "/days/2023-09-20/, /days/2023-09-20",
            "/papers/2309.10668/?a=b%20c, /papers/2309.10668?a=b%20c",
            "//evil.example/, /evil.example", "/tags//, /tags" })
    void slash_at_the_end(String given, String address) {
        String location = given().urlEncodingEnabled(false).redirects().follow(false).when().get(given).then().statusCode(301)
                .header("X-Content-Type-Options", "nosniff").extract().header("Location");
        assertThat(location).isEqualTo(address);
    }

    @Test
    void failure_inside() {
        when().get("/test/failure?a=1").then().statusCode(500).body(containsString("本站出了差错"),
                containsString("href=\"/test/failure?a=1\""), containsString("class=\"masthead\""),
                not(containsString("secret")), not(containsString("Exception")));
        when().get("/test/failure.json").then().statusCode(500).body("status", is(500), "error", is("Internal Server Error"));
    }

    @Test
    void language_that_is_not_spoken() {
        given().accept("image/png").when().get("/papers").then().statusCode(406)
                .body(containsString("这里只有网页"), containsString("href=\"/papers.json\""));
        given().accept("application/json").when().get("/").then().statusCode(406).body(containsString("href=\"/index.json\""));
    }
}
