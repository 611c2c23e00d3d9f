package sulan.web;

import java.net.URI;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.Tag;
import sulan.archive.TagCounts;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** All tags, and the papers of one. */
@Path("/tags")
@Produces(MediaType.TEXT_HTML)
@Transactional
class TagPages {

    private final PaperSearch search;
    private final TagCounts counts;
    private final TagHubs hubs;

    TagPages(PaperSearch search, TagCounts counts, TagHubs hubs) {
        this.search = search;
        this.counts = counts;
        this.hubs = hubs;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance tags(TagList list);

        static native TemplateInstance tags$names(TagList list);

        static native TemplateInstance tag(TagHub hub, PaperList list);

        static native TemplateInstance tag$papers(PaperList list);
    }

    @GET
    public Response tags(@RestQuery String q, @RestQuery String sort, @Context HttpHeaders headers) {
        TagList list = TagList.of(q, sort, counts.current());
        return Htmx.answer(headers, list.address(), () -> Templates.tags(list), () -> Templates.tags$names(list));
    }

    /** Another spelling of the tag, or a tag that was merged into it, leads to the one address that it has. */
    @GET
    @Path("/{slug}")
    public Response tag(String slug, @Context UriInfo uri, @Context HttpHeaders headers) {
        Tag tag = Tag.bySpelling(slug).orElseThrow(() -> MissingException.tag(slug));
        if (!tag.slug.equals(slug)) {
            String parameters = uri.getRequestUri().getRawQuery();
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(Links.tag(tag.slug) + (parameters == null ? "" : "?" + parameters))).build();
        }
        PaperList list = list(tag, uri, search);
        return Htmx.answer(headers, list.address(),
                () -> Templates.tag(hubs.of(tag).with(list, search), list),
                () -> Templates.tag$papers(list));
    }

    static PaperList list(Tag tag, UriInfo uri, PaperSearch search) {
        return PaperList.of(Links.tag(tag.slug), PaperQuery.ofTag(tag.slug), uri, search);
    }
}
