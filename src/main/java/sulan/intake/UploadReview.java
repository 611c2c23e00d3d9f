package sulan.intake;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import sulan.archive.ExpectedChange;
import sulan.digest.Diagnostic;
import sulan.digest.Diagnostic.Level;
import sulan.digest.DigestReader;
import sulan.digest.DigestReader.Reading;

/** Says what an upload holds and what it would change, against the archive as it is now. */
@ApplicationScoped
public class UploadReview {

    private static final int FEW = 5;

    private final Uploads uploads;
    private final ContentReader reader;
    private final FolderClaim claim;
    private final DigestReader texts = new DigestReader();

    UploadReview(Uploads uploads, ContentReader reader, FolderClaim claim) {
        this.uploads = uploads;
        this.reader = reader;
        this.claim = claim;
    }

    /**
     * A file with what was understood of it.
     *
     * @param text {@code null} if the file is no text
     */
    public record Text(Upload.File file, Reading reading, String text) {
    }

    /** Which file has which date, and with which content. */
    private record Dated(LocalDate date, String hash, String name) {
    }

    /** All files of an upload, in their order. Each is read and let go, so that many need no more memory than one. */
    @Transactional
    public List<UploadedDigest> of(Upload upload) {
        List<UploadedDigest> digests = new ArrayList<>();
        List<Dated> dated = new ArrayList<>();
        for (Upload.File file : upload.files()) {
            FileContent content = FileContent.of(uploads.read(upload, file));
            Reading reading = reader.read(content, file.name());
            List<String> refusals = refusals(reading, content.hash());
            dated.add(refusals.isEmpty() ? new Dated(reading.digest().date(), content.hash(), file.name()) : null);
            ExpectedChange change = refusals.isEmpty() ? ExpectedChange.of(reading.digest(), content.hash()) : null;
            digests.add(UploadedDigest.of(file, reading, change, refusals, List.of()));
        }
        return withRivals(digests, dated);
    }

    /** One file in full. */
    public Text text(Upload upload, Upload.File file) {
        byte[] bytes = uploads.read(upload, file);
        return new Text(file, reader.read(FileContent.of(bytes), file.name()), texts.text(bytes));
    }

    private List<String> refusals(Reading reading, String hash) {
        if (reading.digest() == null) {
            return reading.diagnostics().stream().filter(diagnostic -> diagnostic.level() == Level.ERROR)
                    .map(Diagnostic::message).limit(FEW).toList();
        }
        String claimed = claim.against(reading.digest().date(), hash);
        return claimed == null ? List.of() : List.of(claimed);
    }

    private static List<UploadedDigest> withRivals(List<UploadedDigest> digests, List<Dated> dated) {
        Map<LocalDate, List<Dated>> byDate = dated.stream().filter(Objects::nonNull).collect(groupingBy(Dated::date));
        List<UploadedDigest> result = new ArrayList<>();
        for (int i = 0; i < digests.size(); i++) {
            UploadedDigest one = digests.get(i);
            Dated own = dated.get(i);
            List<String> rivals = own == null ? List.of()
                    : byDate.get(own.date).stream().filter(other -> !other.hash.equals(own.hash)).map(Dated::name).toList();
            result.add(new UploadedDigest(one.file(), one.date(), one.papers(), one.warnings(), one.notes(), one.change(),
                    one.refusals(), rivals));
        }
        return result;
    }
}
