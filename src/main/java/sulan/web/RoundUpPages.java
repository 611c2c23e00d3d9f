package sulan.web;

import java.util.List;

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
import sulan.archive.Edition;
import sulan.archive.EditionSummary;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** The papers of a week or a month, best first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Transactional
class RoundUpPages {

    private final PaperSearch search;

    RoundUpPages(PaperSearch search) {
        this.search = search;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance roundUp(Period period, PaperList list, List<EditionSummary> editions, Step previous,
                Step next);

        static native TemplateInstance roundUp$papers(PaperList list);
    }

    @GET
    @Path("/weeks/{week}")
    public Response week(String week, @Context UriInfo uri, @Context HttpHeaders headers) {
        return roundUp(Period.Kind.WEEK, week, uri, headers);
    }

    @GET
    @Path("/months/{month}")
    public Response month(String month, @Context UriInfo uri, @Context HttpHeaders headers) {
        return roundUp(Period.Kind.MONTH, month, uri, headers);
    }

    private Response roundUp(Period.Kind kind, String name, UriInfo uri, HttpHeaders headers) {
        Period period = period(kind, name);
        List<EditionSummary> editions = editions(period);
        PaperList list = list(period, uri, search);
        return Htmx.answer(headers, list.address(),
                () -> Templates.roundUp(period, list, editions,
                        Step.period(Edition.dateBefore(period.from()).map(period::of)),
                        Step.period(Edition.dateAfter(period.to()).map(period::of))),
                () -> Templates.roundUp$papers(list));
    }

    /** @throws MissingException if there is no such week or month */
    static Period period(Period.Kind kind, String name) {
        return Period.parse(kind, name).orElseThrow(() -> MissingException.period(kind, name));
    }

    /** @throws MissingException if there are none */
    static List<EditionSummary> editions(Period period) {
        List<EditionSummary> editions = Edition.summaries(period.from(), period.to());
        if (editions.isEmpty()) {
            throw MissingException.editions(period);
        }
        return editions;
    }

    static PaperList list(Period period, UriInfo uri, PaperSearch search) {
        return PaperList.of(period.path(), PaperQuery.ofRange(period.from(), period.to()), uri, search);
    }
}
