package sulan.archive;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A paper in an edition. */
@Entity
public class Listing extends PanacheEntityBase {

    @Embeddable
    public record Id(LocalDate editionDate, String paperId) implements Serializable {
    }

    @EmbeddedId
    public Id id;

    @MapsId("editionDate")
    @ManyToOne(fetch = FetchType.LAZY)
    public Edition edition;

    @MapsId("paperId")
    @ManyToOne(fetch = FetchType.LAZY)
    public Paper paper;

    /** The place in the edition, counted from 1. */
    public int position;

    /** When the paper was first seen in the edition. */
    public Instant firstSeenAt;
}
