package sulan.operator;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry;

/** Who did what, and when. */
@Path("/operator/audit")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class AuditPages {

    private static final int SIZE = 50;

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance audit(Log log);
    }

    /**
     * @param page counted from 1
     * @param pages at least 1
     */
    record Log(List<AuditEntry> entries, int page, int pages) {
    }

    /** @param page counted from 1; what is no such page leads to the nearest */
    @GET
    public Response audit(@RestQuery String page) {
        int pages = (int) Math.max(1, (AuditEntry.count() + SIZE - 1) / SIZE);
        int shown = page != null && page.matches("[1-9][0-9]{0,8}") ? Math.min(pages, Integer.parseInt(page)) : 1;
        return Response.ok(Templates.audit(new Log(AuditEntry.newest(shown, SIZE), shown, pages)).render()).build();
    }
}
