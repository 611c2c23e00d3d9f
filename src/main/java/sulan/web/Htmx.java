package sulan.web;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

/**
 * What htmx asks for and is told. One address answers the whole page and the fragment in it that htmx puts in place of the old
 * one. The only class that knows htmx's headers, and so the one that every page goes out by. Pages are rendered at once, while
 * the transaction that read what they show is open.
 */
public final class Htmx {

    private static final String REQUEST = "HX-Request";
    private static final String BOOSTED = "HX-Boosted";
    private static final String HISTORY_RESTORE = "HX-History-Restore-Request";
    private static final String PUSH_URL = "HX-Push-Url";
    /** The headers of what goes where the page that asked keeps its notices; that page and its address stay as they are. */
    static final Map<String, String> NOTICE = Map.of("HX-Retarget", "#notice", "HX-Reswap", "innerHTML", PUSH_URL, "false");
    private static final String VARIANTS = String.join(", ", REQUEST, BOOSTED, HISTORY_RESTORE);
    /** What a reader's language follows from besides the address. */
    static final String LANGUAGES = String.join(", ", HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);

    private Htmx() {
    }

    /**
     * The page, or its fragment if that is all that is asked for.
     *
     * @param address what the browser is to show as the page's address after a fragment; {@code null} if the fragment only
     *        brings the same page up to date
     */
    public static Response answer(HttpHeaders headers, String address, Supplier<TemplateInstance> page,
            Supplier<TemplateInstance> fragment) {
        return asksForFragment(headers)
                ? html(Response.ok().header(PUSH_URL, address == null ? "false" : address), fragment.get())
                : page(page.get());
    }

    /** A page without fragments. */
    public static Response page(TemplateInstance page) {
        return html(Response.ok(), page);
    }

    /** A part of pages that has an address of its own, but is no page for anybody to find. */
    public static Response fragment(TemplateInstance fragment) {
        return html(Response.ok().header("X-Robots-Tag", "noindex"), fragment);
    }

    /** Another page of the portal, to which the browser goes as a whole. */
    public static Response elsewhere(HttpHeaders headers, String address) {
        Response.ResponseBuilder answer = asksForFragment(headers)
                ? Response.noContent().header("HX-Redirect", address)
                : Response.seeOther(URI.create(address));
        return answer.header(HttpHeaders.VARY, VARIANTS).build();
    }

    /** An error: as a page, or as a notice on the page that asked. */
    static Response error(HttpHeaders headers, Response.ResponseBuilder answer, Supplier<TemplateInstance> page,
            Supplier<TemplateInstance> notice) {
        if (!asksForFragment(headers)) {
            return html(answer, page.get());
        }
        NOTICE.forEach(answer::header);
        return html(answer, notice.get());
    }

    /** A page that htmx puts back from its history, or to which it follows a link, is whole. */
    private static boolean asksForFragment(HttpHeaders headers) {
        return asksForFragment(headers::getHeaderString);
    }

    /** @param headers gives the value of a header by its name, or {@code null} */
    static boolean asksForFragment(UnaryOperator<String> headers) {
        return "true".equals(headers.apply(REQUEST)) && !"true".equals(headers.apply(BOOSTED))
                && !"true".equals(headers.apply(HISTORY_RESTORE));
    }

    /** Caches must not give a fragment for a page, nor a page in another language than the reader's. */
    private static Response html(Response.ResponseBuilder answer, TemplateInstance template) {
        return answer.entity(template.render()).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.current().tag())
                .header(HttpHeaders.VARY, VARIANTS + ", " + LANGUAGES).build();
    }
}
