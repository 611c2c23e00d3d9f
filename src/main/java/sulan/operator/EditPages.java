package sulan.operator;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.Archive;
import sulan.archive.AuditEntry.Action;
import sulan.archive.Overview;
import sulan.archive.Paper;
import sulan.web.Language;

/** Edits the overview of a paper, takes the edit back, hides the paper and shows it again. */
@Path(FindPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class EditPages {

    private static final int LONGEST_REASON = 500;

    private final Archive archive;
    private final Audit audit;

    EditPages(Archive archive, Audit audit) {
        this.archive = archive;
        this.audit = audit;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance edit(EditPage page);

        static native TemplateInstance missing(String id);
    }

    @GET
    @Path("/{id: .+}")
    public Response paper(String id) {
        Paper paper = Paper.findById(id);
        return paper == null ? missing(id) : page(Response.ok(), EditPage.of(paper));
    }

    /** Shows what was written as readers would see it, or records it. */
    @POST
    @Path("/{id: .+}")
    public Response edit(String id, @BeanParam SentOverview sent, @RestForm String decision) {
        Paper paper = locked(id);
        if (paper == null) {
            return missing(id);
        }
        OverviewForm form = sent.form();
        if (!form.isValid()) {
            return page(Response.status(422), EditPage.of(paper, form, texts().problems(), null));
        }
        Overview shown = paper.overview;
        sulan.digest.Overview content = form.content(shown == null ? null : shown.unplaced);
        boolean isOvertaken = !form.base().equals(OverviewForm.numberOf(shown));
        if (isOvertaken) {
            // what is sent next is meant to take the place of what is shown here
            OverviewForm again = form.withBase(OverviewForm.numberOf(shown));
            OverviewDifference conflict = OverviewDifference.of(shown == null ? null : shown.content(), content);
            return page(Response.status(409), EditPage.of(paper, again, texts().conflict(), conflict).withDraft(content));
        }
        if (!"save".equals(decision)) {
            return page(Response.ok(), EditPage.of(paper, form, null, null).withDraft(content));
        }
        if (shown != null && shown.content().equals(content)) {
            return Redirect.to(address(id), texts().nothingChanged());
        }
        OverviewDifference difference = OverviewDifference.of(shown == null ? null : shown.content(), content);
        archive.edit(id, content);
        audit.note(Action.OVERVIEW_EDITED, id, Audit.texts(EditMessages.class).auditEdited(
                difference.parts().stream().map(part -> Audit.texts(EditMessages.class).field(part.field()))
                        .collect(joining("、"))));
        return Redirect.to(address(id), texts().saved());
    }

    /** Takes the edit back that the operator has seen. */
    @POST
    @Path("/{id: .+}/withdrawal")
    public Response withdraw(String id, @RestForm String base) {
        Paper paper = locked(id);
        if (paper == null) {
            return missing(id);
        }
        if (!OverviewForm.numberOf(paper.overview).equals(base) || !archive.withdrawEdit(id)) {
            return page(Response.status(409), EditPage.of(paper, OverviewForm.of(paper.overview), texts().nothingToWithdraw(),
                    null));
        }
        audit.note(Action.EDIT_WITHDRAWN, id, Audit.texts(EditMessages.class).auditWithdrawn());
        return Redirect.to(address(id), texts().withdrawn());
    }

    /** @param hidden {@code true}, or anything else to show the paper again */
    @POST
    @Path("/{id: .+}/visibility")
    public Response hide(String id, @RestForm String hidden, @RestForm String reason) {
        Paper paper = locked(id);
        if (paper == null) {
            return missing(id);
        }
        boolean isHidden = "true".equals(hidden);
        if (paper.hidden != isHidden) {
            archive.hide(id, isHidden);
            audit.note(isHidden ? Action.PAPER_HIDDEN : Action.PAPER_SHOWN, id, sentence(isHidden, reason));
        }
        return Redirect.to(address(id), isHidden ? texts().hidden() : texts().shown());
    }

    private static String sentence(boolean isHidden, String reason) {
        String why = reason == null ? "" : reason.replace("\0", "").strip();
        why = why.substring(0, Math.min(why.length(), LONGEST_REASON));
        if (why.isEmpty()) {
            return isHidden ? Audit.texts(EditMessages.class).auditHidden() : Audit.texts(EditMessages.class).auditShown();
        }
        return isHidden ? Audit.texts(EditMessages.class).auditHiddenBecause(why)
                : Audit.texts(EditMessages.class).auditShownBecause(why);
    }

    /** The paper, which nobody else changes until the transaction ends; {@code null} if there is none. */
    private static Paper locked(String id) {
        return Paper.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Response missing(String id) {
        return Response.status(404).entity(Templates.missing(id).render()).build();
    }

    private static Response page(Response.ResponseBuilder answer, EditPage page) {
        return answer.entity(Templates.edit(page).render()).build();
    }

    static String address(String id) {
        return FindPages.PATH + "/" + id;
    }

    private static EditMessages texts() {
        return Language.texts(EditMessages.class);
    }
}
