package sulan.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import sulan.archive.TagCounts;

/** The trends for programs. */
@Path("/trends.json")
@Transactional
class TrendTwins {

    private final TagCounts counts;

    TrendTwins(TagCounts counts) {
        this.counts = counts;
    }

    @Operation(summary = "What is going on among the tags in a week or a month")
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public TrendJson trends(
            @Parameter(description = "week or month; if not given, what suits the length of the archive") @RestQuery String per,
            @Parameter(description = "A day of the week or month, such as 2023-09-20; if not given, the newest day") @RestQuery String until) {
        return TrendJson.of(Trends.of(per, until, counts.current()));
    }
}
