package sulan.operator;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.intake.Export;
import sulan.intake.Lists;
import sulan.intake.OverviewWriting;

/** What can be done with many days at once. */
@Path("/operator/backfill")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class BackfillPages {

    private static final int UNPROCESSABLE = 422;

    private final Lists lists;
    private final OverviewWriting writing;
    private final Export export;

    BackfillPages(Lists lists, OverviewWriting writing, Export export) {
        this.lists = lists;
        this.writing = writing;
        this.export = export;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance backfill(Choices choices);
    }

    /**
     * @param from as it was entered; {@code null} if nothing was
     * @param to as it was entered; {@code null} if nothing was
     * @param problem with what was entered; {@code null} if there is none
     * @param model the one of the settings; {@code null} if there is none
     * @param exported whether there is a folder to export to
     */
    record Choices(String from, String to, String problem, boolean fetching, String model, boolean exported) {
    }

    @GET
    public Response backfill(@RestQuery String from, @RestQuery String to) {
        return page(Response.Status.OK.getStatusCode(), from, to, null);
    }

    /** The page again, with what was entered and what is wrong with it. */
    Response refused(String from, String to, String problem) {
        return page(UNPROCESSABLE, from, to, problem);
    }

    private Response page(int status, String from, String to, String problem) {
        Choices choices = new Choices(from, to, problem, lists.isEnabled(), writing.model(), export.isOn());
        return Response.status(status).entity(Templates.backfill(choices).render()).build();
    }
}
