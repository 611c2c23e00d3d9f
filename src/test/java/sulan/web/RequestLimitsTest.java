package sulan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import sulan.ArchiveFixture;
import sulan.archive.Archive;

/** What becomes of readers when there are too many of them. */
@QuarkusTest
@TestProfile(RequestLimitsTest.Small.class)
class RequestLimitsTest {

    private static final int MOST = 8;
    private static final int BURST = 5;

    public static class Small implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sulan.requests.most", String.valueOf(MOST), "sulan.requests.client-burst", String.valueOf(BURST),
                    "sulan.requests.client-per-second", "1", "quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    @TestHTTPResource("/")
    URL portal;

    private final List<Socket> clients = new ArrayList<>();

    @BeforeEach
    void fill() {
        fixture.small();
    }

    @AfterEach
    void end() throws IOException {
        WaitingResource.open();
        for (Socket client : clients) {
            client.close();
        }
        await(() -> WaitingResource.waiting() == 0);
    }

    /** As many as are let in for addresses that nobody knows: three quarters. */
    private void fillPlaces() throws IOException {
        WaitingResource.close();
        for (int number = 0; number < MOST * 3 / 4; number++) {
            send("GET /test/wait/" + System.nanoTime() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        await(() -> WaitingResource.waiting() == MOST * 3 / 4);
    }

    private Socket send(String text) throws IOException {
        Socket client = new Socket(portal.getHost(), portal.getPort());
        clients.add(client);
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
        return client;
    }

    private static void await(BooleanSupplier condition) {
        for (int look = 0; look < 600 && !condition.getAsBoolean(); look++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void more_than_can_be_done() throws IOException {
        given().get("/papers");
        given().get("/tags");
        archive.edit(ArchiveFixture.LONGLORA, ArchiveFixture.overview("改正。", null, List.of(), "4.0", "4.0", "4.0"));
        given().get("/papers");
        fillPlaces();
        Response refused = given().get("/papers?sort=practicality");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.header("Content-Security-Policy")).isNotNull();
        assertThat(refused.asString()).contains("<html lang=\"zh-CN\">", "访问的人太多", "请过几秒再试", "/static/bundle/");
        assertThat(given().header("Accept-Language", "en").get("/papers?sort=practicality").asString())
                .contains("<html lang=\"en\">", "more to do than it can");
        Response fragment = given().header("HX-Request", "true").get("/papers?sort=practicality");
        assertThat(fragment.header("HX-Retarget")).isEqualTo("#notice");
        assertThat(fragment.asString()).contains("访问的人太多").doesNotContain("<html");
        Response twin = given().get("/papers.json?sort=novelty");
        assertThat(twin.contentType()).startsWith("application/json");
        assertThat(twin.jsonPath().getInt("status")).isEqualTo(503);
        assertThat(given().get("/papers").statusCode()).as("what is ready").isEqualTo(200);
        assertThat(given().get("/tags").statusCode()).as("what is asked for again and again").isEqualTo(200);
        assertThat(given().get("/operator/login").statusCode()).as("the operator").isEqualTo(200);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/metrics").asString()).contains("sulan_requests_refused_total{reason=\"overload\"",
                "sulan_requests_making " + MOST * 3 / 4);
        WaitingResource.open();
        await(() -> WaitingResource.waiting() == 0);
        await(() -> given().get("/papers?sort=practicality").statusCode() == 200);
    }

    @Test
    void clients_that_go_away_while_they_wait() throws IOException {
        for (int time = 0; time < 3; time++) {
            fillPlaces();
            for (Socket client : clients) {
                client.close();
            }
            clients.clear();
            WaitingResource.open();
            await(() -> WaitingResource.waiting() == 0);
            await(() -> given().get("/q/metrics").asString().contains("sulan_requests_making 0"));
        }
        assertThat(given().get("/papers?sort=novelty").statusCode()).isEqualTo(200);
    }

    @Test
    void client_that_asks_for_too_much() {
        for (int page = 1; page <= BURST; page++) {
            assertThat(from("203.0.113.7").get("/papers?page=" + page).statusCode()).isEqualTo(200);
        }
        Response refused = null;
        // a place comes back each second
        for (int page = 100; page < 120 && (refused == null || refused.statusCode() == 200); page++) {
            refused = from("203.0.113.7").get("/papers?page=" + page);
        }
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3);
        assertThat(refused.asString()).contains("请求太频繁");
        assertThat(from("203.0.113.7").get("/papers?page=1").statusCode()).as("what is ready").isEqualTo(200);
        assertThat(from("203.0.113.8").get("/papers?page=200").statusCode()).as("another client").isEqualTo(200);
    }

    @Test
    void client_on_this_machine() {
        for (int page = 1; page <= 3 * BURST; page++) {
            assertThat(given().get("/papers?page=" + page).statusCode()).isEqualTo(200);
        }
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    @Test
    void customers_network() {
        assertThat(RequestLimits.network("2001:db8:1:2:3:4:5:6")).isEqualTo(RequestLimits.network("2001:db8:1:2:9:9:9:9"))
                .isNotEqualTo(RequestLimits.network("2001:db8:1:3:3:4:5:6"));
        assertThat(RequestLimits.network("198.51.100.1")).isNotEqualTo(RequestLimits.network("198.51.100.2"));
    }

    /** Three hundred that never finish what they ask, or never read what they are told, keep nobody waiting. */
    @Test
    void clients_that_are_slow() throws IOException {
        for (int number = 0; number < 100; number++) {
            send("GET /papers HTTP/1.1\r\nHost: localh");
            send("POST /operator/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 100\r\n\r\nname=");
            send("GET /papers HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20));
        }
        assertThat(given().get("/papers?sort=novelty").statusCode()).isEqualTo(200);
    }

    @Test
    void headers_without_end() throws IOException {
        Socket client = send("GET /papers HTTP/1.1\r\nHost: localhost\r\n");
        StringBuilder header = new StringBuilder();
        for (int line = 0; line < 2000; line++) {
            header.append("X-Header-").append(line).append(": ").append("x".repeat(50)).append("\r\n");
        }
        try {
            client.getOutputStream().write(header.toString().getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
        } catch (IOException e) {
            // turned away before all was sent
        }
        String said;
        try {
            said = new String(client.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            said = "";
        }
        assertThat(said).isIn("", "HTTP/1.1 431");
        assertThat(given().get("/papers").statusCode()).isEqualTo(200);
    }
}
