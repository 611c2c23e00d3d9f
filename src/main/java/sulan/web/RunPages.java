package sulan.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The report of one run. */
@Path("/status/runs")
@Transactional
class RunPages {

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance run(RunReport report);
    }

    @GET
    @Path("/{run}")
    @Produces(MediaType.TEXT_HTML)
    public Response run(String run) {
        return Htmx.page(Templates.run(RunReport.of(run)));
    }

    @Operation(summary = "One run with its report")
    @GET
    @Path("/{run}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public StatusJson.RunReportJson json(String run) {
        return StatusJson.RunReportJson.of(RunReport.of(run));
    }
}
