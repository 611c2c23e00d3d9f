package sulan.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import sulan.search.IndexNotReadyException;
import sulan.search.PaperQuery;
import sulan.search.SlowQueryException;

/** An address that cannot be answered, for the tests of errors. */
@Path("/test")
class FailingResource {

    @GET
    @Path("/failure{extension: (\\.json)?}")
    public String fail() {
        throw new IllegalStateException("secret");
    }

    @GET
    @Path("/slow{extension: (\\.json)?}")
    public String failSlowly() {
        throw new SlowQueryException(PaperQuery.ALL, null);
    }

    @GET
    @Path("/indexing{extension: (\\.json)?}")
    public String failForNow() {
        throw new IndexNotReadyException();
    }
}
