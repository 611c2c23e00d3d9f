package sulan.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.panache.common.Sort;

/** One execution of intake: opened, counted, closed, kept and shown. */
@Entity
public class Run extends PanacheEntity {

    public enum Kind {
        /** Digests read from a folder. */
        IMPORT(Lane.ARCHIVE),
        /** The digests that ship with the portal. */
        DEMO(Lane.ARCHIVE),
        /** Keywords led to their tags anew, because the vocabulary is another; the items are overviews. */
        TAGS(Lane.ARCHIVE),
        /** The index, made anew from the archive. */
        INDEX(Lane.ARCHIVE),
        /** Digests that the operator uploaded. */
        UPLOAD(Lane.ARCHIVE),
        /** All editions written as digests into a folder. */
        EXPORT(Lane.ARCHIVE),
        /** Hugging Face's lists of the last days; the items are days. */
        LISTS(Lane.LISTS),
        /** The same of a range of days in the past. */
        BACKFILL(Lane.LISTS),
        /** Saved answers of Hugging Face, read from a folder; the items are files. */
        DUMPS(Lane.LISTS),
        /** Overviews written by the language model; the items are papers. */
        OVERVIEWS(Lane.OVERVIEWS);

        private final Lane lane;

        Kind(Lane lane) {
            this.lane = lane;
        }

        /** What it shares with others that it may not run beside. */
        public Lane lane() {
            return lane;
        }
    }

    /** Runs of one lane come one after the other; those of different lanes may go on at the same time. */
    public enum Lane {
        ARCHIVE,
        LISTS,
        OVERVIEWS
    }

    public enum Status {
        RUNNING,
        SUCCEEDED,
        /** Some items were refused, the others went in. */
        PARTLY_FAILED,
        /** Nothing went in, or the run itself broke off with an error. */
        FAILED,
        /** The portal stopped before the run ended; the next run finishes its work. */
        INTERRUPTED,
        /** The operator ended it; what was done stays. */
        CANCELLED
    }

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** What it reads from, for people: a folder's name or the like. */
    public String source;

    @Enumerated(EnumType.STRING)
    public Status status;

    public Instant startedAt;

    /** {@code null} while it is running. */
    public Instant endedAt;

    /** Items found. */
    public int total;
    /** Items that went in, new or changed. */
    public int recorded;
    /** Items that were in already. */
    public int unchanged;
    /** Items that were refused; each has a failure. */
    public int refused;

    @OneToMany(mappedBy = "run")
    @OrderBy("id")
    public List<Failure> failures = new ArrayList<>();

    /** The newest runs, newest first. */
    public static List<Run> newest(int count) {
        return findAll(Sort.descending("startedAt", "id")).page(0, count).list();
    }

    /** The last run of a kind. */
    public static Optional<Run> last(Kind kind) {
        return find("kind = ?1 order by startedAt desc, id desc", kind).firstResultOptional();
    }

    /** The last run of a kind that has ended, however it ended. */
    public static Optional<Run> lastEnded(Kind kind) {
        return find("kind = ?1 and status <> ?2", Sort.descending("startedAt", "id"), kind, Status.RUNNING)
                .firstResultOptional();
    }

    /** The last run of a kind in which all went well. */
    public static Optional<Run> lastSucceeded(Kind kind) {
        return find("kind = ?1 and status = ?2 order by startedAt desc, id desc", kind, Status.SUCCEEDED).firstResultOptional();
    }

    /**
     * Deletes runs of a kind that began before a time, brought nothing and have nothing to tell; the last one in which all went
     * well stays. Must be called within a transaction.
     */
    public static long forgetIdle(Kind kind, Instant before) {
        Long last = lastSucceeded(kind).map(run -> run.id).orElse(null);
        return last == null ? 0 : delete("""
                kind = ?1 and status = ?2 and recorded = 0 and startedAt < ?3 and id <> ?4
                and not exists (select 1 from Failure f where f.run.id = id)""", kind, Status.SUCCEEDED, before, last);
    }

    /** The runs that are open now, at most one a {@link Lane}; the one that was opened first comes first. */
    public static List<Run> open() {
        return list("status", Sort.ascending("id"), Status.RUNNING);
    }

    /** Items that were dealt with so far. */
    public int done() {
        return recorded + unchanged + refused;
    }
}
