package sulan.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.Paper;
import sulan.archive.Thumbnails;
import sulan.search.Neighbours;
import sulan.search.PaperHit;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** The list of all papers with every filter, and one paper. */
@Path("/papers")
@Produces(MediaType.TEXT_HTML)
@Transactional
class PaperPages {

    /** An id of arXiv, today's or one from before April 2007, as addresses here have it. */
    static final String ID = "[0-9]{4}\\.[0-9]{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/[0-9]{7}";
    /** With the version that arXiv's addresses can have. */
    static final Pattern WITH_VERSION = Pattern.compile("(" + ID + ")v[0-9]+");

    private final PaperSearch search;
    private final Thumbnails thumbnails;

    PaperPages(PaperSearch search, Thumbnails thumbnails) {
        this.search = search;
        this.thumbnails = thumbnails;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(PaperList list);

        static native TemplateInstance list$papers(PaperList list);

        /**
         * @param neighbours {@code null} if no edition lists the paper
         * @param pictured whether there is a small picture of it
         */
        static native TemplateInstance paper(PaperHit hit, Neighbours neighbours, boolean pictured);

        /** What a list opens in place: the overview, the abstract and where else the paper is to be found. */
        static native TemplateInstance overview(PaperHit hit);
    }

    /** An id or an address of a paper that is all that is looked for leads to the paper. */
    @GET
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        Optional<String> paper = PaperQuery.parse(uri.getQueryParameters(), PaperQuery.ALL).words().paperId()
                .filter(PaperPages::isShown);
        if (paper.isPresent()) {
            return Htmx.elsewhere(headers, Links.paper(paper.get()));
        }
        PaperList list = list(uri, search);
        return Htmx.answer(headers, list.address(), () -> Templates.list(list), () -> Templates.list$papers(list));
    }

    static PaperList list(UriInfo uri, PaperSearch search) {
        return PaperList.of("/papers", PaperQuery.ALL, uri, search);
    }

    private static boolean isShown(String id) {
        return Paper.count("id = ?1 and not hidden", id) > 0;
    }

    /** The small picture of a paper that is shown with it. */
    @GET
    @Path("/{id: .+}.jpg")
    @Produces("image/jpeg")
    public Response thumbnail(String id) {
        return Optional.of(id).filter(PaperPages::isShown).flatMap(thumbnails::of)
                .map(picture -> Response.ok(picture, "image/jpeg"))
                .orElseThrow(() -> MissingException.paper(id)).build();
    }

    /** Ids from before April 2007 have a slash, such as {@code hep-th/9901001}. */
    @GET
    @Path("/{id: .+}")
    public Response paper(String id, @Context HttpHeaders headers) {
        PaperHit hit = search.find(id);
        if (hit != null) {
            return Htmx.answer(headers, null, () -> Templates.paper(hit, search.neighbours(hit), thumbnails.has(id)),
                    () -> Templates.overview(hit));
        }
        Matcher withVersion = WITH_VERSION.matcher(id);
        if (withVersion.matches()) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(Links.paper(withVersion.group(1)))).build();
        }
        throw MissingException.paper(id);
    }
}
