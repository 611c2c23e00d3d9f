package sulan.source.huggingface;

import java.time.LocalDate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The address of the daily lists: https://huggingface.co/docs/hub/api. */
@Path("/api/daily_papers")
interface DailyPapersApi {

    /** The answer, whatever its status, with its body still to be read. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    Response list(@QueryParam("date") LocalDate date, @QueryParam("limit") int limit, @QueryParam("p") int page);
}
