package sulan.web;

import java.time.Clock;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import sulan.archive.Deadlines;

/** What the portal is and how it fares, for programs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class StatusTwins {

    /** @param addresses what there is for programs; a part in braces is to be filled in */
    @Schema(name = "About", description = "What this portal is, and what it has for programs")
    record About(String name, String version, String description, List<String> addresses) {
    }

    private static final List<String> ADDRESSES = List.of("/index.json", "/days.json", "/days/{date}.json", "/days/{date}.md",
            "/days/{date}.atom", "/days/{date}.csv", "/days/{date}.bib", "/weeks/{week}.json", "/weeks/{week}.atom",
            "/weeks/{week}.csv", "/weeks/{week}.bib", "/weeks/{week}.md", "/months/{month}.json", "/months/{month}.atom",
            "/months/{month}.csv", "/months/{month}.bib", "/months/{month}.md", "/papers.json", "/papers.atom", "/papers.csv",
            "/papers.bib", "/papers.md", "/papers/{id}.json", "/papers/{id}.md", "/papers/{id}.bib", "/papers/{id}.ris",
            "/tags.json", "/tags/{slug}.json", "/tags/{slug}.atom", "/tags/{slug}.csv", "/tags/{slug}.bib", "/tags/{slug}.md",
            "/status.json", "/status/runs/{run}.json", "/about.json", "/q/openapi");

    private final String version;
    private final Clock clock;
    private final Deadlines deadlines;
    private final LanguageModel model;

    StatusTwins(@ConfigProperty(name = "quarkus.application.version") String version, Clock clock, Deadlines deadlines,
            LanguageModel model) {
        this.version = version;
        this.clock = clock;
        this.deadlines = deadlines;
        this.model = model;
    }

    @Operation(summary = "The state of the archive")
    @GET
    @Path("/status.json")
    @Transactional
    public StatusJson status() {
        return StatusJson.of(Status.now(clock, deadlines), model, version);
    }

    @Operation(summary = "What this portal is")
    @GET
    @Path("/about.json")
    public About about() {
        Messages texts = Language.texts(Messages.class);
        return new About(texts.siteName(), version, texts.siteDescription(), ADDRESSES);
    }
}
