package sulan.operator;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.DigestFile;
import sulan.archive.Edition;
import sulan.archive.Failure;
import sulan.archive.Run;
import sulan.archive.TagProposal;

/** What needs the operator's attention. */
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class StartPages {

    private static final int RUNS = 10;

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance start(Attention attention);
    }

    /**
     * @param proposals merges of tags that wait for a decision
     * @param refused files of the folder that did not go in
     * @param failures errors of the last runs
     */
    record Attention(long proposals, long refused, long failures, long editions) {

        public boolean isNone() {
            return proposals == 0 && refused == 0 && failures == 0;
        }
    }

    @GET
    public Response start() {
        return Response.ok(Templates.start(attention()).render()).build();
    }

    private static Attention attention() {
        List<Run> runs = Run.newest(RUNS);
        long failures = runs.isEmpty() ? 0 : Failure.count("level = ?1 and run in ?2", Failure.Level.ERROR, runs);
        return new Attention(TagProposal.count("state", TagProposal.State.OPEN),
                DigestFile.count("state", DigestFile.State.REFUSED), failures, Edition.count());
    }
}
