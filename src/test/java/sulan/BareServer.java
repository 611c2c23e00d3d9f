package sulan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;

/**
 * The most that can be had of the network stack that the portal stands on: a Vert.x server that answers everything with the
 * bytes of one file, without routes, metrics or a cache. It tells how much of {@code bench/run}'s distance from nginx is the
 * stack's. Not a test; run as
 *
 * <pre>
 * java -XX:+UseSerialGC -Xmx256m -cp "target/test-classes:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" \
 *     sulan.BareServer target/bench/10000/run/nginx/files/list-page.bin 15 8109
 * wrk -t1 -c64 -d10s http://127.0.0.1:8109/
 * </pre>
 */
final class BareServer extends AbstractVerticle {

    private static final int EVENT_LOOPS_PER_PROCESSOR = 2;
    private static final int SEND_BUFFER = 128 * 1024;
    private static final CharSequence VALUE = HttpHeaders.createOptimized("some value that has forty characters, so");

    private final ByteBuf body;
    private final CharSequence length;
    private final CharSequence[] names;
    private final int port;

    private BareServer(ByteBuf body, CharSequence[] names, int port) {
        this.body = body;
        this.length = HttpHeaders.createOptimized(String.valueOf(body.readableBytes()));
        this.names = names;
        this.port = port;
    }

    /** @param arguments the file, how many headers its answer has beside its length, and the port */
    public static void main(String[] arguments) throws IOException {
        ByteBuf body = Unpooled.directBuffer().writeBytes(Files.readAllBytes(Path.of(arguments[0])));
        CharSequence[] names = new CharSequence[Integer.parseInt(arguments[1])];
        for (int i = 0; i < names.length; i++) {
            names[i] = HttpHeaders.createOptimized("x-header-number-" + i);
        }
        int loops = EVENT_LOOPS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops))
                .deployVerticle(() -> new BareServer(body, names, Integer.parseInt(arguments[2])),
                        new DeploymentOptions().setInstances(loops));
    }

    @Override
    public void start() {
        vertx.createHttpServer(new HttpServerOptions().setSendBufferSize(SEND_BUFFER)).requestHandler(request -> {
            HttpServerResponse response = request.response();
            response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
            for (CharSequence name : names) {
                response.putHeader(name, VALUE);
            }
            response.end(Buffer.buffer(body.slice()));
        }).listen(port);
    }
}
