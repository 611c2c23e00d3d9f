package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** An overview that is wanted of the language model and is not written yet. It goes when the overview is recorded. */
@Entity
public class PendingOverview extends PanacheEntityBase {

    public enum State {
        /** To be written as soon as possible, or not before a time. */
        WAITING,
        /** All attempts failed; the operator can ask for another. */
        GIVEN_UP
    }

    /** The paper's id. */
    @Id
    public String paperId;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY)
    public Paper paper;

    /** The edition for which it is wanted; newer ones come first. */
    public LocalDate editionDate;

    @Enumerated(EnumType.STRING)
    public State state;

    /** The model that was chosen for it; {@code null}: whichever is set. */
    public String model;

    public Instant wantedAt;

    /** How many attempts failed. */
    public int attempts;

    /** When the next attempt may be made; {@code null}: at once. */
    public Instant notBefore;

    /** What was wrong at the last attempt, a sentence for the operator; {@code null} if there was none. */
    public String reason;

    /** How it stands with the overviews of these papers, by id; papers of which none is wanted are not in it. */
    public static Map<String, State> states(Collection<String> paperIds) {
        return paperIds.isEmpty() ? Map.of()
                : PendingOverview.<PendingOverview> list("paperId in ?1", paperIds).stream()
                        .collect(Collectors.toMap(wanted -> wanted.paperId, wanted -> wanted.state));
    }

    /** How many are in a state, of papers that are listed. */
    public static long count(State state) {
        return count("state = ?1 and paper.listedOn is not null and paper.overview is null", state);
    }
}
