package sulan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.ext.web.RoutingContext;

/**
 * The last that is done about an answer: it becomes bytes, compressed as the client can read it, and gets what spares clients
 * and caches to ask for it again (RFC 9110, RFC 9111). If it is made for the {@link PageCache}, it goes there.
 * <ul>
 * <li>The ETag follows from the bytes as they go out: {@link Validator}.
 * <li>Last-Modified is when the archive changed, or when the portal was started if that was later: another version may show the
 * same archive otherwise. It is left out where it could mislead: at {@code /status}, which shows more than the archive, and for
 * the first seconds after a change, because it counts whole seconds.
 * <li>Browsers ask each time whether what they have is still the same, so that every change is seen at once. Caches on the way
 * may answer for the portal for a while: {@link Freshness}.
 * <li>Errors and redirects have none of these, nor have the operator's pages, which nobody may keep.
 * </ul>
 */
class Validators {

    private static final Pattern OPERATOR = Pattern.compile("/?operator(/.*)?");
    /** What is compressed already. */
    private static final String PICTURE = "image";

    private final PageCache cache;
    private final ObjectMapper json;
    private final Clock clock;
    private final Instant started;

    Validators(PageCache cache, ObjectMapper json, Clock clock) {
        this.cache = cache;
        this.json = json;
        this.clock = clock;
        this.started = clock.instant();
    }

    @ServerResponseFilter
    void validate(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context)
            throws IOException {
        String path = request.getUriInfo().getPath();
        boolean isReaders = !OPERATOR.matcher(path).matches();
        if (response.getStatus() != 200 || !response.hasEntity() || !isReaders) {
            if (isReaders) {
                response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Freshness.NONE.cacheControl());
            }
            if (response.getEntity() instanceof String text && response.getMediaType() != null) {
                encode(text, response.getMediaType(), request, response);
            }
            return;
        }
        MediaType type = type(response);
        PageCache.Rendering rendering = context.get(PageCacheRoutes.RENDERING);
        Encoding encoding = type.getType().equals(PICTURE) ? Encoding.IDENTITY
                : Encoding.forClient(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        byte[] body = encoding.of(bytes(response.getEntity()));
        Validator validator = Validator.of(body, encoding, response.getHeaderString(HttpHeaders.CONTENT_LANGUAGE),
                Freshness.isOfArchiveAlone(path) ? modified() : null);
        response.getHeaders().putSingle(HttpHeaders.ETAG, validator.tag());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Freshness.of(path).cacheControl());
        tellEncoding(encoding, response);
        if (rendering != null) {
            rendering.end(new CachedAnswer(validator, headers(context, response, type).entrySet(), body));
        }
        boolean isSettled = validator.modified() != null
                && CachedAnswer.settled(validator.modified()).isBefore(clock.instant());
        if (isSettled) {
            response.getHeaders().putSingle(HttpHeaders.LAST_MODIFIED, validator.date());
        }
        if (validator.isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE), isSettled)) {
            response.setStatus(304);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
        } else {
            response.setEntity(body, response.getEntityAnnotations(), type);
        }
    }

    /** An error, or a page of the operator's. */
    private static void encode(String text, MediaType type, ContainerRequestContext request,
            ContainerResponseContext response) {
        Encoding encoding = Encoding.forClient(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        tellEncoding(encoding, response);
        response.setEntity(encoding.of(text.getBytes(StandardCharsets.UTF_8)), response.getEntityAnnotations(), type);
    }

    private static void tellEncoding(Encoding encoding, ContainerResponseContext response) {
        String vary = response.getHeaderString(HttpHeaders.VARY);
        response.getHeaders().putSingle(HttpHeaders.VARY,
                (vary == null ? "" : vary + ", ") + HttpHeaders.ACCEPT_ENCODING);
        if (encoding != Encoding.IDENTITY) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, encoding.token());
        }
    }

    private byte[] bytes(Object entity) throws IOException {
        return entity instanceof byte[] bytes ? bytes
                : entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(entity);
    }

    private static MediaType type(ContainerResponseContext response) {
        return response.getMediaType() != null ? response.getMediaType()
                : MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
    }

    private Instant modified() {
        Instant changed = cache.revision().changedAt();
        return changed.isBefore(started) ? started : changed;
    }

    /** What has been set for the answer so far: the portal's headers for all answers, and this one's. */
    private static Map<String, String> headers(RoutingContext context, ContainerResponseContext response, MediaType type) {
        Map<String, String> headers = CachedAnswer.headersForAll(context);
        response.getHeaders().forEach((name, values) -> headers.put(name,
                values.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        headers.put(HttpHeaders.CONTENT_TYPE, type.toString());
        return headers;
    }
}
