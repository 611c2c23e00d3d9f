package sulan.web;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Gives answers that are ready on one connection of HTTP/1.1, before Vert.x hears of the request: routing, headers and their
 * writing would take longer than all the rest. What it does not know it leaves to Vert.x, which is where it comes from: the
 * first request of a connection goes there, and so does whatever is not a plain {@code GET}.
 * <p>
 * Answers have to go out in the order of their requests. So it keeps count of what Vert.x has not answered yet, and answers
 * nothing itself before that is done.
 */
final class ReadyAnswers extends ChannelDuplexHandler {

    private static final String NAME = "ready-answers";
    /** How Vert.x calls its parts of a connection. */
    private static final String VERTX = "handler";
    private static final String ENCODER = "httpEncoder";

    /** A browser's words are about 300 characters; there may be thousands of connections that say much more, and rest. */
    private static final int LONGEST_KEPT = 2_000;

    /** Headers of requests that are more than a question for a page. */
    private static final CharSequence[] NOT_PLAIN = { HttpHeaderNames.CONTENT_LENGTH, HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.EXPECT, HttpHeaderNames.UPGRADE };

    /** All that a client says and that its answers depend on, as it came. */
    private record Said(String authority, String accept, String languages, String cookies, String encodings,
            boolean isFragment) {

        static Said in(HttpHeaders headers) {
            return new Said(headers.get(HttpHeaderNames.HOST), headers.get(HttpHeaderNames.ACCEPT),
                    headers.get(HttpHeaderNames.ACCEPT_LANGUAGE), headers.get(HttpHeaderNames.COOKIE),
                    headers.get(HttpHeaderNames.ACCEPT_ENCODING), Htmx.asksForFragment(headers::get));
        }

        int length() {
            return Stream.of(authority, accept, languages, cookies, encodings).filter(Objects::nonNull)
                    .mapToInt(String::length).sum();
        }

        CacheKey.Client client(String scheme) {
            return new CacheKey.Client(scheme, Objects.requireNonNullElse(authority, ""), isFragment,
                    Language.ofClient(cookies, languages), Encoding.forClient(encodings),
                    CacheKey.Client.acceptsPages(accept));
        }
    }

    private final Function<CacheKey, Optional<CachedAnswer>> answers;
    private final RequestMetrics metrics;
    private final String scheme;
    /** Behind what makes bytes of answers: these are bytes already. */
    private ChannelHandlerContext network;
    /** Requests that Vert.x has and has not answered; at first the one that this was made for. */
    private int open = 1;
    private boolean isAnswered;
    private boolean isWritten;
    private boolean isHeld;
    private Said said;
    private CacheKey.Client client;

    private ReadyAnswers(Function<CacheKey, Optional<CachedAnswer>> answers, RequestMetrics metrics, String scheme) {
        this.answers = answers;
        this.metrics = metrics;
        this.scheme = scheme;
    }

    /**
     * From the next request on, the connection is answered by this, if it is one that it understands. To be called while the
     * first request of the connection is handed on by Vert.x, when there is no other that might be waiting.
     *
     * @param answers gives the answer that is ready
     */
    static void on(HttpServerRequest request, Function<CacheKey, Optional<CachedAnswer>> answers, RequestMetrics metrics) {
        on(((ConnectionBase) request.connection()).channel().pipeline(), answers, metrics,
                request.connection().isSsl() ? "https" : "http");
    }

    static void on(ChannelPipeline pipeline, Function<CacheKey, Optional<CachedAnswer>> answers, RequestMetrics metrics,
            String scheme) {
        if (pipeline.get(NAME) == null && pipeline.get(ENCODER) != null && pipeline.get(VERTX) != null) {
            pipeline.addBefore(VERTX, NAME, new ReadyAnswers(answers, metrics, scheme));
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        network = context.pipeline().context(ENCODER);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            if (open == 0 && isPlain(request) && answer(request)) {
                isAnswered = true;
                hold(context.channel());
                return;
            }
            open++;
        } else if (isAnswered) {
            isAnswered = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            return;
        }
        context.fireChannelRead(message);
    }

    private static boolean isPlain(HttpRequest request) {
        if (request.method() != HttpMethod.GET || request.protocolVersion() != HttpVersion.HTTP_1_1
                || !request.decoderResult().isSuccess()) {
            return false;
        }
        HttpHeaders headers = request.headers();
        for (CharSequence name : NOT_PLAIN) {
            if (headers.contains(name)) {
                return false;
            }
        }
        String connection = headers.get(HttpHeaderNames.CONNECTION);
        return connection == null || HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection);
    }

    /** Whether there was an answer. */
    private boolean answer(HttpRequest request) {
        long began = System.nanoTime();
        String address = request.uri();
        int query = address.indexOf('?');
        if (!address.startsWith("/") || query >= 0 && address.indexOf(Language.PARAMETER + "=", query) >= 0) {
            // a language that is asked for is remembered, too
            return false;
        }
        String path = query < 0 ? address : address.substring(0, query);
        CacheKey key = CacheKey.of(address, path, client(request.headers()));
        CachedAnswer answer = key == null ? null : answers.apply(key).orElse(null);
        if (answer == null) {
            return false;
        }
        boolean isSettled = answer.isSettled();
        boolean isKnown = answer.isKnown(request.headers().get(HttpHeaderNames.IF_NONE_MATCH),
                request.headers().get(HttpHeaderNames.IF_MODIFIED_SINCE), isSettled);
        network.write(answer.message(isKnown, isSettled), network.voidPromise());
        isWritten = true;
        metrics.answered(answer.addressKind(), path, isKnown, System.nanoTime() - began);
        return true;
    }

    /** What is said again is not read again. */
    private CacheKey.Client client(HttpHeaders headers) {
        Said now = Said.in(headers);
        if (!now.equals(said)) {
            client = now.client(scheme);
            said = now.length() <= LONGEST_KEPT ? now : null;
        }
        return client;
    }

    /** Whoever asks faster than he reads is not read either, or what he has not fetched would grow without end. */
    private void hold(Channel channel) {
        if (!channel.isWritable()) {
            network.flush();
            if (!channel.isWritable()) {
                isHeld = true;
                channel.config().setAutoRead(false);
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isWritten) {
            isWritten = false;
            network.flush();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (isHeld && context.channel().isWritable()) {
            isHeld = false;
            context.channel().config().setAutoRead(true);
        }
        context.fireChannelWritabilityChanged();
    }

    /** What Vert.x answers. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean isInterim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !isInterim) {
            open--;
        }
        context.write(message, promise);
        if (open < 0) {
            // an answer to what was never asked: whoever asked cannot tell any more which answer is whose
            context.close();
        }
    }
}
