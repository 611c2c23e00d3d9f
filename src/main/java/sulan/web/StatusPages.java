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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.DigestFile;
import sulan.archive.Edition;
import sulan.archive.Paper;
import sulan.archive.Run;
import sulan.archive.Tag;

/** What the archive holds and how its content came in. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@Transactional
class StatusPages {

    private static final int RUNS = 20;

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance status(Counts counts, Run open, List<Run> runs, List<DigestFile> refused,
                List<DigestFile> removed);

        static native TemplateInstance status$state(Counts counts, Run open, List<Run> runs, List<DigestFile> refused,
                List<DigestFile> removed);
    }

    /** How much there is. */
    public record Counts(long editions, long papers, long overviews, long tags) {
    }

    @GET
    public Response status(@Context HttpHeaders headers) {
        Counts counts = new Counts(Edition.count(), Paper.count(), Paper.count("overview is not null"), Tag.count());
        Run open = Run.open().orElse(null);
        List<Run> runs = Run.newest(RUNS);
        List<DigestFile> refused = DigestFile.inState(DigestFile.State.REFUSED);
        List<DigestFile> removed = DigestFile.inState(DigestFile.State.REMOVED);
        return Htmx.answer(headers, "/status",
                () -> Templates.status(counts, open, runs, refused, removed),
                () -> Templates.status$state(counts, open, runs, refused, removed));
    }
}
