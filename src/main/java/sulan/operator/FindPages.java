package sulan.operator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
import sulan.archive.Overview;
import sulan.archive.Paper;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** Finds papers for the operator: hidden ones as well, and those that were edited. */
@Path(FindPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class FindPages {

    static final String PATH = "/operator/papers";
    private static final int MOST = 100;
    private static final int MOST_FOUND = 20;

    private final PaperSearch search;

    FindPages(PaperSearch search) {
        this.search = search;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance papers(Papers papers);
    }

    /**
     * @param query what was looked for; empty if nothing was
     * @param found {@code null} if nothing was looked for
     */
    record Papers(String query, List<Row> found, List<Row> edited, long editedCount, List<Row> hidden, long hiddenCount) {
    }

    record Row(Paper paper, boolean isEdited) {

        static Row of(Paper paper) {
            return new Row(paper, paper.overview != null && paper.overview.origin == Overview.Origin.EDIT);
        }

        /** Where the operator edits it. */
        public String address() {
            return EditPages.address(paper.id);
        }
    }

    /** @param q an id, an address of the paper, or words */
    @GET
    public Response papers(@RestQuery String q) {
        String query = q == null ? "" : q.strip();
        List<Row> edited = Overview.edits(MOST).stream().map(overview -> Row.of(overview.paper)).toList();
        List<Row> hidden = Paper.hiddenOnes(MOST).stream().map(Row::of).toList();
        Papers papers = new Papers(query, query.isEmpty() ? null : found(query), edited,
                Overview.count("origin = ?1 and supersededAt is null", Overview.Origin.EDIT), hidden,
                Paper.count("hidden", true));
        return Response.ok(Templates.papers(papers).render()).build();
    }

    private List<Row> found(String text) {
        Map<String, Paper> found = new LinkedHashMap<>();
        PaperQuery query = PaperQuery.parse(Map.of("q", List.of(text), "size", List.of(String.valueOf(MOST_FOUND))),
                PaperQuery.ALL);
        // a method reference would miss the method that Panache puts into the entity
        query.words().paperId().flatMap(id -> Paper.<Paper> findByIdOptional(id))
                .ifPresent(paper -> found.put(paper.id, paper));
        if (found.isEmpty()) {
            // the index knows those that readers see
            Paper.<Paper> find("hidden = true and lower(title) like ?1 escape '!'", like(text)).page(0, MOST_FOUND).list()
                    .forEach(paper -> found.put(paper.id, paper));
            search.search(query).items().forEach(hit -> found.putIfAbsent(hit.paper().id, hit.paper()));
        }
        return found.values().stream().map(Row::of).toList();
    }

    private static String like(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
