package sulan.source.huggingface;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;

/** How {@link HuggingFaceStandIn} misbehaves at one call. */
@FunctionalInterface
public interface Fault {

    /**
     * Answers in place of the stand-in.
     *
     * @param regular the answer that would be right
     * @param closed counted down when the stand-in is closed or told to begin anew
     */
    void answer(HttpExchange exchange, byte[] regular, CountDownLatch closed) throws IOException, InterruptedException;

    /** No fault: the right answer, between two faults. */
    Fault NONE = (exchange, regular, closed) -> send(exchange, 200, "application/json", regular);

    /** Does not answer for a minute. */
    Fault HANG = (exchange, regular, closed) -> {
        closed.await(1, TimeUnit.MINUTES);
        exchange.close();
    };

    /** Begins to answer, and does not go on for a minute. */
    Fault HANG_IN_ANSWER = (exchange, regular, closed) -> {
        exchange.sendResponseHeaders(200, regular.length);
        OutputStream body = exchange.getResponseBody();
        body.write(regular, 0, regular.length / 2);
        body.flush();
        closed.await(1, TimeUnit.MINUTES);
        exchange.close();
    };

    /** Half of the JSON, as if that were all. */
    Fault CUT = (exchange, regular, closed) -> send(exchange, 200, "application/json",
            Arrays.copyOf(regular, regular.length / 2));

    /** Half of the JSON, then the connection is closed. */
    Fault CLOSED_IN_ANSWER = (exchange, regular, closed) -> {
        exchange.sendResponseHeaders(200, regular.length);
        exchange.getResponseBody().write(regular, 0, regular.length / 2);
        exchange.close();
    };

    /** The connection is closed without an answer. */
    Fault CLOSED = (exchange, regular, closed) -> exchange.close();

    /** A page for people, with status 200. */
    Fault PAGE = (exchange, regular, closed) -> send(exchange, 200, "text/html",
            "<!doctype html><html><body>Down for maintenance</body></html>".getBytes(StandardCharsets.UTF_8));

    /** No byte, with status 200. */
    Fault NOTHING = (exchange, regular, closed) -> send(exchange, 200, "application/json", new byte[0]);

    /** A list without entries, whatever there is. */
    Fault EMPTY_LIST = (exchange, regular, closed) -> send(exchange, 200, "application/json",
            "[]".getBytes(StandardCharsets.UTF_8));

    /** A refusal without a word about when to come again. */
    static Fault status(int status) {
        return status(status, Map.of());
    }

    /** A refusal with headers of its own. */
    static Fault status(int status, Map<String, String> headers) {
        return (exchange, regular, closed) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, "application/json", "{\"error\":\"a refusal\"}".getBytes(StandardCharsets.UTF_8));
        };
    }

    /** 429 as Hugging Face sends it, with the end of the window in {@code RateLimit}. */
    static Fault tooManyRequests(Duration reset) {
        return status(429, Map.of("RateLimit", "\"api\";r=0;t=" + reset.toSeconds(), "RateLimit-Policy",
                "\"fixed window\";\"api\";q=500;w=300"));
    }

    /** A refusal with {@code Retry-After} in seconds. */
    static Fault retryAfter(int status, Duration pause) {
        return status(status, Map.of("Retry-After", String.valueOf(pause.toSeconds())));
    }

    /** The right answer, with headers of its own. */
    static Fault headers(Map<String, String> headers) {
        return (exchange, regular, closed) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, 200, "application/json", regular);
        };
    }

    /** Another answer than the right one, with status 200. */
    static Fault answer(String content) {
        return (exchange, regular, closed) -> send(exchange, 200, "application/json", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }
}
