package sulan.archive;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** Something that went wrong in a run, in a sentence for people. */
@Entity
public class Failure extends PanacheEntity {

    public enum Level {
        /** Noted; nobody needs to act. */
        NOTE,
        /** Something is not as it should be; the rest went on. */
        WARNING,
        /** An item did not go in. */
        ERROR
    }

    public enum Stage {
        /** Getting at the input. */
        FETCH,
        /** Understanding it. */
        READ,
        /** Writing it to the archive. */
        RECORD
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public Run run;

    @Enumerated(EnumType.STRING)
    public Level level;

    @Enumerated(EnumType.STRING)
    public Stage stage;

    /** Where: a file's name with line, a date, a paper's id. */
    public String place;

    /** What happened and what can be done, one sentence, in Chinese; never an exception's text. */
    public String message;

    public Instant occurredAt;

    /** When the operator said that it is dealt with; {@code null} as long as it is not. */
    public Instant acknowledgedAt;

    /** Those that need somebody and are not dealt with, newest first, with their runs. */
    public static List<Failure> unattended(Instant since, int most) {
        return getEntityManager().createQuery("""
                select f from Failure f join fetch f.run
                where f.acknowledgedAt is null and f.level in (WARNING, ERROR) and f.occurredAt >= :since
                order by f.id desc""", Failure.class).setParameter("since", since).setMaxResults(most).getResultList();
    }

    /**
     * Says that this one is dealt with, and with it all older ones of the same kind of run that say the same.
     *
     * @return how many were not dealt with before
     */
    public int acknowledge(Instant now) {
        return getEntityManager().createQuery("""
                update Failure f set f.acknowledgedAt = :now
                where f.acknowledgedAt is null and f.id <= :id and f.level = :level and f.stage = :stage
                    and f.message = :message and f.run.id in (select r.id from Run r where r.kind = :kind)""")
                .setParameter("now", now).setParameter("id", id).setParameter("level", level).setParameter("stage", stage)
                .setParameter("message", message).setParameter("kind", run.kind).executeUpdate();
    }
}
