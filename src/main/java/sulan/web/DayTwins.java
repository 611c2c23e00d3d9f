package sulan.web;

import java.util.List;
import java.util.stream.Stream;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;

import sulan.archive.Edition;
import sulan.archive.EditionSummary;
import sulan.digest.Digest;
import sulan.digest.DigestWriter;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** The editions for programs. */
@Path("/days")
@Transactional
class DayTwins {

    private final PaperSearch search;
    private final DigestWriter writer = new DigestWriter();

    DayTwins(PaperSearch search) {
        this.search = search;
    }

    /** An edition with all its papers; filters and order as on its page. */
    @Operation(summary = "One day's papers")
    @GET
    @Path("/{date}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public DayJson day(String date, @Context UriInfo uri) {
        return json(DayPages.edition(date), uri, search);
    }

    /** The papers of the page. */
    @GET
    @Path("/{date}.{twin: " + Twin.OF_LISTS + "}")
    public Response list(String date, Twin twin, @Context UriInfo uri) {
        Edition edition = DayPages.edition(date);
        if (twin == Twin.MD) {
            return digest(edition);
        }
        String title = Language.texts(Messages.class).dayTitle(edition.date);
        return ListTwin.of(title, DayPages.list(edition.summary(), uri, search), uri).as(twin);
    }

    /** The whole digest, whatever the list is filtered by: it can be imported again, and is called as such files are. */
    private Response digest(Edition edition) {
        Digest digest = edition.digest();
        return Twin.MD.answer(writer.write(digest), digest.name()).build();
    }

    /** All papers that the address asks for, or a page of them if it asks for one. */
    static DayJson json(Edition edition, UriInfo uri, PaperSearch search) {
        EditionSummary summary = edition.summary();
        PaperQuery query = PaperQuery.parse(uri.getQueryParameters(), DayPages.base(summary));
        boolean paged = Stream.of("page", "size").flatMap(
                name -> uri.getQueryParameters().getOrDefault(name, List.of()).stream()).anyMatch(value -> !value.isBlank());
        return DayJson.of(edition, summary, paged ? search.search(query).items() : search.all(query));
    }
}
