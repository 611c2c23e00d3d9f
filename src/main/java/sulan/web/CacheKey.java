package sulan.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/**
 * What an answer depends on besides the archive: all that {@code Vary} names, and the portal's own address, which feeds and
 * pages tell.
 *
 * @param address the path with its parameters, as it was asked for
 * @param authority the name and port that the client knows the portal by; empty if it did not say
 * @param isFragment whether htmx asked for the part of the page that changes
 * @param language of the page; {@code null} for twins, whose address alone decides
 */
record CacheKey(String address, String scheme, String authority, boolean isFragment, Language language, Encoding encoding) {

    /**
     * What an answer depends on besides the address. A browser says the same of itself with each request for a page.
     *
     * @param language of pages, if their address does not ask for another
     * @param acceptsPages else whoever asks for a page is to be told that there is nothing else
     */
    record Client(String scheme, String authority, boolean isFragment, Language language, Encoding encoding,
            boolean acceptsPages) {

        /** @param accepted the value of {@code Accept}; {@code null} if the client did not say */
        static boolean acceptsPages(String accepted) {
            return accepted == null || accepted.contains("*/*") || accepted.contains("text/html");
        }
    }

    /**
     * What is asked for; {@code null} if the answer is never kept.
     *
     * @param isForwarded whether a proxy says by which name the client knows the portal
     */
    static CacheKey of(RoutingContext context, boolean isForwarded) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD || request.path() == null) {
            return null;
        }
        return of(request.uri(), request.path(), new Client(scheme(request, isForwarded), authority(request, isForwarded),
                Htmx.asksForFragment(request::getHeader), Language.ofReader(context),
                Encoding.forClient(request.getHeader(HttpHeaders.ACCEPT_ENCODING)),
                Client.acceptsPages(request.getHeader(HttpHeaders.ACCEPT))));
    }

    /** What is asked for with {@code GET}; {@code null} if the answer is never kept. */
    static CacheKey of(String address, String path, Client client) {
        boolean isTwin = Errors.isTwin(path);
        return !isKept(path) || !isTwin && !client.acceptsPages ? null
                : new CacheKey(address, client.scheme, client.authority, client.isFragment, isTwin ? null : client.language,
                        client.encoding);
    }

    private static String scheme(HttpServerRequest request, boolean isForwarded) {
        return isForwarded ? request.scheme() : request.connection().isSsl() ? "https" : "http";
    }

    /** As it stands in the request where nothing else can say it, which is quicker than to read it. */
    private static String authority(HttpServerRequest request, boolean isForwarded) {
        if (!isForwarded && request.version() != HttpVersion.HTTP_2) {
            String host = request.getHeader(HttpHeaders.HOST);
            return host == null ? "" : host;
        }
        HostAndPort authority = request.authority();
        return authority == null ? "" : authority.toString();
    }

    /** The operator's pages are nobody else's; those about the portal's state change without the archive. */
    private static boolean isKept(String path) {
        return Freshness.isOfArchiveAlone(path) && !path.startsWith("/operator") && !path.startsWith("/q/")
                && !path.startsWith(Assets.FOLDER);
    }

    /** Whether it is this page, or a twin or picture of it. */
    boolean isOf(String page) {
        return address.startsWith(page)
                && (address.length() == page.length() || ".?".indexOf(address.charAt(page.length())) >= 0);
    }

    /** About how many bytes it takes. */
    int size() {
        return 160 + address.length() + authority.length();
    }
}
