package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import sulan.archive.EditionSummary.ListState;
import sulan.digest.Diagnostic;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;

/** One date's list of papers. */
@Entity
public class Edition extends PanacheEntityBase {

    /** What kind of editions an archive holds. */
    public enum Content {
        NONE,
        /** Those that ship with the portal. */
        DEMO,
        REAL
    }

    private static final String MODELS_NOTE_BEGIN = "速览由 ";
    private static final String MODELS_NOTE_END = " 撰写，只依据论文摘要，仅供参考。";
    private static final Pattern MODELS_NOTE = Pattern.compile(MODELS_NOTE_BEGIN + "[^\\n]+" + MODELS_NOTE_END);

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

    /**
     * SHA-256 of the content that the edition was recorded from, in hexadecimal digits; {@code null} if only Hugging Face's
     * list knows of it.
     */
    public String contentHash;

    /** When that content was recorded. */
    public Instant recordedAt;

    /** Whether it ships with the portal; an archive holds either demo editions or real ones. */
    public boolean demo;

    /** In the order of their positions. */
    @OneToMany(mappedBy = "edition")
    @OrderBy("position")
    public List<Listing> listings = new ArrayList<>();

    /** The newest edition. */
    public static Optional<Edition> newest() {
        return findAll(Sort.descending("date")).firstResultOptional();
    }

    /** The newest editions, the very newest first. */
    public static List<Edition> newest(int most) {
        return find("order by date desc").<Edition> page(0, most).list();
    }

    /** The date of the oldest of the newest editions; empty if there are none. */
    public static Optional<LocalDate> oldestOfNewest(int most) {
        return getEntityManager().createQuery("select e.date from Edition e order by e.date desc", LocalDate.class)
                .setMaxResults(most).getResultStream().min(Comparator.naturalOrder());
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
        return summaries(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    }

    /** The editions of a range of days with the number of their papers, oldest first. */
    public static List<EditionSummary> summaries(LocalDate from, LocalDate to) {
        return getEntityManager().createQuery("""
                select e.date, e.declaredCount, count(p.id), count(p.overview.id),
                    count(case when p.overview is null and w.state = WAITING then 1 end),
                    count(case when p.overview is null and w.state = GIVEN_UP then 1 end),
                    d.date, d.settledAt, d.leftOut, d.failure, count(l.id.paperId),
                    max(case when p.id is not null then l.firstSeenAt end)
                from Edition e left join e.listings l left join l.paper p on not p.hidden
                    left join PendingOverview w on w.paper = p left join DayList d on d.date = e.date
                where e.date between :from and :to
                group by e.date, e.declaredCount, d.date, d.settledAt, d.leftOut, d.failure
                order by e.date""", Object[].class).setParameter("from", from).setParameter("to", to).getResultStream()
                .map(Edition::summary).toList();
    }

    private static EditionSummary summary(Object[] row) {
        ListState list = row[6] == null ? null : new ListState(row[7] != null, (Integer) row[8], row[9] != null);
        return new EditionSummary((LocalDate) row[0], declared((Integer) row[1], (Long) row[2], (Long) row[10]), (Long) row[2],
                (Long) row[3], (Long) row[4],
                (Long) row[5], list, (Instant) row[11]);
    }

    /**
     * Hidden papers are not missing; whether the digest declares them depends on whether it is from before they were hidden.
     */
    private static Integer declared(Integer declared, long shown, long listed) {
        return declared != null && declared == listed ? Integer.valueOf((int) shown) : declared;
    }

    /** When each edition, or an overview that it shows, changed last; oldest edition first. */
    public static Map<LocalDate, Instant> changes() {
        Map<LocalDate, Instant> changes = new LinkedHashMap<>();
        getEntityManager().createQuery("""
                select e.date, e.recordedAt, max(o.recordedAt)
                from Edition e left join e.listings l left join l.paper p left join p.overview o
                group by e.date, e.recordedAt order by e.date""", Object[].class).getResultStream().forEach(row -> {
            Instant recorded = (Instant) row[1];
            Instant overview = (Instant) row[2];
            changes.put((LocalDate) row[0], overview == null || overview.isBefore(recorded) ? recorded : overview);
        });
        return changes;
    }

    /** A new edition, without papers. */
    static Edition of(LocalDate date) {
        Edition edition = new Edition();
        edition.date = date;
        return edition;
    }

    /** The places that readers see, in their order: not those of hidden papers. */
    public List<Listing> shownListings() {
        return listings.stream().filter(listing -> !listing.paper.hidden).toList();
    }

    /**
     * The edition as a digest, from which the same edition could be recorded again. Each paper stands with the overview that
     * this edition's digest brought, or with the operator's edit, or with what a model wrote, if there is one. (A paper that
     * another edition's digest lists again later has another overview there, and readers see that one; here it is left aside.)
     * Hidden papers are not in it. Of an edition that Hugging Face lists, it declares as many papers as it has.
     */
    public Digest digest() {
        Map<String, Overview> brought = Overview.<Overview> list("edition = ?1 and supersededAt is null", this).stream()
                .collect(Collectors.toMap(overview -> overview.paper.id, Function.identity(), (first, second) -> second));
        List<DigestPaper> papers = new ArrayList<>();
        boolean listed = false;
        for (Listing listing : shownListings()) {
            papers.add(listing.paper.asListed(papers.size() + 1, brought.get(listing.paper.id)));
            listed |= listing.huggingFace;
        }
        return new Digest(date, listed ? Integer.valueOf(papers.size())
                : declared(declaredCount, papers.size(), listings.size()), sourceUrl,
                noteOfDigest(), papers, unplaced);
    }

    /** A note that was written here may have come back with the digest, and other models may have written meanwhile. */
    private String noteOfDigest() {
        String models = noteOfModels();
        return note == null || models != null && MODELS_NOTE.matcher(note).matches() ? models : note;
    }

    /** Says which models wrote the overviews; {@code null} if none did. */
    private String noteOfModels() {
        List<String> models = shownListings().stream().map(listing -> listing.paper.overview)
                .filter(overview -> overview != null && overview.origin == Overview.Origin.MODEL)
                .map(overview -> overview.model).distinct().sorted().toList();
        return models.isEmpty() ? null : MODELS_NOTE_BEGIN + String.join("、", models) + MODELS_NOTE_END;
    }

    /** Whether the archive holds real editions, demo editions or none. Demo and real are never mixed, so one tells for all. */
    public static Content content() {
        return getEntityManager().createQuery("select e.demo from Edition e", Boolean.class).setMaxResults(1)
                .getResultStream().findFirst().map(demo -> demo ? Content.DEMO : Content.REAL).orElse(Content.NONE);
    }

    /** How complete the edition is. */
    public EditionStatus status() {
        return summary().status();
    }

    /** The edition in figures. */
    public EditionSummary summary() {
        return summaries(date, date).get(0);
    }
}
