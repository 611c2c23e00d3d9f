package sulan.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.DigestFile;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.EditionSummary;
import sulan.archive.Listing;
import sulan.digest.Digest;
import sulan.digest.DigestWriter;

/**
 * The digest of an edition, as {@code /days/2023-09-20.md} answers it.
 *
 * @param file the name of its file
 * @param text the document
 */
record ExportedDigest(String file, String text) {

    private static final DigestWriter WRITER = new DigestWriter();

    /** The digest of a date that has an edition. */
    static ExportedDigest of(LocalDate date) {
        Digest digest = QuarkusTransaction.requiringNew().call(() -> Edition.<Edition> findById(date).digest());
        return new ExportedDigest(digest.name() + ".md", WRITER.write(digest));
    }

    /** The dates of all real editions that list a paper, oldest first. */
    static List<LocalDate> dates() {
        return QuarkusTransaction.requiringNew().call(() -> Edition.content() != Edition.Content.REAL ? List.of()
                : Edition.summaries().stream().filter(summary -> summary.papers() > 0).map(EditionSummary::date).toList());
    }

    /** The dates of all real editions that are complete. */
    static Set<LocalDate> complete() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Set<LocalDate> dates = new TreeSet<>();
            if (Edition.content() == Edition.Content.REAL) {
                Edition.summaries().stream().filter(summary -> summary.status() == EditionStatus.COMPLETE)
                        .forEach(summary -> dates.add(summary.date()));
            }
            return dates;
        });
    }

    /** The dates of the editions of which something that is shown has changed since a revision of the archive. */
    static Set<LocalDate> changedSince(long revision) {
        return QuarkusTransaction.requiringNew().call(() -> Set.copyOf(Listing.getEntityManager().createQuery(
                "select distinct l.id.editionDate from Listing l where l.paper.revision > :revision", LocalDate.class)
                .setParameter("revision", revision).getResultList()));
    }

    /** Whether the archive has the edition from a file of another name in the folder that digests are read from. */
    static boolean isFromAnotherFile(LocalDate date, String file) {
        return QuarkusTransaction.requiringNew().call(() -> DigestFile.count("editionDate = ?1 and state = ?2 and name <> ?3",
                date, DigestFile.State.RECORDED, file) > 0);
    }
}
