package sulan.web;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import sulan.archive.Edition;
import sulan.archive.EditionSummary;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** Weeks and months for programs. */
@Path("/")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
class RoundUpTwins {

    private final PaperSearch search;

    RoundUpTwins(PaperSearch search) {
        this.search = search;
    }

    @GET
    @Path("/weeks/{week}.json")
    public RoundUpJson week(String week, @Context UriInfo uri) {
        return json(Period.Kind.WEEK, week, uri);
    }

    @GET
    @Path("/months/{month}.json")
    public RoundUpJson month(String month, @Context UriInfo uri) {
        return json(Period.Kind.MONTH, month, uri);
    }

    private RoundUpJson json(Period.Kind kind, String name, UriInfo uri) {
        Period period = Period.parse(kind, name).orElseThrow(() -> MissingException.period(kind, name));
        List<EditionSummary> editions = Edition.summaries(period.from(), period.to());
        if (editions.isEmpty()) {
            throw MissingException.editions(period);
        }
        PaperQuery query = PaperQuery.parse(uri.getQueryParameters(), PaperQuery.ofRange(period.from(), period.to()));
        return RoundUpJson.of(period, editions, search.search(query));
    }
}
