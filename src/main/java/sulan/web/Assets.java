package sulan.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Scripts and style sheets, whose names say what is in them: a browser that has one never asks again. Each is compressed once,
 * as far as that goes, when it is first asked for, and served from memory.
 */
@ApplicationScoped
class Assets {

    /** Where the bundler puts them. */
    static final String FOLDER = "/static/";

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES = Map.of("js", "text/javascript;charset=UTF-8", "css",
            "text/css;charset=UTF-8");
    private static final int AFTER_ADDRESSES = 9_500;

    private record Asset(String path, Encoding encoding) {
    }

    private final Vertx vertx;
    private final ConcurrentMap<Asset, CachedAnswer> assets = new ConcurrentHashMap<>();

    Assets(Vertx vertx) {
        this.vertx = vertx;
    }

    /** While somebody works at them, they change under their names; then they are left to the server that knows that. */
    void filter(@Observes Filters filters) {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            filters.register(this::answer, AFTER_ADDRESSES);
        }
    }

    private void answer(RoutingContext context) {
        String path = context.request().path();
        HttpMethod method = context.request().method();
        if (!path.startsWith(FOLDER) || type(path) == null || method != HttpMethod.GET && method != HttpMethod.HEAD) {
            context.next();
            return;
        }
        Asset asset = new Asset(path, Encoding.forClient(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING)));
        CachedAnswer ready = assets.get(asset);
        if (ready != null) {
            ready.send(context);
            return;
        }
        vertx.executeBlocking(() -> made(asset, context), false).onComplete(made -> {
            if (made.succeeded() && made.result().isPresent()) {
                made.result().get().send(context);
            } else {
                context.next();
            }
        });
    }

    private static String type(String path) {
        return TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    }

    /** Empty if there is no such file; what is not there takes no room. */
    private Optional<CachedAnswer> made(Asset asset, RoutingContext context) throws IOException {
        try (InputStream file = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("META-INF/resources" + asset.path)) {
            if (file == null) {
                return Optional.empty();
            }
            byte[] body = asset.encoding.smallest(file.readAllBytes());
            Validator validator = Validator.of(body, asset.encoding, null, null);
            Map<String, String> headers = CachedAnswer.headersForAll(context);
            if (asset.encoding != Encoding.IDENTITY) {
                headers.put("Content-Encoding", asset.encoding.token());
            }
            headers.put("Content-Type", type(asset.path));
            headers.put("Cache-Control", IMMUTABLE);
            headers.put("Vary", "Accept-Encoding");
            headers.put("ETag", validator.tag());
            CachedAnswer answer = new CachedAnswer(validator, headers.entrySet(), body);
            assets.put(asset, answer);
            return Optional.of(answer);
        }
    }
}
