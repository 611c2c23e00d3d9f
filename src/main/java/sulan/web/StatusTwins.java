package sulan.web;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the portal is and how it fares, for programs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class StatusTwins {

    /** @param addresses what there is for programs; a part in braces is to be filled in */
    record About(String name, String version, String description, List<String> addresses) {
    }

    private static final List<String> ADDRESSES = List.of("/index.json", "/days.json", "/days/{date}.json", "/days/{date}.md",
            "/weeks/{week}.json", "/months/{month}.json", "/papers.json", "/papers/{id}.json", "/papers/{id}.md", "/tags.json",
            "/tags/{slug}.json", "/status.json", "/about.json");

    private final String version;

    StatusTwins(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @GET
    @Path("/status.json")
    @Transactional
    public StatusJson status() {
        return StatusJson.of(Status.now());
    }

    @GET
    @Path("/about.json")
    public About about() {
        return new About("速览 Sulan", version, "每日 AI 论文速览：按日期、标签和评分阅读", ADDRESSES);
    }
}
