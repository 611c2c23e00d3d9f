package sulan.operator;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

/** What the extension that guards changes by a token does not say itself. */
class Answers {

    private static final int AFTER_ALL_OTHERS = 0;

    private final CsrfTokenParameterProvider token;

    Answers(CsrfTokenParameterProvider token) {
        this.token = token;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance token();

        static native TemplateInstance token$notice();
    }

    /** A change without the right token is answered with an empty 400; here it is told what to do. */
    @ServerResponseFilter(priority = Priorities.USER + 1000)
    void explain(ContainerRequestContext request, ContainerResponseContext response) {
        if (isOfOperator(request) && response.getStatus() == 400 && !response.hasEntity()) {
            boolean fragment = "true".equals(request.getHeaderString("HX-Request"));
            if (fragment) {
                response.getHeaders().putSingle("HX-Retarget", "#notice");
                response.getHeaders().putSingle("HX-Reswap", "innerHTML");
            }
            response.setEntity((fragment ? Templates.token$notice() : Templates.token()).render(), null,
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    /**
     * The extension gives a token with every page, or with a list of addresses that would have to name each tag and each day.
     * Readers' pages need none, and could not be kept by caches with it.
     */
    @ServerResponseFilter(priority = AFTER_ALL_OTHERS)
    void keepTokensForOperator(ContainerRequestContext request, RoutingContext context) {
        if (!isOfOperator(request)) {
            context.response().removeCookie(token.getCookieName(), false);
        }
    }

    static boolean isOfOperator(ContainerRequestContext request) {
        return request.getUriInfo().getPath().matches("/?operator(/.*)?");
    }
}
