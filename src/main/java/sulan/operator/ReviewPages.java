package sulan.operator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.archive.Edition;
import sulan.intake.RunInProgressException;
import sulan.intake.Upload;
import sulan.intake.UploadReview;
import sulan.intake.UploadRun;
import sulan.intake.UploadedDigest;
import sulan.intake.Uploads;

/** Shows what an upload would change, and does it, or not. */
@Path(UploadPages.PATH + "/{token}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class ReviewPages {

    /** The framework takes no more than a thousand fields of a form. */
    private static final int MOST_BOXES = 300;

    private final Uploads uploads;
    private final UploadReview review;
    private final UploadRun run;
    private final Audit audit;
    private final UploadPages pages;

    ReviewPages(Uploads uploads, UploadReview review, UploadRun run, Audit audit, UploadPages pages) {
        this.uploads = uploads;
        this.review = review;
        this.run = run;
        this.audit = audit;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance review(Review review);
    }

    /**
     * @param problem why the last attempt failed; {@code null} if there was none
     * @param chosen numbers of the files that are chosen
     * @param demoLeaves whether demo content goes when a digest comes in
     */
    record Review(Upload upload, List<UploadedDigest> digests, String problem, Set<String> chosen, boolean demoLeaves) {

        public List<UploadedDigest> accepted() {
            return digests.stream().filter(UploadedDigest::isAccepted).toList();
        }

        /** Whether there are too many to be chosen one by one. */
        public boolean isLarge() {
            return accepted().size() > MOST_BOXES;
        }

        public int most() {
            return MOST_BOXES;
        }

        public List<UploadedDigest> refused() {
            return digests.stream().filter(digest -> !digest.isAccepted()).toList();
        }

        /** Whether the file is chosen; asked by templates. */
        public boolean has(UploadedDigest digest) {
            return chosen.contains(String.valueOf(digest.file().number()));
        }
    }

    @GET
    public Response review(String token) {
        return uploads.find(token, audit.who()).map(upload -> {
            List<UploadedDigest> digests = review.of(upload);
            return page(Response.ok(), upload, digests, null, numbers(digests.stream().filter(UploadedDigest::isProposed)));
        }).orElseGet(pages::gone);
    }

    /**
     * Records the chosen digests, or discards them all.
     *
     * @param all given where there are too many to be chosen one by one: all that are proposed
     */
    @POST
    @Transactional(TxType.NOT_SUPPORTED)
    public Response decide(String token, @RestForm String decision, @RestForm("digest") List<String> numbers,
            @RestForm String all) {
        Optional<Upload> found = uploads.find(token, audit.who());
        if (found.isEmpty()) {
            return pages.gone();
        }
        Upload upload = found.get();
        if ("discard".equals(decision)) {
            QuarkusTransaction.requiringNew().run(() -> audit.note(Action.UPLOAD_DISCARDED, UploadPages.named(upload),
                    Audit.texts(UploadMessages.class).auditDiscarded(upload.files().size())));
            uploads.discard(upload);
            return Redirect.to(UploadPages.PATH, texts().discarded());
        }
        List<UploadedDigest> digests = review.of(upload);
        List<UploadedDigest> chosen = all != null ? digests.stream().filter(UploadedDigest::isProposed).toList()
                : digests.stream().filter(UploadedDigest::isAccepted)
                        .filter(digest -> numbers != null && numbers.contains(String.valueOf(digest.file().number())))
                        .toList();
        String problem = chosen.isEmpty() ? texts().noneChosen() : rivals(chosen);
        if (problem != null) {
            return refused(Response.status(422), upload, digests, problem, chosen);
        }
        try {
            Long begun = run.begin(upload, chosen.stream().map(UploadedDigest::file).toList(), id -> audit
                    .note(Action.UPLOAD_CONFIRMED, dates(chosen),
                            Audit.texts(UploadMessages.class).auditConfirmed(chosen.size(), dates(chosen), id)));
            return begun == null ? pages.gone() : Redirect.to("/operator/runs/" + begun);
        } catch (RunInProgressException e) {
            return refused(Response.status(409), upload, digests, texts().running(), chosen);
        }
    }

    /** Why not all that is chosen can go in; {@code null} if it can. */
    private static String rivals(List<UploadedDigest> chosen) {
        Map<LocalDate, List<UploadedDigest>> byDate = chosen.stream().filter(digest -> !digest.sameDate().isEmpty())
                .collect(groupingBy(UploadedDigest::date));
        return byDate.entrySet().stream().filter(date -> date.getValue().size() > 1).findFirst()
                .map(date -> texts().rivalsChosen(date.getKey())).orElse(null);
    }

    private static String dates(List<UploadedDigest> chosen) {
        List<String> dates = chosen.stream().map(digest -> digest.date().toString()).distinct().sorted().toList();
        return dates.size() <= 10 ? String.join("、", dates)
                : dates.stream().limit(10).collect(joining("、")) + " … " + dates.get(dates.size() - 1);
    }

    private static Set<String> numbers(Stream<UploadedDigest> digests) {
        return digests.map(digest -> String.valueOf(digest.file().number())).collect(toSet());
    }

    private static Response refused(Response.ResponseBuilder answer, Upload upload, List<UploadedDigest> digests,
            String problem, List<UploadedDigest> chosen) {
        return QuarkusTransaction.requiringNew().call(() -> page(answer, upload, digests, problem, numbers(chosen.stream())));
    }

    private static Response page(Response.ResponseBuilder answer, Upload upload, List<UploadedDigest> digests, String problem,
            Set<String> chosen) {
        boolean demoLeaves = Edition.content() == Edition.Content.DEMO;
        return answer.entity(Templates.review(new Review(upload, digests, problem, chosen, demoLeaves)).render()).build();
    }

    private static UploadMessages texts() {
        return UploadPages.texts();
    }
}
