package sulan.archive;

import java.time.Instant;

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
}
