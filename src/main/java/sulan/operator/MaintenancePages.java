package sulan.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.archive.Backup;
import sulan.intake.Maintenance;
import sulan.web.Language;

/** Making the index anew, and taking the archive along. */
@jakarta.ws.rs.Path("/operator/maintenance")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class MaintenancePages {

    private static final Logger LOG = Logger.getLogger(MaintenancePages.class);
    private static final String PAGE = "/operator/maintenance";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'sulan-'uuuuMMdd'-'HHmm'.zip'")
            .withZone(ZoneOffset.UTC);

    private final Maintenance maintenance;
    private final Backup backup;
    private final Audit audit;
    private final Clock clock;

    MaintenancePages(Maintenance maintenance, Backup backup, Audit audit, Clock clock) {
        this.maintenance = maintenance;
        this.backup = backup;
        this.audit = audit;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance maintenance(State state);
    }

    /**
     * @param pending whether a new index was asked for and has not begun
     * @param address of a database that is copied by tools of its own
     * @param problem why there is no backup; {@code null} if nothing went wrong
     */
    record State(boolean pending, Backup.Kind kind, String address, String problem) {
    }

    @GET
    public Response maintenance() {
        return page(Response.ok(), null);
    }

    @POST
    @jakarta.ws.rs.Path("/index")
    @Transactional
    public Response rebuildIndex() {
        audit.note(Action.INDEX_REBUILD, "index", Audit.texts(OperatorMessages.class).auditRebuild());
        maintenance.rebuildIndex();
        return Redirect.to(PAGE, texts().rebuildAsked());
    }

    /** A change as well: what is taken along is in the log, and no other site can have it made. */
    @POST
    @jakarta.ws.rs.Path("/backup")
    public Response backup() {
        if (backup.kind() != Backup.Kind.FILE) {
            return page(Response.status(409), null);
        }
        Path file = null;
        try {
            file = Files.createTempFile("sulan-backup-", ".zip");
            backup.write(file);
            QuarkusTransaction.requiringNew()
                    .run(() -> audit.note(Action.BACKUP, "backup", Audit.texts(OperatorMessages.class).auditBackup()));
            return Response.ok(handOut(file)).type("application/zip").header(HttpHeaders.CONTENT_LENGTH, Files.size(file))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + NAME.format(clock.instant())).build();
        } catch (IOException e) {
            LOG.error("The backup could not be written", e);
            delete(file);
            return page(Response.status(500), texts().backupFailed());
        }
    }

    private static StreamingOutput handOut(Path file) {
        return body -> {
            try {
                Files.copy(file, body);
            } finally {
                delete(file);
            }
        };
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf(e, "%s stays behind", file);
        }
    }

    private Response page(Response.ResponseBuilder answer, String problem) {
        State state = new State(maintenance.isRebuildPending(), backup.kind(), backup.address(), problem);
        return answer.entity(Templates.maintenance(state).render()).build();
    }

    private static OperatorMessages texts() {
        return Language.texts(OperatorMessages.class);
    }
}
