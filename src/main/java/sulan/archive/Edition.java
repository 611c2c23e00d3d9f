package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import sulan.digest.Diagnostic;

/** One date's list of papers. */
@Entity
public class Edition extends PanacheEntityBase {

    @Id
    public LocalDate date;

    /** How many papers the digest says it recommends; {@code null} if it does not say. */
    public Integer declaredCount;

    /** Address of the list the edition was made from, http or https; {@code null} if not known. */
    public String sourceUrl;

    /** The digest's note, a Markdown fragment; {@code null} if there is none. */
    public String note;

    /** Text of the digest that belongs to no paper and no field, kept and shown; {@code null} if there is none. */
    public String unplaced;

    /** What the reader of the digest found odd outside of single papers. */
    @Convert(converter = DiagnosticsConverter.class)
    public List<Diagnostic> diagnostics = List.of();

    /** SHA-256 of the content that the edition was recorded from, in hexadecimal digits. */
    public String contentHash;

    /** When that content was recorded. */
    public Instant recordedAt;

    /** In the order of their positions. */
    @OneToMany(mappedBy = "edition")
    @OrderBy("position")
    public List<Listing> listings = new ArrayList<>();

    /** The newest edition. */
    public static Optional<Edition> newest() {
        return findAll(Sort.descending("date")).firstResultOptional();
    }

    /** The last edition before a date; days without an edition are skipped. */
    public static Optional<LocalDate> dateBefore(LocalDate date) {
        return find("date < ?1 order by date desc", date).<Edition> firstResultOptional().map(edition -> edition.date);
    }

    /** The first edition after a date; days without an edition are skipped. */
    public static Optional<LocalDate> dateAfter(LocalDate date) {
        return find("date > ?1 order by date", date).<Edition> firstResultOptional().map(edition -> edition.date);
    }

    /** All editions with the number of their papers, oldest first. */
    public static List<EditionSummary> summaries() {
        return getEntityManager().createQuery("""
                select new sulan.archive.EditionSummary(e.date, e.declaredCount, count(l.position), count(o.id))
                from Edition e left join e.listings l left join l.paper p left join p.overview o
                group by e.date, e.declaredCount
                order by e.date""", EditionSummary.class).getResultList();
    }

    /** How complete the edition is. */
    public EditionStatus status() {
        long overviews = listings.stream().filter(listing -> listing.paper.overview != null).count();
        return EditionStatus.of(declaredCount, listings.size(), overviews);
    }
}
