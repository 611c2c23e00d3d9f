package sulan.web;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/** How the server's sockets are set. */
@ApplicationScoped
class Sockets implements HttpServerOptionsCustomizer {

    /** More than a page has when it is compressed: so it goes to the system at once, and is not handed over bit by bit. */
    private static final int SEND_BUFFER = 128 << 10;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(SEND_BUFFER);
        // browsers and proxies speak it over TLS only; to look for it takes two more steps for each request
        options.setHttp2ClearTextEnabled(false);
    }
}
