package sulan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a day page may cost a reader on a phone, all that it loads at first included, compressed as the packaged portal sends
 * it.
 * The days of the demo have up to 12 long overviews.
 */
class BudgetIT {

    private static final int MOST = 60_000;
    private static final int MOST_SCRIPT = 25_000;
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/static/[^\"]+)\"");
    private static final Pattern DAY = Pattern.compile("\"date\":\"([0-9-]{10})\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void day_page_with_all_that_it_loads(@TempDir Path home) throws Exception {
        try (Portal portal = Portal.start(home).ready()) {
            portal.waitUntil("the demo is there", () -> portal.body("/days.json").contains("2026-02-24"));
            Set<String> days = all(DAY, portal.body("/days.json"));
            assertThat(days).hasSizeGreaterThanOrEqualTo(8);
            for (String day : days) {
                for (String language : new String[] { "zh", "en" }) {
                    assertInBudget(portal, "/days/" + day + "?lang=" + language);
                }
            }
        }
    }

    private void assertInBudget(Portal portal, String address) throws IOException, InterruptedException {
        byte[] page = compressed(portal, address);
        int sum = page.length;
        int script = 0;
        for (String asset : all(ASSET, unpacked(page))) {
            int size = compressed(portal, asset).length;
            sum += size;
            script += asset.endsWith(".js") ? size : 0;
        }
        assertThat(sum).as("%s with all that it loads, %d of it the page", address, page.length).isLessThanOrEqualTo(MOST);
        assertThat(script).as("scripts of %s", address).isBetween(1, MOST_SCRIPT);
    }

    private byte[] compressed(Portal portal, String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(portal.root() + address)).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).as(address).contains("gzip");
        return answer.body();
    }

    private static String unpacked(byte[] page) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(page))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
