package sulan.operator;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.archive.Run;
import sulan.intake.Export;
import sulan.intake.RunInProgressException;
import sulan.web.Language;

/** All editions as digests: into the folder of the settings, or to be downloaded. */
@Path("/operator/export")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class ExportPages {

    private static final Logger LOG = Logger.getLogger(ExportPages.class);

    private final Export export;
    private final Audit audit;
    /** What a request began is not to end with it, nor to be a part of its transaction. */
    private final ManagedExecutor executor = ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING)
            .build();
    private final AtomicBoolean exporting = new AtomicBoolean();

    ExportPages(Export export, Audit audit) {
        this.export = export;
        this.audit = audit;
    }

    /** Begins to write all editions into the folder. */
    @POST
    public Response all() {
        if (!export.isOn()) {
            return Redirect.to(Addresses.BACKFILL, texts().exportOff());
        }
        boolean busy = Run.open().stream().anyMatch(run -> run.kind.lane() == Run.Kind.EXPORT.lane());
        if (busy || !exporting.compareAndSet(false, true)) {
            return Redirect.to(Addresses.BACKFILL, texts().exportInProgress());
        }
        executor.execute(this::exportAll);
        audit.note(Action.EXPORT, "", Audit.texts(ConsoleMessages.class).exportedNote());
        return Redirect.to(Addresses.RUNS, texts().exported());
    }

    private void exportAll() {
        try {
            export.exportAll();
        } catch (RunInProgressException e) {
            LOG.warn("Another run has begun in the meantime; nothing was exported");
        } catch (RuntimeException e) {
            LOG.error("The export broke off", e);
        } finally {
            exporting.set(false);
        }
    }

    /** All editions in one file. */
    @GET
    @Path("/sulan.zip")
    @Produces("application/zip")
    public Response zip() {
        StreamingOutput zip = export::zip;
        return Response.ok(zip).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sulan-digests.zip\"").build();
    }

    private static ConsoleMessages texts() {
        return Language.texts(ConsoleMessages.class);
    }
}
