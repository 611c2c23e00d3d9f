package sulan.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What the layout of the pages tells others of this portal and the page: {@code {inject:site…}}. */
@Named
@RequestScoped
public class Site {

    private final HttpServerRequest request;

    Site(RoutingContext context) {
        this.request = context.request();
    }

    /** The address of the portal as the client knows it, without a slash at the end; empty if the client does not say. */
    public String root() {
        return request.authority() == null ? "" : request.scheme() + "://" + request.authority();
    }

    /** The address of the page, without query and fragment. */
    public String page() {
        return root() + request.path();
    }
}
