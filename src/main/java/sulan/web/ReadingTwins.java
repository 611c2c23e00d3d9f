package sulan.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;

import sulan.search.PaperSearch;

/** Papers that a reader chose, to be taken elsewhere. */
@Path("/")
@Transactional
class ReadingTwins {

    private final PaperSearch search;

    ReadingTwins(PaperSearch search) {
        this.search = search;
    }

    @GET
    @Path("reading.{twin: md|bib}")
    public Response reading(Twin twin, @RestQuery String ids, @Context UriInfo uri) {
        ReadingList list = ReadingList.of(ids, search);
        String content = twin == Twin.BIB ? BibTeX.of(list.hits())
                : MarkdownList.of(list, Language.texts(ReadingMessages.class).starredPapers(), Links.root(uri));
        return twin.answer(content, "sulan-reading").build();
    }
}
