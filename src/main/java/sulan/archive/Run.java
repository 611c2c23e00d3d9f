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
        IMPORT,
        /** The digests that ship with the portal. */
        DEMO,
        /** Keywords led to their tags anew, because the vocabulary is another; the items are overviews. */
        TAGS,
        /** The index, made anew from the archive. */
        INDEX
    }

    public enum Status {
        RUNNING,
        SUCCEEDED,
        /** Some items were refused, the others went in. */
        PARTLY_FAILED,
        /** Nothing went in, or the run itself broke off with an error. */
        FAILED,
        /** The portal stopped before the run ended; the next run finishes its work. */
        INTERRUPTED
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

    /** The run that is open now, if one is. */
    public static Optional<Run> open() {
        return find("status", Status.RUNNING).firstResultOptional();
    }

    /** Items that were dealt with so far. */
    public int done() {
        return recorded + unchanged + refused;
    }
}
