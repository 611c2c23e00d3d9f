package sulan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The one row that says which vocabulary the keywords were resolved with. */
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

    static Tagging current() {
        return findById(1);
    }
}
