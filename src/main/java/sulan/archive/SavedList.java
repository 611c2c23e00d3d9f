package sulan.archive;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A file with a saved answer of Hugging Face that was read, so that it is not read again. */
@Entity
public class SavedList extends PanacheEntityBase {

    /** The file's name in its folder. */
    @Id
    public String name;

    /** SHA-256 by which the same content is recognised, in hexadecimal digits. */
    public String contentHash;

    public Instant notedAt;
}
