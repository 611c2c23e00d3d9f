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

    /** Whether Hugging Face's list of the date has the paper: then no other source takes it from the edition. */
    public boolean huggingFace;

    /** When it was put on that list; {@code null} if that is not known. */
    public Instant listedAt;

    /** The place in the model's comparison of the day's papers, counted from 1, best first; {@code null} without one. */
    public Integer choice;

    /** When the paper was first seen in the edition. */
    public Instant firstSeenAt;

    /** A new place in an edition, whose number is still to be given. */
    static Listing of(Edition edition, Paper paper, Instant now) {
        Listing listing = new Listing();
        listing.id = new Id(edition.date, paper.id);
        listing.edition = edition;
        listing.paper = paper;
        listing.firstSeenAt = now;
        edition.listings.add(listing);
        paper.listings.add(listing);
        return listing;
    }
}
