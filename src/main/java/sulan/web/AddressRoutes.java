package sulan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * What is to be said of an address before a resource is looked for: what should have been encoded in it is, a slash at the end
 * is taken off, and a twin is given whatever the client says that it accepts.
 */
@ApplicationScoped
class AddressRoutes {

    private static final int FIRST = 10_000;
    /**
     * What an address cannot hold as it is (RFC 3986, section 2), but people and browsers put there: a percent sign that
     * begins no escape, as in {@code ?q=100%}, and characters such as {@code |}.
     */
    private static final Pattern UNENCODED = Pattern
            .compile("%(?![0-9A-Fa-f]{2})|[^%!#$&'()*+,/0-9:;=?@A-Z\\[\\]_a-z~.-]+|#");
    private static final Pattern SLASHES_AT_THE_END = Pattern.compile("/+$");
    /** Two of them would make a browser take what follows for a host. */
    private static final Pattern SLASHES_IN_FRONT = Pattern.compile("^[/\\\\]+");

    private final VertxHttpConfig http;

    AddressRoutes(VertxHttpConfig http) {
        this.http = http;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    /** A path that cannot be decoded gets to no filter, nor to what sets the headers: the router gives up on it before. */
    void encodeUndecodable(@Observes Router router) {
        router.errorHandler(400, context -> {
            http.header().forEach((name, header) -> context.response().putHeader(name, header.value()));
            encode(context);
        });
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (UNENCODED.matcher(request.uri()).find()) {
            encode(context);
        } else if (hasSlashAtTheEnd(request)) {
            context.response().setStatusCode(301).putHeader(HttpHeaders.LOCATION, withoutSlash(request)).end();
        } else {
            // the operator's tables are no twins, and who asks for them without a login is told so as he says he reads
            if (Errors.isTwin(request.path()) && !request.path().startsWith("/operator/")) {
                request.headers().set(HttpHeaders.ACCEPT, "*/*");
                // the page is what is to be found
                context.response().putHeader("X-Robots-Tag", "noindex");
            }
            context.next();
        }
    }

    /** The server takes each byte that came for a character; so it is bytes that are encoded, whatever they mean. */
    private static void encode(RoutingContext context) {
        String address = UNENCODED.matcher(context.request().uri())
                .replaceAll(part -> URLEncoder.encode(part.group(), StandardCharsets.ISO_8859_1));
        context.response().setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, SLASHES_IN_FRONT.matcher(address).replaceAll("/")).end();
    }

    private static boolean hasSlashAtTheEnd(HttpServerRequest request) {
        String path = request.path();
        return path.length() > 1 && path.endsWith("/") && !path.startsWith("/q/")
                && (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD);
    }

    private static String withoutSlash(HttpServerRequest request) {
        String path = SLASHES_IN_FRONT.matcher(SLASHES_AT_THE_END.matcher(request.path()).replaceAll("")).replaceAll("/");
        return (path.isEmpty() ? "/" : path) + (request.query() == null ? "" : "?" + request.query());
    }
}
