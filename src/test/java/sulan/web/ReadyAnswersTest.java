package sulan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;

/** A connection without a network: what Vert.x would be given of it, and what goes out. */
class ReadyAnswersTest {

    private static final Instant LONG_AGO = Instant.parse("2023-09-22T06:00:00Z");
    private static final Validator VALIDATOR = new Validator("\"abc\"", LONG_AGO);

    private final Map<CacheKey, CachedAnswer> ready = new HashMap<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EmbeddedChannel connection = new EmbeddedChannel();
    private final InPlaceOfVertx vertx = new InPlaceOfVertx();

    /** Keeps what it is given, and answers when it is told to. */
    private static final class InPlaceOfVertx extends ChannelInboundHandlerAdapter {

        final List<String> asked = new ArrayList<>();
        private ChannelHandlerContext context;

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            this.context = context;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                asked.add(request.method() + " " + request.uri());
            }
            ReferenceCountUtil.release(message);
        }

        void answer(HttpResponseStatus status, String text) {
            DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
                    Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
            answer.headers().set("content-length", answer.content().readableBytes());
            context.writeAndFlush(answer);
        }
    }

    @BeforeEach
    void open() {
        connection.pipeline().addLast("httpDecoder", new HttpRequestDecoder()).addLast("httpEncoder", new HttpResponseEncoder())
                .addLast("handler", vertx);
        ask("GET /first HTTP/1.1\r\nHost: sulan.example\r\n\r\n");
        ReadyAnswers.on(connection.pipeline(), key -> Optional.ofNullable(ready.get(key)), new RequestMetrics(meters), "http");
        vertx.answer(HttpResponseStatus.OK, "the first");
        assertThat(said()).endsWith("the first");
        vertx.asked.clear();
        keep("/papers", Language.ZH, false, "论文");
        keep("/papers", Language.EN, false, "papers");
        keep("/papers", Language.ZH, true, "a part");
    }

    @AfterEach
    void close() {
        connection.finishAndReleaseAll();
    }

    private void keep(String address, Language language, boolean isFragment, String body) {
        ready.put(new CacheKey(address, "http", "sulan.example", isFragment, language, Encoding.IDENTITY),
                new CachedAnswer(VALIDATOR, Map.of("ETag", VALIDATOR.tag(), "Vary", "Cookie", "Content-Type",
                        "text/html;charset=UTF-8").entrySet(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private void ask(String request) {
        connection.writeInbound(Unpooled.copiedBuffer(request, StandardCharsets.UTF_8));
    }

    private static String get(String address, String... headers) {
        return "GET " + address + " HTTP/1.1\r\nHost: sulan.example\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    /** What has gone out since this was asked last. */
    private String said() {
        StringBuilder said = new StringBuilder();
        for (ByteBuf part = connection.readOutbound(); part != null; part = connection.readOutbound()) {
            said.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return said.toString();
    }

    @Test
    void what_is_ready() {
        ask(get("/papers"));
        assertThat(said()).startsWith("HTTP/1.1 200 OK\r\n").containsIgnoringCase("\r\nContent-Length: 6\r\n")
                .containsIgnoringCase("\r\nLast-Modified: Fri, 22 Sep 2023 06:00:00 GMT\r\n")
                .contains("\r\nETag: \"abc\"\r\n", "\r\nVary: Cookie\r\n").endsWith("\r\n\r\n论文");
        assertThat(vertx.asked).isEmpty();
        assertThat(meters.get("http.server.requests").tags("method", "GET", "outcome", "SUCCESS", "status", "200", "uri",
                "/papers").timer().count()).isEqualTo(1);
    }

    @Test
    void again_and_again() {
        for (int time = 0; time < 3; time++) {
            ask(get("/papers"));
            assertThat(said()).endsWith("论文");
        }
        assertThat(vertx.asked).isEmpty();
    }

    @Test
    void front_page_is_counted_as_quarkus_counts_it() {
        keep("/", Language.ZH, false, "home");
        ask(get("/"));
        assertThat(meters.get("http.server.requests").tag("uri", "root").timer().count()).isEqualTo(1);
    }

    @Test
    void what_the_client_has() {
        ask(get("/papers", "If-None-Match: \"abc\""));
        assertThat(said()).startsWith("HTTP/1.1 304 Not Modified\r\n").contains("\r\nETag: \"abc\"\r\n")
                .doesNotContainIgnoringCase("content-type", "content-length").endsWith("\r\n\r\n");
        ask(get("/papers", "If-Modified-Since: Fri, 22 Sep 2023 06:00:00 GMT"));
        assertThat(said()).startsWith("HTTP/1.1 304 Not Modified\r\n");
        ask(get("/papers", "If-None-Match: \"other\"", "If-Modified-Since: Fri, 22 Sep 2023 06:00:00 GMT"));
        assertThat(said()).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(meters.get("http.server.requests").tags("outcome", "REDIRECTION", "status", "304", "uri", "REDIRECTION")
                .timer().count())
                .isEqualTo(2);
    }

    @Test
    void date_of_a_moment_ago_is_not_told() {
        Instant now = Instant.now();
        ready.put(new CacheKey("/papers", "http", "sulan.example", false, Language.ZH, Encoding.IDENTITY),
                new CachedAnswer(new Validator("\"new\"", now), Map.of("ETag", "\"new\"").entrySet(), new byte[] { 'x' }));
        ask(get("/papers"));
        assertThat(said()).startsWith("HTTP/1.1 200 OK\r\n").doesNotContainIgnoringCase("last-modified").endsWith("\r\n\r\nx");
        ask(get("/papers", "If-None-Match: \"new\""));
        assertThat(said()).startsWith("HTTP/1.1 304 Not Modified\r\n").doesNotContainIgnoringCase("last-modified");
        assertThat(vertx.asked).isEmpty();
    }

    @Test
    void reader_who_changes_between_two_requests() {
        ask(get("/papers") + get("/papers", "Accept-Language: en")
                + get("/papers", "Accept-Language: en", "Cookie: a=b; lang=zh")
                + get("/papers", "HX-Request: true") + get("/papers", "Accept: text/html,*/*;q=0.8"));
        assertThat(said()).containsSubsequence("\r\n\r\n论文", "\r\n\r\npapers", "\r\n\r\n论文", "\r\n\r\na part", "\r\n\r\n论文");
        assertThat(vertx.asked).isEmpty();
    }

    @Test
    void reader_with_much_to_say() {
        String cookie = "Cookie: lang=en; much=" + "x".repeat(3_000);
        ask(get("/papers", cookie) + get("/papers") + get("/papers", cookie) + get("/papers", cookie));
        assertThat(said()).containsSubsequence("\r\n\r\npapers", "\r\n\r\n论文", "\r\n\r\npapers", "\r\n\r\npapers");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /papers HTTP/1.0\r\nHost: sulan.example\r\n\r\n",
            "HEAD /papers HTTP/1.1\r\nHost: sulan.example\r\n\r\n",
            "POST /papers HTTP/1.1\r\nHost: sulan.example\r\nContent-Length: 2\r\n\r\nab",
            "GET /papers HTTP/1.1\r\nHost: sulan.example\r\nContent-Length: 2\r\n\r\nab",
            "GET /papers HTTP/1.1\r\nHost: sulan.example\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET /papers HTTP/1.1\r\nHost: sulan.example\r\nExpect: 100-continue\r\n\r\n",
            "GET /papers HTTP/1.1\r\nHost: sulan.example\r\nConnection: close\r\n\r\n",
            "GET /papers HTTP/1.1\r\nHost: sulan.example\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
            "GET /papers HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", "GET /papers HTTP/1.1\r\n\r\n",
            "GET http://sulan.example/papers HTTP/1.1\r\nHost: sulan.example\r\n\r\n",
            "GET /papers?lang=zh HTTP/1.1\r\nHost: sulan.example\r\n\r\n",
            "GET /papers?q=x HTTP/1.1\r\nHost: sulan.example\r\n\r\n",
            "GET /papers HTTP/1.1\r\nHost: sulan.example\r\nAccept: application/json\r\n\r\n",
            "GET /papers HTTP/1.1\r\nHost: sulan.example\r\nAccept-Encoding: gzip\r\n\r\n",
            "GET /operator HTTP/1.1\r\nHost: sulan.example\r\n\r\n", "GET /papers HTTP/1.1\r\n a: b\r\nnonsense\r\n\r\n" })
    void left_to_vertx(String request) {
        keep("/operator", Language.ZH, false, "never kept");
        keep("/papers?lang=zh", Language.ZH, false, "never kept");
        ask(request);
        assertThat(said()).isEmpty();
        assertThat(vertx.asked).hasSize(1);
    }

    @Test
    void kept_alive_by_name() {
        ask(get("/papers", "Connection: keep-alive"));
        assertThat(said()).endsWith("论文");
    }

    /** They may have been sent at once, and the slow one first. */
    @Test
    void answers_go_out_in_the_order_of_the_requests() {
        ask(get("/slow") + get("/papers") + get("/papers"));
        assertThat(said()).as("it cannot be told whether it would come before the slow one").isEmpty();
        assertThat(vertx.asked).containsExactly("GET /slow", "GET /papers", "GET /papers");
        vertx.answer(HttpResponseStatus.OK, "slow");
        vertx.answer(HttpResponseStatus.OK, "one");
        ask(get("/papers"));
        assertThat(vertx.asked).as("one is still open").hasSize(4);
        vertx.answer(HttpResponseStatus.OK, "two");
        vertx.answer(HttpResponseStatus.OK, "three");
        said();
        ask(get("/papers"));
        assertThat(said()).endsWith("论文");
        assertThat(vertx.asked).hasSize(4);
    }

    @Test
    void word_to_go_on_is_no_answer() {
        ask("POST /slow HTTP/1.1\r\nHost: sulan.example\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        vertx.answer(HttpResponseStatus.CONTINUE, "");
        ask("ab" + get("/papers"));
        assertThat(vertx.asked).containsExactly("POST /slow", "GET /papers");
        assertThat(said()).doesNotContain("论文");
    }

    @Test
    void answer_that_nobody_asked_for() {
        vertx.answer(HttpResponseStatus.OK, "whose?");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whoever_does_not_read_is_not_read() {
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        ask(get("/papers"));
        assertThat(connection.config().isAutoRead()).isFalse();
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        connection.runPendingTasks();
        assertThat(connection.config().isAutoRead()).isTrue();
        assertThat(said()).endsWith("论文");
    }

    @Test
    void only_once_on_a_connection() {
        ReadyAnswers.on(connection.pipeline(), key -> Optional.empty(), new RequestMetrics(meters), "http");
        ask(get("/papers"));
        assertThat(said()).endsWith("论文");
    }
}
