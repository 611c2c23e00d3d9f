package sulan.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.digest.Digest;
import sulan.intake.Upload;
import sulan.intake.UploadReview;
import sulan.intake.Uploads;

/** Shows one file of an upload as it was understood: its text, with what its reader had to say beside it. */
@Path(UploadPages.PATH + "/{token}/{number}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class UploadTextPages {

    private final Uploads uploads;
    private final UploadReview review;
    private final Audit audit;
    private final UploadPages pages;

    UploadTextPages(Uploads uploads, UploadReview review, Audit audit, UploadPages pages) {
        this.uploads = uploads;
        this.review = review;
        this.audit = audit;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance text(Understood understood);
    }

    record Understood(Upload upload, UploadReview.Text text, SourceListing source, List<Unplaced> unplaced) {
    }

    /**
     * Text that no field could take.
     *
     * @param title of the paper it belongs to; {@code null} for that of the digest
     */
    record Unplaced(String title, String text) {
    }

    @GET
    public Response text(String token, String number) {
        Optional<Upload> upload = uploads.find(token, audit.who());
        Optional<Upload.File> file = upload.stream().flatMap(one -> one.files().stream())
                .filter(one -> String.valueOf(one.number()).equals(number)).findFirst();
        if (file.isEmpty()) {
            return pages.gone();
        }
        UploadReview.Text text = review.text(upload.get(), file.get());
        SourceListing source = SourceListing.of(text.text(), text.reading().diagnostics());
        return Response
                .ok(Templates.text(new Understood(upload.get(), text, source, unplaced(text.reading().digest()))).render())
                .build();
    }

    private static List<Unplaced> unplaced(Digest digest) {
        List<Unplaced> all = new ArrayList<>();
        if (digest != null) {
            if (digest.unplaced() != null) {
                all.add(new Unplaced(null, digest.unplaced()));
            }
            digest.papers().stream().filter(paper -> paper.overview().unplaced() != null)
                    .forEach(paper -> all.add(new Unplaced(paper.title(), paper.overview().unplaced())));
        }
        return all;
    }
}
