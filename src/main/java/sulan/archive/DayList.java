package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import sulan.digest.Diagnostic;

/** What is known of Hugging Face's list of a date, whether or not it has led to an {@link Edition}. */
@Entity
public class DayList extends PanacheEntityBase {

    @Id
    public LocalDate date;

    /** When an answer came last that could be read; {@code null} if none did yet. */
    public Instant lookedAt;

    /** Since when no more papers are waited for; {@code null} as long as the list grows. */
    public Instant settledAt;

    /** How many entries the largest answer had. */
    public int entries;

    /** How many of them could not be read. */
    public int leftOut;

    /** How many papers that earlier answers had are not in the last one; the edition keeps them. */
    public int missing;

    /** What was odd in the last answer that counted; their papers are the numbers of its entries. */
    @Convert(converter = DiagnosticsConverter.class)
    public List<Diagnostic> diagnostics = List.of();

    /** Why the last attempt brought nothing, in a sentence for people; {@code null} if it went well. */
    public String failure;

    /** When that was; {@code null} if it went well. */
    public Instant failedAt;

    /** The list of a date, which is new if nothing was known of it yet. */
    static DayList of(LocalDate date) {
        return DayList.<DayList> findByIdOptional(date).orElseGet(() -> {
            DayList list = new DayList();
            list.date = date;
            list.persist();
            return list;
        });
    }
}
