package sulan.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An address that cannot be answered, for the tests of errors. */
@Path("/test")
class FailingResource {

    @GET
    @Path("/failure{extension: (\\.json)?}")
    public String fail() {
        throw new IllegalStateException("secret");
    }
}
