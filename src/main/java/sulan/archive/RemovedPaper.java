package sulan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A paper that has left the archive. It may be in it again: then the paper's own, higher revision tells so. */
@Entity
public class RemovedPaper extends PanacheEntityBase {

    /** The arXiv id without version. */
    @Id
    public String paperId;

    /** The revision with which it went. */
    public long revision;
}
