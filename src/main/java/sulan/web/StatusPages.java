package sulan.web;

import java.time.Clock;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.Deadlines;

/** The state of the archive, kept up to date while a run is going on. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@Transactional
class StatusPages {

    @CheckedTemplate
    static class Templates {

        /** @param model the language model's name; {@code null} if it is not known */
        static native TemplateInstance status(Status status, String model, String version);

        static native TemplateInstance status$state(Status status, String model, String version);
    }

    private final Clock clock;
    private final Deadlines deadlines;
    private final LanguageModel model;
    private final String version;

    StatusPages(Clock clock, Deadlines deadlines, LanguageModel model,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.model = model;
        this.version = version;
    }

    @GET
    public Response status(@Context HttpHeaders headers) {
        Status now = Status.now(clock, deadlines);
        String name = model.name();
        return Htmx.answer(headers, null, () -> Templates.status(now, name, version),
                () -> Templates.status$state(now, name, version));
    }
}
