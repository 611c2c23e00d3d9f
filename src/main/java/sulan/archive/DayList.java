package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The dates of a range whose lists were looked at after they had settled. */
    public static Set<LocalDate> settled(LocalDate from, LocalDate to) {
        return DayList.<DayList> list("date between ?1 and ?2 and lookedAt is not null and settledAt is not null", from, to)
                .stream().map(list -> list.date).collect(Collectors.toSet());
    }

    /** The dates of a range whose lists were looked at after a time. */
    public static Set<LocalDate> lookedAtAfter(Instant time, LocalDate from, LocalDate to) {
        return DayList.<DayList> list("date between ?1 and ?2 and lookedAt > ?3", from, to, time)
                .stream().map(list -> list.date).collect(Collectors.toSet());
    }

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
