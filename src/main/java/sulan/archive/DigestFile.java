package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import sulan.digest.Diagnostic;

/** What became of a file of the watched folder. */
@Entity
public class DigestFile extends PanacheEntityBase {

    public enum State {
        /** Its content is an edition. */
        RECORDED,
        /** It was refused; the diagnostics say why. */
        REFUSED,
        /** It is no longer in the folder; what it brought stays. */
        REMOVED
    }

    /** The file's name in the folder. */
    @Id
    public String name;

    /** SHA-256 of the content that was read last, in hexadecimal digits. */
    public String contentHash;

    @Enumerated(EnumType.STRING)
    public State state;

    /**
     * The edition it brought, or would bring if another file had not brought it before; {@code null} if it could not be read
     * as a digest.
     */
    public LocalDate editionDate;

    @Convert(converter = DiagnosticsConverter.class)
    public List<Diagnostic> diagnostics = List.of();

    /** When the state was noted. */
    public Instant notedAt;

    /** The files in this state, by name. */
    public static List<DigestFile> inState(State state) {
        return find("state", Sort.ascending("name"), state).list();
    }
}
