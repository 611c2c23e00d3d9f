package sulan.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** An answer of status 200 as it goes out, compressed, with all its headers. */
final class CachedAnswer {

    /** Seconds are all that dates of changes have: before this time has passed, there may be two states with one date. */
    static final Duration UNSETTLED = Duration.ofSeconds(2);
    /** How Quarkus is told which kind of address a request was for; metrics are counted by it. */
    private static final String ADDRESS_KIND = "UrlPathTemplate";
    private static final Set<String> OF_THE_CONTENT = Set.of("content-type", "content-encoding", "content-disposition");
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "date", "set-cookie",
            "transfer-encoding", "last-modified");

    private final Validator validator;
    private final MultiMap headers = HttpHeaders.headers();
    private final MultiMap headersIfKnown = HttpHeaders.headers();
    /** The whole answer as it goes out by HTTP/1.1, and a 304 in its place. */
    private final ByteBuf found;
    private final ByteBuf unchanged;
    private final Buffer body;
    private final CharSequence length;
    private final CharSequence modified;
    private final long settled;
    private final String addressKind;

    /**
     * @param headers those of the answer, the validator's among them; what belongs to one connection is left out
     * @param body as it goes out, encoded
     */
    CachedAnswer(Validator validator, Iterable<Map.Entry<String, String>> headers, byte[] body) {
        this.validator = validator;
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(name)) {
                CharSequence fast = HttpHeaders.createOptimized(header.getKey());
                CharSequence value = HttpHeaders.createOptimized(header.getValue());
                this.headers.add(fast, value);
                if (!OF_THE_CONTENT.contains(name)) {
                    headersIfKnown.add(fast, value);
                }
            }
        }
        this.length = HttpHeaders.createOptimized(String.valueOf(body.length));
        this.modified = validator.modified() == null ? null : HttpHeaders.createOptimized(validator.date());
        byte[] head = head(false, true);
        byte[] headIfKnown = head(true, true);
        ByteBuf all = outsideOfHeap(head, body, headIfKnown);
        this.found = all.slice(0, head.length + body.length);
        this.unchanged = all.slice(head.length + body.length, headIfKnown.length);
        this.body = Buffer.buffer(all.slice(head.length, body.length));
        this.settled = validator.modified() == null ? Long.MAX_VALUE : settled(validator.modified()).toEpochMilli();
        this.addressKind = currentAddressKind();
    }

    /** The headers that are set for every answer, for those of one to be added; nothing yet of how it is encoded. */
    static Map<String, String> headersForAll(RoutingContext context) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        context.response().headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        headers.remove("Content-Encoding");
        return headers;
    }

    private byte[] head(boolean isKnown, boolean isSettled) {
        MultiMap all = HttpHeaders.headers();
        tell(all, isKnown, isSettled);
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(isKnown ? "304 Not Modified" : "200 OK").append("\r\n");
        all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Adds all headers of the answer, or of a 304 in its place, to those that there are. */
    private void tell(MultiMap told, boolean isKnown, boolean isSettled) {
        MultiMap own = isKnown ? headersIfKnown : headers;
        if (told.isEmpty()) {
            // quicker, and so it is for what is ready
            told.addAll(own);
        } else {
            told.setAll(own);
        }
        if (isSettled && modified != null) {
            told.set(HttpHeaders.LAST_MODIFIED, modified);
        }
        if (!isKnown) {
            told.set(HttpHeaders.CONTENT_LENGTH, length);
        }
    }

    /** Where the network takes it from without a copy; freed with this. */
    private static ByteBuf outsideOfHeap(byte[]... parts) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(Stream.of(parts).mapToInt(part -> part.length).sum());
        Stream.of(parts).forEach(bytes::put);
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes.flip())).asReadOnly();
    }

    /** From when on the date of a change tells one state from the other. */
    static Instant settled(Instant modified) {
        return modified.plus(UNSETTLED);
    }

    private static String currentAddressKind() {
        Context context = Vertx.currentContext();
        return context == null ? null : context.getLocal(ADDRESS_KIND);
    }

    /** Which kind of address it is of, by the name that metrics have for it; {@code null} if nobody said. */
    String addressKind() {
        return addressKind;
    }

    /** Whether its date may be told: else there may be another one with the same. */
    boolean isSettled() {
        return System.currentTimeMillis() >= settled;
    }

    /** Whether the client has it already, by what he says: see {@link Validator#isKnown}. */
    boolean isKnown(String tags, String since, boolean isSettled) {
        return (tags != null || since != null) && validator.isKnown(tags, since, isSettled);
    }

    /** The whole answer by HTTP/1.1, as bytes. */
    ByteBuf message(boolean isKnown, boolean isSettled) {
        if (isSettled) {
            return (isKnown ? unchanged : found).duplicate();
        }
        ByteBuf head = Unpooled.wrappedBuffer(head(isKnown, false));
        return isKnown ? head : Unpooled.wrappedBuffer(head, body.getByteBuf().duplicate());
    }

    /** Answers a request with it, or with a 304 if the client has it already. */
    void send(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (addressKind != null) {
            Vertx.currentContext().putLocal(ADDRESS_KIND, addressKind);
        }
        boolean isSettled = isSettled();
        boolean isKnown = isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH),
                request.getHeader(HttpHeaders.IF_MODIFIED_SINCE), isSettled);
        tell(response.headers(), isKnown, isSettled);
        if (isKnown) {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
            response.setStatusCode(304).end();
        } else if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(body);
        }
    }

    /** About how many bytes it takes. */
    int size() {
        return body.length() + 4000;
    }
}
