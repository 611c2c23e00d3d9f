package sulan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * The most that can be had of the network stack that the portal stands on: a Vert.x server that gives answers out of a map by
 * their paths, without routes, metrics, languages or a cache. {@code bench/run} measures it beside nginx and the portal: it
 * tells how much of the distance between these two is the stack's. Not a test.
 *
 * <p>
 * An answer is a file {@code NAME.bin} with its bytes, and one {@code NAME.head} with its path in the first line and its
 * headers in the others.
 */
final class BareServer extends AbstractVerticle {

    /** As Quarkus has them. */
    private static final int EVENT_LOOPS_PER_PROCESSOR = 2;
    private static final int SEND_BUFFER = 128 * 1024;

    private record Answer(MultiMap headers, ByteBuf body, CharSequence length) {

        static Answer of(List<String> headers, byte[] body) {
            MultiMap told = HttpHeaders.headers();
            for (String header : headers) {
                int colon = header.indexOf(": ");
                told.add(HttpHeaders.createOptimized(header.substring(0, colon)),
                        HttpHeaders.createOptimized(header.substring(colon + 2)));
            }
            return new Answer(told,
                    Unpooled.unreleasableBuffer(Unpooled.directBuffer(body.length).writeBytes(body)).asReadOnly(),
                    HttpHeaders.createOptimized(String.valueOf(body.length)));
        }
    }

    private final Map<String, Answer> answers;
    private final int port;

    private BareServer(Map<String, Answer> answers, int port) {
        this.answers = answers;
        this.port = port;
    }

    /** @param arguments the folder of the answers, and the port */
    public static void main(String[] arguments) throws IOException {
        Map<String, Answer> answers = read(Path.of(arguments[0]));
        int loops = EVENT_LOOPS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops))
                .deployVerticle(() -> new BareServer(answers, Integer.parseInt(arguments[1])),
                        new DeploymentOptions().setInstances(loops));
    }

    private static Map<String, Answer> read(Path folder) throws IOException {
        Map<String, Answer> answers = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".head")).forEach(head -> {
                try {
                    List<String> lines = Files.readAllLines(head);
                    Path body = Path.of(head.toString().replaceFirst("head$", "bin"));
                    answers.put(lines.get(0), Answer.of(lines.subList(1, lines.size()), Files.readAllBytes(body)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return answers;
    }

    @Override
    public void start() {
        vertx.createHttpServer(new HttpServerOptions().setSendBufferSize(SEND_BUFFER)).requestHandler(this::answer)
                .listen(port, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        Answer answer = answers.get(request.path());
        if (answer == null) {
            response.setStatusCode(404).end();
            return;
        }
        response.headers().addAll(answer.headers);
        if (request.headers().contains(HttpHeaders.IF_NONE_MATCH)) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, answer.length).end(Buffer.buffer(answer.body));
        }
    }
}
