package sulan.web;

import java.time.LocalDate;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.Edition;
import sulan.archive.TagCount;
import sulan.search.PaperHits;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** The front page: the newest edition's best papers, its month, the strongest tags. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Transactional
class HomePages {

    private static final int BEST = 5;
    /** A tag of a single paper leads nowhere else. */
    private static final int LEAST_PAPERS = 2;

    private final PaperSearch search;

    HomePages(PaperSearch search) {
        this.search = search;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance home(Edition edition, PaperHits best, Calendar.Month month, List<TagCount> tags,
                boolean demo);

        /** What there is to see while the archive is empty. */
        static native TemplateInstance empty();
    }

    @GET
    public Response home() {
        Edition edition = Edition.newest().orElse(null);
        if (edition == null) {
            return Htmx.page(Templates.empty());
        }
        PaperQuery best = PaperQuery.ofDay(edition.date).withSort(PaperQuery.Sort.RECOMMENDATION).withSize(BEST);
        LocalDate first = edition.date.withDayOfMonth(1);
        Calendar calendar = Calendar.of(Edition.summaries(first, edition.date));
        List<TagCount> tags = search.frequentTags().stream().filter(tag -> tag.papers() >= LEAST_PAPERS).toList();
        return Htmx.page(Templates.home(edition, search.search(best), calendar.years().get(0).months().get(0), tags,
                edition.demo));
    }
}
