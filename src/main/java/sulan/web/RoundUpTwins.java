package sulan.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;

import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** Weeks and months for programs. */
@Path("/")
@Transactional
class RoundUpTwins {

    private final PaperSearch search;

    RoundUpTwins(PaperSearch search) {
        this.search = search;
    }

    @Operation(summary = "A week's papers, best first")
    @GET
    @Path("/weeks/{week}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public RoundUpJson week(String week, @Context UriInfo uri) {
        return json(Period.Kind.WEEK, week, uri);
    }

    @Operation(summary = "A month's papers, best first")
    @GET
    @Path("/months/{month}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public RoundUpJson month(String month, @Context UriInfo uri) {
        return json(Period.Kind.MONTH, month, uri);
    }

    @GET
    @Path("/weeks/{week}.{twin: " + Twin.OF_LISTS + "}")
    public Response week(String week, Twin twin, @Context UriInfo uri) {
        return list(Period.Kind.WEEK, week, twin, uri);
    }

    @GET
    @Path("/months/{month}.{twin: " + Twin.OF_LISTS + "}")
    public Response month(String month, Twin twin, @Context UriInfo uri) {
        return list(Period.Kind.MONTH, month, twin, uri);
    }

    private RoundUpJson json(Period.Kind kind, String name, UriInfo uri) {
        Period period = RoundUpPages.period(kind, name);
        PaperQuery query = PaperQuery.parse(uri.getQueryParameters(), PaperQuery.ofRange(period.from(), period.to()));
        return RoundUpJson.of(period, RoundUpPages.editions(period), search.search(query));
    }

    private Response list(Period.Kind kind, String name, Twin twin, UriInfo uri) {
        Period period = RoundUpPages.period(kind, name);
        RoundUpPages.editions(period);
        return ListTwin.of(Language.texts(Messages.class).roundUp(period), RoundUpPages.list(period, uri, search), uri)
                .as(twin);
    }
}
