package sulan.web;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.apache.http.client.HttpClient;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.aayushatharva.brotli4j.decoder.Decoder;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import sulan.ArchiveFixture;
import sulan.ListedPapers;
import sulan.archive.Archive;
import sulan.archive.Provenance;
import sulan.archive.TagCuration;
import sulan.archive.Thumbnails;
import sulan.digest.Keyword;

/** Answers that are kept, as readers can notice them: by nothing but the time that they take. */
@QuarkusTest
class PageCacheTest {

    /** Pages, then twins; each is asked for as a page, and the pages also as a fragment. */
    private static final List<String> PAGES = List.of("/", "/days", "/days/2023-09-20", "/days/2023-09-22", "/weeks/2023-W38",
            "/months/2023-09", "/papers", "/papers?tag=lora", "/papers?q=LongLoRA&sort=upvotes", "/papers/2309.12307", "/tags",
            "/tags?q=lora", "/tags/lora", "/trends", "/suggestions?q=lo", "/reading?ids=2309.12307", "/papers?lang=en");
    private static final List<String> TWINS = List.of("/index.json", "/days.json", "/days/2023-09-20.json",
            "/days/2023-09-20.md", "/days/2023-09-20.atom", "/weeks/2023-W38.json", "/months/2023-09.csv", "/papers.json",
            "/papers.atom", "/papers.csv", "/papers.bib", "/papers.md", "/papers/2309.12307.json", "/papers/2309.12307.md",
            "/papers/2309.12307.bib", "/tags.json", "/tags/lora.json", "/tags/lora.atom", "/trends.json", "/sitemap.xml",
            "/sitemap-papers-1.xml", "/sitemap-tags-1.xml");

    /** On connections that are kept, as browsers keep them: what is ready is answered otherwise there. */
    private static final RestAssuredConfig CONFIG = config().decoderConfig(decoderConfig().noContentDecoders())
            .httpClient(httpClientConfig().httpClientFactory(PageCacheTest::client).reuseHttpClientInstance());

    private static final java.net.http.HttpClient SHARED = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource
    URL home;
    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    @Inject
    TagCuration tags;
    @Inject
    Thumbnails thumbnails;
    @Inject
    SessionFactory sessions;

    private static HttpClient client() {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        // one is not given back when only the status of its answer is looked at
        connections.setMaxTotal(1_000);
        connections.setDefaultMaxPerRoute(1_000);
        DefaultHttpClient client = new DefaultHttpClient(connections);
        client.getParams().setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
        return client;
    }

    @BeforeEach
    void fill() {
        fixture.small();
        sessions.getStatistics().setStatisticsEnabled(true);
    }

    @AfterEach
    void countNoMore() {
        sessions.getStatistics().setStatisticsEnabled(false);
    }

    record Change(String name, Consumer<PageCacheTest> made, List<String> affected) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                new Change("import of a day", test -> test.archive.record(ArchiveFixture.digest(ArchiveFixture.THURSDAY, 1,
                        ArchiveFixture.paper(1, "2309.11111", "A Fifth Day", ArchiveFixture.overview("新的一天。", null,
                                List.of(new Keyword("LoRA", "低秩适配")), "4.0", "4.0", "4.0"))),
                        List.of(), "thursday"),
                        List.of("/days", "/days.json", "/weeks/2023-W38", "/papers", "/papers.atom", "/tags/lora",
                                "/tags/lora.atom", "/papers?tag=lora", "/days/2023-09-22", "/sitemap-papers-1.xml")),
                new Change("import of a day again", test -> test.archive.record(ArchiveFixture.digest(ArchiveFixture.FRIDAY, 1,
                        ArchiveFixture.paper(1, "2309.11112", "Instead of the Two",
                                ArchiveFixture.overview("只剩一篇。", null, List.of(), "4.0", "4.0", "4.0"))),
                        List.of(), "friday, corrected"),
                        List.of("/", "/index.json", "/days/2023-09-22", "/papers", "/papers/2309.12307", "/papers.csv")),
                new Change("edit", test -> test.archive.edit(ArchiveFixture.LONGLORA,
                        ArchiveFixture.overview("改正后的工作。", "新的亮点。", List.of(), "1.0", "1.0", "1.0")),
                        List.of("/papers/2309.12307", "/papers/2309.12307.json", "/papers/2309.12307.md", "/papers",
                                "/papers.json", "/papers.atom", "/days/2023-09-20", "/tags/lora", "/months/2023-09.csv",
                                "/reading?ids=2309.12307", "/papers?lang=en")),
                new Change("overview of a model", test -> test.archive.write(ArchiveFixture.UNRATED,
                        ArchiveFixture.overview("模型写的工作。", null, List.of(new Keyword("LoRA", null)), "5.0", "5.0", "5.0"),
                        new Provenance("a model", "overview-1", Instant.EPOCH)),
                        List.of("/days/2023-09-20", "/papers", "/papers.bib", "/tags/lora", "/tags/lora.json",
                                "/days/2023-09-20.md")),
                new Change("hiding", test -> test.archive.hide(ArchiveFixture.LONGLORA, true),
                        List.of("/", "/papers", "/papers.json", "/papers/2309.12307", "/papers/2309.12307.json", "/tags/lora",
                                "/days/2023-09-22", "/suggestions?q=lo", "/reading?ids=2309.12307", "/sitemap-papers-1.xml")),
                new Change("upvotes", test -> test.archive.list(ArchiveFixture.FRIDAY,
                        List.of(ListedPapers.full(ArchiveFixture.LONGLORA, "LongLoRA", 321)), List.of(), 0, true, true),
                        List.of("/papers/2309.12307", "/papers/2309.12307.json", "/papers.json",
                                "/papers?q=LongLoRA&sort=upvotes")),
                new Change("merge of tags", test -> test.tags.merge("lora", "hallucination", "operator"),
                        List.of("/tags", "/tags.json", "/tags/lora", "/tags/lora.atom", "/papers.json", "/papers/2309.12307")),
                new Change("name of a tag", test -> test.tags.rename("lora", "Low-Rank Adaptation", "低秩自适应"),
                        List.of("/tags", "/tags/lora", "/papers", "/papers.json", "/papers?lang=en")),
                new Change("alias", test -> test.tags.addAlias("Shifted Sparse Attention", "lora", "operator"),
                        List.of("/tags/lora")))
                .map(Arguments::of);
    }

    /**
     * An answer that nobody asked for before cannot have been kept; with another encoding it is another one. So whatever is
     * asked for again has to be the same as what is asked for the first time.
     */
    @ParameterizedTest
    @MethodSource("changes")
    void every_answer_fresh_after(Change change) {
        Map<String, String> before = new HashMap<>();
        everything((address, isFragment) -> before.put(address + isFragment, said(ask("gzip", isFragment).get(address))));
        everything((address, isFragment) -> assertThat(said(ask("gzip", isFragment).get(address))).as(address)
                .isEqualTo(before.get(address + isFragment)));
        change.made.accept(this);
        Map<String, String> after = new HashMap<>();
        everything((address, isFragment) -> after.put(address + isFragment, said(ask("gzip", isFragment).get(address))));
        everything((address, isFragment) -> assertThat(after.get(address + isFragment)).as(address)
                .isEqualTo(said(ask("identity", isFragment).get(address))));
        List<String> changed = before.keySet().stream().filter(asked -> !before.get(asked).equals(after.get(asked)))
                .map(asked -> asked.replaceAll("(true|false)$", "")).distinct().toList();
        assertThat(changed).containsAll(change.affected);
    }

    private interface Asked {

        void at(String address, boolean isFragment);
    }

    private static void everything(Asked asked) {
        PAGES.forEach(page -> {
            asked.at(page, false);
            asked.at(page, true);
        });
        TWINS.forEach(twin -> asked.at(twin, false));
    }

    private static RequestSpecification ask(String encoding, boolean isFragment) {
        RequestSpecification asked = given().config(CONFIG).redirects().follow(false).header("Accept-Encoding", encoding);
        return isFragment ? asked.header("HX-Request", "true") : asked;
    }

    private static String said(Response response) {
        return response.statusCode() + "\n" + response.header("Location") + "\n" + body(response);
    }

    private static String body(Response response) {
        byte[] body = response.asByteArray();
        try {
            byte[] decoded = "gzip".equals(response.header("Content-Encoding"))
                    ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
                    : "br".equals(response.header("Content-Encoding")) ? Decoder.decompress(body).getDecompressedData() : body;
            return new String(decoded, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/days/2023-09-20", "/papers?tag=lora", "/papers/2309.12307", "/papers.atom", "/papers.json",
            "/papers.csv", "/days/2023-09-20.md" })
    void answer_that_is_ready(String address) {
        Response first = ask("gzip", false).get(address);
        long statements = statements();
        Response second = ask("gzip", false).get(address);
        Response known = ask("gzip", false).header("If-None-Match", first.header("ETag")).get(address);
        Response head = ask("gzip", false).head(address);
        assertThat(statements() - statements).as("questions to the database").isZero();
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(headers(second)).isEqualTo(headers(first));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.asByteArray()).isEmpty();
        Map<String, String> ofTheContent = headers(first);
        ofTheContent.keySet().removeAll(List.of("content-type", "content-encoding", "content-disposition", "content-length"));
        assertThat(headers(known)).isEqualTo(ofTheContent);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(first));
    }

    /** Sent at once: what is ready and what is not, and what is never kept. */
    @Test
    void many_requests_before_the_first_answer() throws IOException {
        ask("identity", false).get("/papers/2309.12307.bib");
        List<String> asked = List.of("/papers/2309.12307.bib", "/papers/2309.12307.bib", "/papers.json?sort=novelty",
                "/papers/2309.12307.bib", "/status.json", "/nowhere", "/papers/2309.12307.bib", "/papers.json?sort=novelty");
        List<String> answers = pipelined(asked);
        assertThat(answers).hasSameSizeAs(asked);
        for (int i = 0; i < asked.size(); i++) {
            String expected = ask("identity", false).get(asked.get(i)).asString();
            if (!asked.get(i).equals("/status.json")) {
                assertThat(answers.get(i)).as("answer %d, to %s", i, asked.get(i)).isEqualTo(expected);
            }
        }
    }

    /** Much more than the network holds, by one who begins to read when he has asked for all. */
    @Test
    void many_requests_of_one_who_does_not_read() throws IOException {
        int length = ask("identity", false).get("/papers").asByteArray().length;
        List<String> answers = pipelined(Collections.nCopies(2_000, "/papers"));
        assertThat(answers).hasSize(2_000);
        assertThat(new HashSet<>(answers)).hasSize(1).first().asString().contains("</html>");
        assertThat(answers.get(0).getBytes(StandardCharsets.UTF_8)).hasSize(length);
    }

    /** The bodies of the answers to requests that are all sent before the first answer is read. */
    private List<String> pipelined(List<String> addresses) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            String requests = addresses.stream().map(address -> "GET " + address + " HTTP/1.1\r\nHost: " + home.getHost() + ":"
                    + home.getPort() + "\r\n\r\n").collect(Collectors.joining());
            // the first by itself: from the second on, a connection is known to be one that is kept
            int first = requests.indexOf("\r\n\r\n") + 4;
            InputStream in = new BufferedInputStream(socket.getInputStream());
            socket.getOutputStream().write(requests.substring(0, first).getBytes(StandardCharsets.UTF_8));
            List<String> bodies = new ArrayList<>(List.of(body(in)));
            Thread sender = new Thread(() -> {
                try {
                    socket.getOutputStream().write(requests.substring(first).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            sender.start();
            sender.join(1_000);
            while (bodies.size() < addresses.size()) {
                bodies.add(body(in));
            }
            return bodies;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("a head is whole: %s", head).isNotNegative();
            head.append((char) next);
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        return new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(Response response) {
        return response.headers().asList().stream().filter(header -> !header.getName().equalsIgnoreCase("Last-Modified"))
                .collect(Collectors.toMap(header -> header.getName().toLowerCase(), header -> header.getValue(),
                        (one, other) -> one + "; " + other, HashMap::new));
    }

    private long statements() {
        return sessions.getStatistics().getPrepareStatementCount();
    }

    @Test
    void many_who_ask_at_once() throws Exception {
        ask("gzip", false).get("/papers?sort=novelty");
        long before = statements();
        ask("gzip", false).get("/papers?sort=practicality");
        long one = statements() - before;
        ExecutorService readers = Executors.newFixedThreadPool(24);
        try {
            List<Callable<String>> asked = IntStream.range(0, 24).<Callable<String>> mapToObj(
                    reader -> () -> unzipped("/papers?sort=practicality&page=1")).toList();
            before = statements();
            List<String> read = new ArrayList<>();
            for (Future<String> page : readers.invokeAll(asked)) {
                read.add(page.get());
            }
            assertThat(read).doesNotContainNull().containsOnly(read.get(0)).first().asString().contains("</html>");
            assertThat(statements() - before).isEqualTo(one);
            for (Future<String> page : readers.invokeAll(asked)) {
                assertThat(page.get()).as("on connections that were kept").isEqualTo(read.get(0));
            }
            assertThat(statements() - before).isEqualTo(one);
        } finally {
            readers.shutdownNow();
        }
    }

    /** By a client that many threads may share, unlike rest-assured's. */
    private String unzipped(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(home + address.substring(1))).header("Accept-Encoding", "gzip")
                .build();
        byte[] body = SHARED.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        return new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void each_encoding() {
        Response plain = ask("identity", false).get("/papers");
        assertThat(plain.header("Content-Encoding")).isNull();
        for (String accepted : List.of("gzip", "gzip, deflate", "br;q=0, gzip;q=0.5", "GZIP;q=1, gzip")) {
            Response gzip = ask(accepted, false).get("/papers");
            assertThat(gzip.header("Content-Encoding")).as(accepted).isEqualTo("gzip");
            assertThat(body(gzip)).isEqualTo(body(plain));
        }
        for (String accepted : List.of("gzip;q=0", "br;q=0.0, gzip;q=0.00", "brotli, gzipped", "deflate")) {
            assertThat(ask(accepted, false).get("/papers").header("Content-Encoding")).as(accepted).isNull();
        }
        Response brotli = ask("gzip, deflate, br, zstd", false).get("/papers");
        if (brotli.header("Content-Encoding").equals("br")) {
            assertThat(body(brotli)).isEqualTo(body(plain));
            assertThat(brotli.asByteArray().length).isLessThan(ask("gzip", false).get("/papers").asByteArray().length);
        }
    }

    @Test
    void each_language() {
        for (int time = 0; time < 2; time++) {
            assertThat(body(ask("gzip", false).get("/papers"))).contains("<html lang=\"zh-CN\">");
            assertThat(body(ask("gzip", false).header("Accept-Language", "en-GB,en;q=0.9").get("/papers")))
                    .contains("<html lang=\"en\">");
            assertThat(body(ask("gzip", false).header("Cookie", "lang=en").get("/papers"))).contains("<html lang=\"en\">");
            Response asked = ask("gzip", false).get("/papers?lang=en");
            assertThat(body(asked)).contains("<html lang=\"en\">");
            assertThat(asked.header("Set-Cookie")).startsWith("lang=en");
        }
    }

    @Test
    void each_name_of_the_portal() {
        for (String name : List.of("one.example", "other.example:8080", "one.example")) {
            assertThat(body(ask("gzip", false).header("Host", name).get("/papers.atom")))
                    .contains("href=\"http://" + name + "/papers.atom\"");
        }
    }

    @Test
    void program_that_wants_json_where_a_page_is_ready() {
        assertThat(ask("gzip", false).get("/papers").statusCode()).isEqualTo(200);
        assertThat(ask("gzip", false).header("Accept", "application/json").get("/papers").statusCode()).isEqualTo(406);
        assertThat(ask("gzip", false).header("Accept", "application/json").get("/papers.atom").statusCode()).isEqualTo(200);
    }

    @Test
    void paper_that_comes() {
        assertThat(ask("gzip", false).get("/papers/2309.11111").statusCode()).isEqualTo(404);
        archive.record(ArchiveFixture.digest(ArchiveFixture.THURSDAY, 1,
                ArchiveFixture.paper(1, "2309.11111", "A Fifth Day",
                        ArchiveFixture.overview("新的一天。", null, List.of(), "4.0", "4.0", "4.0"))),
                List.of(), "thursday");
        assertThat(ask("gzip", false).get("/papers/2309.11111").statusCode()).isEqualTo(200);
    }

    @Test
    void picture_that_comes() {
        assertThat(body(ask("gzip", false).get("/papers/2309.12307"))).doesNotContain("/papers/2309.12307.jpg");
        thumbnails.keep("2309.12307", new byte[] { 1 });
        assertThat(body(ask("gzip", false).get("/papers/2309.12307"))).contains("/papers/2309.12307.jpg");
        assertThat(ask("gzip", false).get("/papers/2309.12307.jpg").asByteArray()).containsExactly(1);
        thumbnails.keep("2309.12307", new byte[] { 2 });
        assertThat(ask("gzip", false).get("/papers/2309.12307.jpg").asByteArray()).containsExactly(2);
    }

    @Test
    void answer_that_did_not_change_when_the_archive_did() {
        Response before = ask("gzip", false).get("/days/2022-12-30.md");
        archive.edit(ArchiveFixture.LONGLORA,
                ArchiveFixture.overview("改正后的工作。", null, List.of(), "4.0", "4.0", "4.0"));
        assertThat(ask("gzip", false).header("If-None-Match", before.header("ETag")).get("/days/2022-12-30.md").statusCode())
                .isEqualTo(304);
    }

    @Test
    void how_long_others_may_keep_it() {
        assertThat(ask("gzip", false).get("/days/2022-12-30").header("Cache-Control")).contains("max-age=0, s-maxage=3600");
        assertThat(ask("gzip", false).get("/months/2022-12.json").header("Cache-Control")).contains("s-maxage=3600");
        for (String address : List.of("/", "/papers", "/days/2023-09-22", "/months/2023-09", "/weeks/2023-W38.atom")) {
            assertThat(ask("gzip", false).get(address).header("Cache-Control")).contains("max-age=0, s-maxage=60");
        }
        for (String address : List.of("/status", "/status.json", "/nowhere")) {
            assertThat(ask("gzip", false).get(address).header("Cache-Control")).isEqualTo("no-cache");
        }
        assertThat(ask("gzip", false).get("/operator/login").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void scripts_and_styles() {
        String page = body(ask("gzip", false).get("/"));
        List<String> assets = Stream.of(page.split("\"")).filter(part -> part.startsWith("/static/")).distinct().toList();
        assertThat(assets).hasSizeGreaterThanOrEqualTo(3);
        for (String address : assets) {
            Response asset = ask("gzip", false).get(address);
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(asset.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(asset.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(body(asset)).isEqualTo(body(ask("identity", false).get(address)));
            assertThat(ask("gzip", false).header("If-None-Match", asset.header("ETag")).get(address).statusCode())
                    .isEqualTo(304);
        }
        assertThat(ask("gzip", false).get("/static/bundle/nothing.js").statusCode()).isEqualTo(404);
        assertThat(ask("gzip", false).get("/static/../sulan/tag/vocabulary.txt").statusCode()).isGreaterThanOrEqualTo(400);
    }
}
