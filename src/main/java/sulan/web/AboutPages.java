package sulan.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.Edition;

/** What this portal is, where its texts come from, and what else it answers. */
@Path("/about")
@Produces(MediaType.TEXT_HTML)
@Transactional
class AboutPages {

    private final String version;

    AboutPages(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance about(String version, boolean demo);
    }

    @GET
    public Response about() {
        return Htmx.page(Templates.about(version, Edition.content() == Edition.Content.DEMO));
    }
}
