package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import sulan.ArchiveFixture;

/** Logging in and out, and who is kept away. */
@QuarkusTest
class LoginTest {

    @Inject
    ArchiveFixture archive;
    @Inject
    LoginThrottle throttle;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @AfterEach
    void forgetFailures() {
        throttle.succeeded("127.0.0.1");
    }

    @Test
    void right_password() {
        OperatorSession session = OperatorSession.stranger();
        Response answer = session.logIn("operator", OperatorSession.password());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/operator");
        Cookie cookie = answer.getDetailedCookie(Sessions.COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/operator");
        Response page = session.get("/operator");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.asString()).contains("退出登录");
    }

    @ParameterizedTest
    @CsvSource({ "operator, wrong", "operator, ''", "somebody, a test password", "'', ''" })
    void wrong_password(String name, String password) {
        OperatorSession session = OperatorSession.stranger();
        Response answer = session.logIn(name, password);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString()).contains("用户名或密码不对", "name=\"password\"");
        assertThat(session.get("/operator").statusCode()).isEqualTo(302);
    }

    @Test
    void page_that_was_wanted() {
        OperatorSession session = OperatorSession.stranger();
        String login = session.get("/operator/audit?page=1").header("Location");
        assertThat(login).isEqualTo("/operator/login?to=%2Foperator%2Faudit%3Fpage%3D1");
        assertThat(session.get(login).asString()).contains("name=\"to\" value=\"/operator/audit?page=1\"");
        Response answer = session.post("/operator/login", "name", "operator", "password", OperatorSession.password(), "to",
                "/operator/audit?page=1");
        assertThat(answer.header("Location")).endsWith("/operator/audit?page=1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://evil.example/operator", "//evil.example/operator", "/\\evil.example", "/operator\\evil",
            "/operator@evil.example", "javascript:alert(1)", "/operator/../papers", "/operator\r\nX: 1", "/papers",
            "/operator/login" })
    void page_that_is_none_of_the_operators(String to) {
        OperatorSession session = OperatorSession.stranger();
        session.get("/operator/login");
        Response answer = session.post("/operator/login", "name", "operator", "password", OperatorSession.password(), "to", to);
        assertThat(answer.header("Location").replaceFirst("^http://localhost:[0-9]+", "")).isEqualTo("/operator");
    }

    @Test
    void logout() {
        OperatorSession session = OperatorSession.loggedIn();
        String copied = session.cookies().get(Sessions.COOKIE);
        Response after = session.change("/operator/logout");
        assertThat(after.asString()).contains("已退出登录");
        assertThat(session.cookies()).doesNotContainKey(Sessions.COOKIE);
        assertThat(session.get("/operator").statusCode()).isEqualTo(302);
        OperatorSession thief = OperatorSession.stranger();
        thief.cookies().put(Sessions.COOKIE, copied);
        assertThat(thief.get("/operator").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/papers", "/papers.json", "/tags/lora", "/status", "/no-such-page", "/favicon.svg" })
    void page_for_readers(String address) {
        OperatorSession reader = OperatorSession.stranger();
        assertThat(reader.get(address).headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(OperatorSession.loggedIn().get(address).headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @Test
    void login_in_the_log() {
        OperatorSession session = OperatorSession.stranger();
        session.logIn("operator", "wrong");
        session.logIn("operator", OperatorSession.password());
        assertThat(session.get("/operator/audit").asString()).contains("从 127.0.0.1 登录，用户名或密码不对。", "从 127.0.0.1 登录。");
    }

    @Test
    void too_many_attempts() {
        OperatorSession session = OperatorSession.stranger();
        for (int i = 0; i < LoginThrottle.FREE_ATTEMPTS; i++) {
            assertThat(session.logIn("operator", "wrong" + i).statusCode()).isEqualTo(401);
        }
        Response answer = session.logIn("operator", OperatorSession.password());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 5);
        assertThat(answer.asString()).contains("尝试次数过多", "秒后再试", "value=\"operator\"");
        assertThat(session.cookies()).doesNotContainKey(Sessions.COOKIE);
    }

    @Test
    void many_attempts_at_once() throws Exception {
        OperatorSession session = OperatorSession.stranger();
        session.get("/operator/login");
        ExecutorService guesses = Executors.newFixedThreadPool(10);
        try {
            List<Future<Integer>> answers = guesses.invokeAll(Collections.nCopies(30,
                    () -> session.request().contentType("application/x-www-form-urlencoded")
                            .formParam("csrf-token", session.token()).formParam("name", "operator")
                            .formParam("password", "guess").when().post("/operator/login").statusCode()));
            int looked = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(401, 429, 503);
                looked += answer.get() == 401 ? 1 : 0;
            }
            // a slow machine may be at it for longer than the first pauses
            assertThat(looked).isBetween(LoginThrottle.FREE_ATTEMPTS, LoginThrottle.FREE_ATTEMPTS + 2);
        } finally {
            guesses.shutdownNow();
        }
    }

    @Test
    void login_from_another_site() {
        Response answer = OperatorSession.stranger().request().contentType("application/x-www-form-urlencoded")
                .formParam("name", "operator").formParam("password", OperatorSession.password()).when().post("/operator/login");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("这次修改没有执行");
        assertThat(answer.detailedCookies().hasCookieWithName(Sessions.COOKIE)).isFalse();
    }
}
