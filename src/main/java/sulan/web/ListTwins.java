package sulan.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import sulan.archive.Edition;
import sulan.archive.TagCounts;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** The lists for programs: the newest edition, all editions, papers, tags. */
@Path("/")
@Transactional
class ListTwins {

    private final PaperSearch search;
    private final TagCounts counts;

    ListTwins(PaperSearch search, TagCounts counts) {
        this.search = search;
        this.counts = counts;
    }

    /** The newest edition. */
    @Operation(summary = "The newest day")
    @GET
    @Path("/index.json")
    @Produces(MediaType.APPLICATION_JSON)
    public DayJson newest(@Context UriInfo uri) {
        Edition newest = Edition.newest().orElseThrow(() -> new NotFoundException("the archive is empty"));
        return DayTwins.json(newest, uri, search);
    }

    @Operation(summary = "All days")
    @GET
    @Path("/days.json")
    @Produces(MediaType.APPLICATION_JSON)
    public DayJson.Days days() {
        return DayJson.Days.of(Edition.summaries());
    }

    @Operation(summary = "All papers, with every filter")
    @GET
    @Path("/papers.json")
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson papers(@Context UriInfo uri) {
        return ListJson.of(search.search(PaperQuery.parse(uri.getQueryParameters(), PaperQuery.ALL)));
    }

    @GET
    @Path("/papers.{twin: " + Twin.OF_LISTS + "}")
    public Response papers(Twin twin, @Context UriInfo uri) {
        return ListTwin.of(Language.texts(Messages.class).papersTitle(), PaperPages.list(uri, search), uri).as(twin);
    }

    @Operation(summary = "All tags")
    @GET
    @Path("/tags.json")
    @Produces(MediaType.APPLICATION_JSON)
    public TagJson.Tags tags(@RestQuery String q, @RestQuery String sort) {
        return TagJson.Tags.of(TagList.whole(q, sort, counts.current()));
    }
}
