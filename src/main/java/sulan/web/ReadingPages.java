package sulan.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.search.PaperSearch;

/**
 * What a reader marked. The marks are known to the browser alone (web/early has them), so the page is the same for all readers;
 * its script asks for the papers by their ids. With ids in its address it is a page of these papers.
 */
@Path(ReadingPages.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Transactional
class ReadingPages {

    static final String ADDRESS = "/reading";

    private final PaperSearch search;

    ReadingPages(PaperSearch search) {
        this.search = search;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance reading(ReadingList list);

        static native TemplateInstance reading$chosen(ReadingList list);
    }

    @GET
    public Response reading(@RestQuery String ids, @Context HttpHeaders headers) {
        ReadingList list = ReadingList.of(ids, search);
        return Htmx.answer(headers, null, () -> Templates.reading(list), () -> Templates.reading$chosen(list));
    }
}
