package sulan.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import sulan.ArchiveFixture;
import sulan.archive.AuditEntry;

/** Every route of the operator's: without a login, with one, and with a wrong token. */
@QuarkusTest
class OperatorRoutesTest {

    @Inject
    ArchiveFixture archive;
    @TestHTTPResource
    URL home;

    @BeforeEach
    void fill() {
        archive.small();
    }

    static List<OperatorRoute> routes() {
        return OperatorRoute.all().stream().filter(route -> !route.isLogin()).toList();
    }

    static List<OperatorRoute> changes() {
        return OperatorRoute.all().stream().filter(OperatorRoute::isChange).toList();
    }

    @Test
    void routes_are_found() {
        assertThat(OperatorRoute.all()).contains(new OperatorRoute("GET", "/operator"),
                new OperatorRoute("POST", "/operator/logout"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void without_login(OperatorRoute route) {
        Response answer = send(given(), route);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith("/operator/login");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void without_login_from_htmx(OperatorRoute route) {
        Response answer = send(given().header("HX-Request", "true").header("HX-Current-URL",
                "http://localhost/operator/audit?page=1"), route);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/operator/login?to=%2Foperator%2Faudit%3Fpage%3D1");
        assertThat(answer.asString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void without_login_from_a_program(OperatorRoute route) {
        Response answer = send(given().header("Accept", "application/json"), route);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/operator/audit.json", "/operator/no-such-page.json" })
    void address_of_json_without_login(String address) {
        given().when().get(address).then().statusCode(401).contentType("application/json").body("status", is(401));
        given().when().post(address).then().statusCode(401).contentType("application/json").body("status", is(401));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void with_a_password_in_the_header(OperatorRoute route) {
        Response answer = send(given().auth().preemptive().basic("operator", OperatorSession.password()), route);
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void with_a_session_that_was_made_up(OperatorRoute route) {
        for (String cookie : List.of("operator", "AAAA", "DHhdxN0lK0yD8bUyXkYkHXvGkqYl1wxQ3q0vUo4c8s7kq3m5")) {
            assertThat(send(given().cookie(Sessions.COOKIE, cookie), route).statusCode()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/operator/no-such-page", "/operator/no-such-page/deeper", "/operator;x=1/audit",
            "/operator/audit;x=1", "//operator/audit", "/operator/./audit", "/operator/login/../audit", "/operator/login/",
            "/operator%2Faudit", "/%6fperator/audit", "/operator/%61udit", "/operator/login/audit", "/OPERATOR/audit",
            "/papers/../operator/audit", "/operator//audit" })
    void address_written_otherwise(String address) throws IOException {
        String answer = raw(address);
        assertThat(answer).doesNotContain("操作记录").containsPattern("^HTTP/1.1 (30[1-8]|40[014])");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void page_with_login(OperatorRoute route) {
        if (!route.isChange()) {
            OperatorSession session = OperatorSession.loggedIn();
            Response answer = session.get(route.address());
            assertThat(answer.statusCode()).isIn(200, 404);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
            assertThat(answer.getHeaders().hasHeaderWithName("ETag")).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_with_a_wrong_token(OperatorRoute route) {
        OperatorSession session = OperatorSession.loggedIn();
        session.get("/operator");
        long before = entries();
        for (String token : new String[] { null, "", "wrong", "AAAAAAAAAAAAAAAAAAAAAA" }) {
            RequestSpecification request = session.request().contentType("application/x-www-form-urlencoded");
            Response answer = send(token == null ? request : request.formParam("csrf-token", token), route);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.asString()).contains("这次修改没有执行", "刷新");
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void change_with_a_wrong_token_from_htmx() {
        OperatorSession session = OperatorSession.loggedIn();
        Response answer = send(session.request().header("HX-Request", "true").contentType("application/x-www-form-urlencoded"),
                new OperatorRoute("POST", "/operator/logout"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.header("HX-Retarget")).isEqualTo("#notice");
        assertThat(answer.asString()).contains("这次修改没有执行").doesNotContain("<html");
    }

    @Test
    void change_with_the_token_in_the_header() {
        OperatorSession session = OperatorSession.loggedIn();
        session.get("/operator");
        Response answer = session.request().contentType("application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", session.token()).when().post("/operator/logout");
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static Response send(RequestSpecification request, OperatorRoute route) {
        return request.redirects().follow(false).when().request(route.method(), route.address());
    }

    private static long entries() {
        return QuarkusTransaction.requiringNew().call(() -> AuditEntry.count());
    }

    /** As a client sends it that tidies nothing up. */
    private String raw(String address) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            socket.getOutputStream().write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
