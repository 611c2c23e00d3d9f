package sulan.web;

import java.util.function.Supplier;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.quarkus.qute.TemplateInstance;

/**
 * What htmx asks for and is told. One address answers the whole page and the fragment in it that htmx puts in place of the old
 * one. The only class that knows htmx's headers.
 */
class Htmx {

    private static final String REQUEST = "HX-Request";
    private static final String BOOSTED = "HX-Boosted";
    private static final String HISTORY_RESTORE = "HX-History-Restore-Request";

    /**
     * The page, or its fragment if that is all that is asked for. Either is rendered at once, while the transaction that read
     * what it shows is open.
     *
     * @param address what the browser is to show as the page's address after a fragment
     */
    static Response answer(HttpHeaders headers, String address, Supplier<TemplateInstance> page,
            Supplier<TemplateInstance> fragment) {
        if (!asksForFragment(headers)) {
            return Response.ok(page.get().render()).build();
        }
        return Response.ok(fragment.get().render()).header("HX-Push-Url", address).build();
    }

    /** Whether htmx asks for a part of the page. A page that it puts back from its history, or follows a link to, is whole. */
    static boolean asksForFragment(HttpHeaders headers) {
        return "true".equals(headers.getHeaderString(REQUEST))
                && !"true".equals(headers.getHeaderString(BOOSTED))
                && !"true".equals(headers.getHeaderString(HISTORY_RESTORE));
    }

    /** Makes htmx show an error in the page's place for notices, and leave page and address as they are. */
    static Response.ResponseBuilder inNotice(Response.ResponseBuilder answer) {
        return answer.header("HX-Retarget", "#notice").header("HX-Reswap", "innerHTML").header("HX-Push-Url", "false");
    }

    /** Keeps caches from giving a fragment for a page. */
    @ServerResponseFilter
    void vary(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type != null && MediaType.TEXT_HTML_TYPE.isCompatible(type)) {
            response.getHeaders().add(HttpHeaders.VARY, String.join(", ", REQUEST, BOOSTED, HISTORY_RESTORE));
        }
    }
}
