package sulan.web;

import java.time.DateTimeException;
import java.time.LocalDate;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.Edition;
import sulan.archive.EditionSummary;
import sulan.search.PaperHits;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;

/** The archive by date: the calendar, and one edition. */
@Path("/days")
@Produces(MediaType.TEXT_HTML)
@Transactional
class DayPages {

    private final PaperSearch search;

    DayPages(PaperSearch search) {
        this.search = search;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance days(Calendar calendar);

        /**
         * @param contents the same papers as in the list, by rank
         * @param summary how complete the edition is
         */
        static native TemplateInstance day(Edition edition, PaperList list, PaperHits contents, EditionSummary summary,
                Step previous, Step next);

        static native TemplateInstance day$papers(Edition edition, PaperList list, PaperHits contents);
    }

    @GET
    public Response days() {
        return Htmx.page(Templates.days(Calendar.of(Edition.summaries())));
    }

    @GET
    @Path("/{date}")
    public Response day(String date, @Context UriInfo uri, @Context HttpHeaders headers) {
        Edition edition = edition(date);
        EditionSummary summary = edition.summary();
        PaperList list = list(summary, uri, search);
        PaperHits contents = search.search(list.query().withSort(PaperQuery.Sort.RECOMMENDATION).withSize(PaperQuery.MAX_SIZE));
        return Htmx.answer(headers, list.address(),
                () -> Templates.day(edition, list, contents, summary,
                        Step.day(edition.date, Edition.dateBefore(edition.date)),
                        Step.day(edition.date, Edition.dateAfter(edition.date))),
                () -> Templates.day$papers(edition, list, contents));
    }

    static PaperList list(EditionSummary edition, UriInfo uri, PaperSearch search) {
        return PaperList.of(Links.day(edition.date()), base(edition), uri, search);
    }

    /** As the edition lists its papers; while none has an overview, by what is known of all of them: their upvotes. */
    static PaperQuery base(EditionSummary edition) {
        PaperQuery asListed = PaperQuery.ofDay(edition.date());
        return edition.overviews() > 0 ? asListed : asListed.withSort(PaperQuery.Sort.UPVOTES);
    }

    /** @throws MissingException if there is no such edition, or no such date */
    static Edition edition(String date) {
        LocalDate day;
        try {
            day = LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw MissingException.date(date);
        }
        if (day.getYear() < 1 || day.getYear() > 9999) {
            // a date to Java, but not to every database
            throw MissingException.date(date);
        }
        return Edition.<Edition> findByIdOptional(day).orElseThrow(() -> MissingException.edition(day));
    }
}
