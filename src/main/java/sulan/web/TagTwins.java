package sulan.web;

import java.net.URI;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;

import sulan.archive.Tag;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** The tags for programs. */
@Path("/tags")
@Transactional
class TagTwins {

    private final PaperSearch search;
    private final TagHubs hubs;

    TagTwins(PaperSearch search, TagHubs hubs) {
        this.search = search;
        this.hubs = hubs;
    }

    @Operation(summary = "A tag and its papers")
    @GET
    @Path("/{slug}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public TagJson tag(String slug, @Context UriInfo uri) {
        Tag tag = tag(slug, Twin.JSON, uri);
        return TagJson.of(hubs.of(tag),
                search.search(PaperQuery.parse(uri.getQueryParameters(), PaperQuery.ofTag(slug))));
    }

    @GET
    @Path("/{slug}.{twin: " + Twin.OF_LISTS + "}")
    public Response list(String slug, Twin twin, @Context UriInfo uri) {
        Tag tag = tag(slug, twin, uri);
        return ListTwin.of(Shown.name(tag), TagPages.list(tag, uri, search), uri).as(twin);
    }

    /** @throws RedirectionException if it is another spelling than the slug: to the tag's own address */
    private static Tag tag(String slug, Twin twin, UriInfo uri) {
        Tag tag = Tag.bySpelling(slug).orElseThrow(() -> MissingException.tag(slug));
        if (!tag.slug.equals(slug)) {
            String parameters = uri.getRequestUri().getRawQuery();
            throw new RedirectionException(Response.Status.MOVED_PERMANENTLY, URI.create(Links.tag(tag.slug) + "."
                    + twin.extension() + (parameters == null ? "" : "?" + parameters)));
        }
        return tag;
    }
}
