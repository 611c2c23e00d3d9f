package sulan.web;

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

/** The state of the archive, kept up to date while a run is going on. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@Transactional
class StatusPages {

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance status(Status status);

        static native TemplateInstance status$state(Status status);
    }

    @GET
    public Response status(@Context HttpHeaders headers) {
        Status now = Status.now();
        return Htmx.answer(headers, null, () -> Templates.status(now), () -> Templates.status$state(now));
    }
}
