package sulan.archive;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The one row that holds the {@link Revision}. */
@Entity
class ArchiveRevision {

    @Id
    int id;

    @Column(name = "revision")
    long number;

    Instant changedAt;

    Instant begunAt;
}
