package sulan.intake;

import java.time.LocalDate;
import java.util.List;

import sulan.archive.ExpectedChange;
import sulan.digest.Diagnostic.Level;
import sulan.digest.DigestReader.Reading;

/**
 * An uploaded file as it was understood, and what it would change in the archive.
 *
 * @param date {@code null} if it is no digest
 * @param papers how many it lists
 * @param warnings how many parts of it were not understood
 * @param notes how many parts of it were understood and mended
 * @param change {@code null} if it cannot go in
 * @param refusals why it cannot go in, each a sentence; empty if it can
 * @param sameDate names of other files of the upload with the same date and other content; only one of them can go in
 */
public record UploadedDigest(Upload.File file, LocalDate date, int papers, long warnings, long notes, ExpectedChange change,
        List<String> refusals, List<String> sameDate) {

    static UploadedDigest of(Upload.File file, Reading reading, ExpectedChange change, List<String> refusals,
            List<String> sameDate) {
        boolean isDigest = reading.digest() != null;
        return new UploadedDigest(file, isDigest ? reading.digest().date() : null,
                isDigest ? reading.digest().papers().size() : 0, count(reading, Level.WARNING), count(reading, Level.INFO),
                change,
                refusals, sameDate);
    }

    private static long count(Reading reading, Level level) {
        return reading.diagnostics().stream().filter(diagnostic -> diagnostic.level() == level).count();
    }

    /** Whether it can go in. */
    public boolean isAccepted() {
        return refusals.isEmpty();
    }

    /** Whether its reader had nothing to say. */
    public boolean isPlain() {
        return warnings == 0 && notes == 0;
    }

    /** The names of the other files with the same date, for people. */
    public String rivals() {
        return String.join("、", sameDate);
    }

    /** Whether it goes in unless somebody says otherwise. */
    public boolean isProposed() {
        return isAccepted() && sameDate.isEmpty() && change.kind() != ExpectedChange.Kind.NONE;
    }
}
