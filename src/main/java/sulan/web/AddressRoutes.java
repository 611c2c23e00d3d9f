package sulan.web;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * What is to be said of an address before a resource is looked for: a slash at the end is taken off, and a twin is given
 * whatever the client says that it accepts.
 */
@ApplicationScoped
class AddressRoutes {

    private static final int FIRST = 10_000;
    private static final Pattern SLASHES_AT_THE_END = Pattern.compile("/+$");
    /** Two of them would make a browser take what follows for a host. */
    private static final Pattern SLASHES_IN_FRONT = Pattern.compile("^[/\\\\]+");

    void filter(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasSlashAtTheEnd(request)) {
            context.response().setStatusCode(301).putHeader(HttpHeaders.LOCATION, withoutSlash(request)).end();
        } else {
            if (Errors.isTwin(request.path())) {
                request.headers().set(HttpHeaders.ACCEPT, "*/*");
            }
            context.next();
        }
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
