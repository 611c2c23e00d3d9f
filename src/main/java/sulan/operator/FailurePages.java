package sulan.operator;

import java.time.Clock;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.archive.Deadlines;
import sulan.archive.Failure;
import sulan.web.Language;

/** What went wrong and needs somebody, with what can be done about it. */
@Path("/operator/failures")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class FailurePages {

    private final Audit audit;
    private final Deadlines deadlines;
    private final Clock clock;

    FailurePages(Audit audit, Deadlines deadlines, Clock clock) {
        this.audit = audit;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance failures(Unattended unattended);
    }

    @GET
    public Response failures() {
        return Response.ok(Templates.failures(Unattended.now(clock, deadlines)).render()).build();
    }

    /** Takes a failure off the list, with all older ones that say the same. */
    @POST
    @Path("/{id: [0-9]+}/acknowledgement")
    public Response acknowledge(long id) {
        Failure failure = Failure.<Failure> findByIdOptional(id).orElseThrow(NotFoundException::new);
        int count = failure.acknowledge(clock.instant());
        if (count > 0) {
            audit.note(Action.FAILURE_ACKNOWLEDGED, String.valueOf(id),
                    Audit.texts(ConsoleMessages.class).failureAcknowledgedNote(count, failure.message));
        }
        return Redirect.to(Addresses.FAILURES, texts().failureAcknowledged(count));
    }

    private static ConsoleMessages texts() {
        return Language.texts(ConsoleMessages.class);
    }
}
