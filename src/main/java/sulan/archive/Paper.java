package sulan.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A paper, known by its arXiv id without version. */
@Entity
public class Paper extends PanacheEntityBase {

    /** The arXiv id without version, such as {@code 2309.10668}. */
    @Id
    public String id;

    /** The title as the newest edition that lists the paper gives it. */
    public String title;

    /** Hugging Face's count, or {@code null} if it is not known. */
    public Integer upvotes;

    /** The date of the newest edition that lists the paper; {@code null} if none does any more. */
    public LocalDate listedOn;

    /** The position in that edition, counted from 1; {@code null} if there is none. */
    public Integer position;

    /** The overview that readers see; {@code null} if there is none. */
    @OneToOne(fetch = FetchType.LAZY)
    public Overview overview;

    /** All listings, oldest first. */
    @OneToMany(mappedBy = "paper")
    @OrderBy("id.editionDate")
    public List<Listing> listings = new ArrayList<>();

    /** The dates of the editions that list the paper, oldest first. */
    public List<LocalDate> listingDates() {
        return listings.stream().map(listing -> listing.id.editionDate()).toList();
    }
}
