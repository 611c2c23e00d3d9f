package sulan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The one row that says which vocabulary the keywords were resolved with, and when merges were looked for. */
@Entity
class Tagging extends PanacheEntityBase {

    @Id
    int id;

    /** SHA-256 of the vocabulary; {@code null} for an archive that is older than the vocabularies. */
    String vocabulary;

    /** The vocabulary of a run that goes over to another one and has not ended; else {@code null}. */
    String nextVocabulary;

    /** The last overview that this run was through with; 0 at its beginning. */
    long nextOverview;

    /** The last paper whose keywords of Hugging Face's this run was through with; empty at its beginning. */
    String nextPaper;

    /** The revision of the archive as of which likely merges were looked for last; {@code null} if they never were. */
    Long proposedRevision;

    static Tagging current() {
        return findById(1);
    }

    /**
     * Lets whoever resolves keywords, and whoever changes where they lead, come one after the other, until the end of the
     * transaction: what is being recorded while tags are merged would go to the tag that is no more.
     */
    static void lock() {
        findById(1, LockModeType.PESSIMISTIC_WRITE);
    }
}
