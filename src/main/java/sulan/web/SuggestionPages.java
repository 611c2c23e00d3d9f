package sulan.web;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.Paper;
import sulan.archive.TagCount;

/** What a search box suggests while somebody types. Only a fragment: a page has it in its search box. */
@Path("/suggestions")
@Produces(MediaType.TEXT_HTML)
@Transactional
class SuggestionPages {

    private final Suggestions suggestions;

    SuggestionPages(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance suggestions(List<TagCount> tags, List<Paper> papers);
    }

    @GET
    public Response suggestions(@RestQuery String q) {
        Suggestions.Found found = suggestions.of(q == null ? "" : q);
        return Htmx.fragment(Templates.suggestions(found.tags(), found.papers()));
    }
}
