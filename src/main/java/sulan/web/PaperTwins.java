package sulan.web;

import java.net.URI;
import java.util.regex.Matcher;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import sulan.archive.Paper;
import sulan.digest.DigestWriter;
import sulan.search.PaperHit;
import sulan.search.PaperSearch;

/** The papers for programs. */
@Path("/papers")
@Transactional
class PaperTwins {

    private final PaperSearch search;
    private final DigestWriter writer = new DigestWriter();

    PaperTwins(PaperSearch search) {
        this.search = search;
    }

    /** @param id old ids have a slash in them: {@code hep-th/9901001} */
    @Operation(summary = "One paper")
    @GET
    @Path("/{id: .+}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public PaperJson paper(String id) {
        return PaperJson.of(hit(id, Twin.JSON));
    }

    /** The paper's section of a digest. Without the head of one, so that nobody takes it for the digest of a day. */
    @GET
    @Path("/{id: .+}.md")
    public Response section(String id) {
        Paper paper = hit(id, Twin.MD).paper();
        return Twin.MD.answer(writer.write(paper.asListed(1, paper.overview)), fileName(id)).build();
    }

    @GET
    @Path("/{id: .+}.bib")
    public Response bibTeX(String id) {
        return Twin.BIB.answer(BibTeX.entry(Citation.of(hit(id, Twin.BIB).paper())), fileName(id)).build();
    }

    @GET
    @Path("/{id: .+}.ris")
    public Response ris(String id) {
        return Twin.RIS.answer(Ris.of(hit(id, Twin.RIS).paper()), fileName(id)).build();
    }

    private static String fileName(String id) {
        return "arxiv-" + id.replace('/', '-');
    }

    private PaperHit hit(String id, Twin twin) {
        PaperHit hit = search.find(id);
        if (hit != null) {
            return hit;
        }
        Matcher withVersion = PaperPages.WITH_VERSION.matcher(id);
        if (withVersion.matches()) {
            throw new RedirectionException(Response.Status.MOVED_PERMANENTLY,
                    URI.create(Links.paper(withVersion.group(1)) + "." + twin.extension()));
        }
        throw MissingException.paper(id);
    }
}
