package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** Errors as a page, as a notice, and as JSON. */
@QuarkusTest
class ErrorsTest {

    @Inject
    ArchiveFixture archive;
    @TestHTTPResource
    URL home;

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
    @CsvSource({ "sort=best, 'newest, recommendation'", "sort=best, 排序方式（sort）的值无效", "sort=best, 去掉排序方式再看",
            "recommendation=9, 最低推荐度（recommendation）", "from=yesterday, 起始日期（from）", "from=yesterday, 2023-09-20",
            "recommendation=9, 0 到 5", "page=0, 页码", "page=501, 1 到 500", "code=yes, true",
            "size=1000, 100", "rated=maybe, true" })
    void value_that_makes_no_sense(String parameter, String help) {
        when().get("/papers?q=model&" + parameter).then().statusCode(400).body(containsString(help),
                containsString("href=\"/papers?q=model\""), containsString("class=\"masthead\""));
    }

    @Test
    void query_that_takes_too_long() {
        when().get("/test/slow?q=a&rated=true").then().statusCode(503).body(containsString("用时过长"),
                containsString("href=\"/test/slow?rated=true\""), containsString("class=\"masthead\""));
        when().get("/test/slow.json?q=a").then().statusCode(503).body("status", is(503), "message", containsString("缩小范围"));
        when().get("/test/slow").then().statusCode(503).body(containsString("请稍后重试"), not(containsString("去掉搜索词")));
    }

    @Test
    void index_that_is_being_made() {
        when().get("/test/indexing").then().statusCode(503).header("Retry-After", "5")
                .body(containsString("索引正在建立"), containsString("href=\"/status\""));
        when().get("/test/indexing.json").then().statusCode(503).body("message", containsString("稍后重试"));
    }

    @Test
    void notice_for_a_fragment() {
        given().header("HX-Request", "true").when().get("/papers?sort=best").then().statusCode(400)
                .header("HX-Retarget", "#notice").header("HX-Push-Url", "false")
                .body(containsString("newest, recommendation"), not(containsString("<html")));
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

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = { "/papers?q=100%, /papers?q=100%25", "/papers?q=%zz, /papers?q=%25zz",
            "/papers?q=a|b, /papers?q=a%7Cb", "/papers.json?q={a}&page=1, /papers.json?q=%7Ba%7D&page=1",
            "/papers?q=<b>^`\\, /papers?q=%3Cb%3E%5E%60%5C", "/papers?q=模型, /papers?q=%E6%A8%A1%E5%9E%8B", "/%, /%25",
            "/tags/%, /tags/%25",
            "/tags/100%.json, /tags/100%25.json", "/tags/%2%41%, /tags/%252%41%25", "//evil.example/%, /evil.example/%25" })
    void address_that_nobody_encoded(String given, String encoded) throws IOException {
        assertThat(raw(given)).startsWith("HTTP/1.1 308").containsPattern("(?i)location: " + Pattern.quote(encoded) + "\r")
                .containsOnlyOnce("Content-Security-Policy:").containsOnlyOnce("X-Content-Type-Options:");
        assertThat(raw(encoded)).containsPattern("^HTTP/1.1 (200|404)").containsOnlyOnce("Content-Security-Policy:");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/days/%e4%bd", "/tags/%ff%fe", "/papers/..%2f..%5c", "/papers?q=%00", "/papers/%00" })
    void address_that_means_nothing(String address) throws IOException {
        assertThat(raw(address)).containsPattern("^HTTP/1.1 40[04]").contains("class=\"masthead\"")
                .containsOnlyOnce("Content-Security-Policy:");
    }

    /** As a client sends it that encodes nothing; head and body of the answer. */
    private String raw(String address) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            socket.getOutputStream().write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "q", "tag", "not" })
    void far_too_much_of_something(String parameter) throws IOException {
        String many = parameter.equals("q") ? "q=" + "x".repeat(20_000)
                : IntStream.range(0, 2_000).mapToObj(i -> parameter + "=t" + i).collect(Collectors.joining("&"));
        assertThat(raw("/papers?" + many)).startsWith("HTTP/1.1 400").contains("最多", "class=\"masthead\"");
        assertThat(raw("/papers.json?" + many)).startsWith("HTTP/1.1 400").contains("最多");
    }

    @ParameterizedTest
    @ValueSource(strings = { "tag", "not" })
    void as_many_tags_as_can_be(String parameter) {
        String tags = IntStream.range(0, 20).mapToObj(i -> parameter + "=t" + i).collect(Collectors.joining("&"));
        when().get("/papers?" + tags).then().statusCode(200);
        given().header("HX-Request", "true").when().get("/papers?" + tags).then().statusCode(200);
        when().get("/papers.json?" + tags).then().statusCode(200);
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
