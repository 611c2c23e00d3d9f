package sulan.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.TagCounts;

/** What is going on among the tags in a week or a month. */
@Path("/trends")
@Produces(MediaType.TEXT_HTML)
@Transactional
class TrendPages {

    private final TagCounts counts;

    TrendPages(TagCounts counts) {
        this.counts = counts;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance trends(Trends trends);
    }

    @GET
    public Response trends(@RestQuery String per, @RestQuery String until) {
        return Htmx.page(Templates.trends(Trends.of(per, until, counts.current())));
    }
}
