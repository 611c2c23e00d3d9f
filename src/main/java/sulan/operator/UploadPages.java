package sulan.operator;

import java.io.UncheckedIOException;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.intake.Upload;
import sulan.intake.Uploads;
import sulan.web.Language;

/** Sends digests in. What becomes of them is decided on {@link ReviewPages another page}. */
@Path(UploadPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class UploadPages {

    static final String PATH = "/operator/upload";
    private static final Logger LOG = Logger.getLogger(UploadPages.class);

    private final Uploads uploads;
    private final Audit audit;

    UploadPages(Uploads uploads, Audit audit) {
        this.uploads = uploads;
        this.audit = audit;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance upload(Form form);
    }

    /**
     * @param problem why the last attempt failed; {@code null} if there was none
     * @param waiting what was uploaded before and not decided on
     */
    record Form(String problem, List<Upload> waiting) {
    }

    @GET
    public Response form() {
        return answer(Response.ok(), null);
    }

    @POST
    @Consumes({ MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED })
    public Response upload(@RestForm("files") List<FileUpload> files) {
        // a form without a file sends an empty one without a name
        List<Uploads.Part> parts = files == null ? List.of()
                : files.stream().filter(file -> file.size() > 0 || file.fileName() != null && !file.fileName().isBlank())
                        .map(file -> new Uploads.Part(file.fileName(), file.uploadedFile())).toList();
        if (parts.isEmpty()) {
            return answer(Response.status(422), texts().noFile());
        }
        try {
            Upload upload = uploads.keep(audit.who(), parts);
            audit.note(Action.UPLOADED, named(upload),
                    Audit.texts(UploadMessages.class).auditUploaded(upload.files().size(), upload.passedOver().size()));
            return Redirect.to(address(upload));
        } catch (UncheckedIOException e) {
            LOG.error("An upload could not be kept", e);
            return answer(Response.status(500), texts().failed());
        }
    }

    /** For an upload that no longer waits. */
    Response gone() {
        return answer(Response.status(404), texts().gone());
    }

    private Response answer(Response.ResponseBuilder answer, String problem) {
        return answer.entity(Templates.upload(new Form(problem, uploads.of(audit.who()))).render()).build();
    }

    static String address(Upload upload) {
        return PATH + "/" + upload.token();
    }

    /** What was uploaded, for the log. */
    static String named(Upload upload) {
        return upload.files().isEmpty() ? "-" : upload.files().get(0).name() + (upload.files().size() > 1 ? " …" : "");
    }

    static UploadMessages texts() {
        return Language.texts(UploadMessages.class);
    }
}
