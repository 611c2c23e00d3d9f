package sulan.operator;

import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.archive.TagCounts;
import sulan.archive.TagCuration;
import sulan.archive.TagProposal;
import sulan.web.Language;

/** The proposed merges of tags, one by one: the likeliest first, and after each decision the next. */
@Path("/operator/tags/proposals")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class ProposalPages {

    private final TagCuration curation;
    private final TagCounts counts;
    private final Audit audit;

    ProposalPages(TagCuration curation, TagCounts counts, Audit audit) {
        this.curation = curation;
        this.counts = counts;
        this.audit = audit;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance proposal(ProposedMerge proposed);
    }

    /** @param at which of the open ones, the likeliest at 0 */
    @GET
    @Transactional
    public Response proposal(@RestQuery @DefaultValue("0") int at) {
        return page(Response.ok(), at, null);
    }

    @POST
    @Path("/{id}/accept")
    public Response accept(long id, @RestForm @DefaultValue("0") int at) {
        return decide(at, texts().proposalAccepted(), () -> {
            curation.accept(id, audit.who());
            TagProposal accepted = TagProposal.findById(id);
            audit.note(Action.MERGE_ACCEPTED, accepted.fromSlug,
                    Audit.texts(OperatorMessages.class).auditMerged(accepted.fromSlug, accepted.intoSlug));
        });
    }

    @POST
    @Path("/{id}/decline")
    public Response decline(long id, @RestForm @DefaultValue("0") int at) {
        return decide(at, texts().proposalDeclined(), () -> {
            curation.decline(id, audit.who());
            TagProposal declined = TagProposal.findById(id);
            audit.note(Action.MERGE_DECLINED, declined.fromSlug,
                    Audit.texts(OperatorMessages.class).auditDeclined(declined.fromSlug, declined.intoSlug));
        });
    }

    /** The next one takes the place of the one that was decided. */
    private Response decide(int at, String done, Runnable decision) {
        Optional<String> problem = Decision.refused(decision);
        return problem.isEmpty() ? Redirect.to("/operator/tags/proposals?at=" + Math.max(0, at), done)
                : QuarkusTransaction.requiringNew().call(() -> page(Response.status(409), at, problem.get()));
    }

    private Response page(Response.ResponseBuilder answer, int at, String problem) {
        return answer.entity(Templates.proposal(ProposedMerge.at(at, counts.current(), problem)).render()).build();
    }

    private static OperatorMessages texts() {
        return Language.texts(OperatorMessages.class);
    }
}
