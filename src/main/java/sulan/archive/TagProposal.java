package sulan.archive;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import sulan.tag.MergeProposal.Reason;

/** Two tags that may be one, and what the operator decided about it. */
@Entity
public class TagProposal extends PanacheEntity {

    public enum State {
        /** Waits for the operator. */
        OPEN,
        /** The tags were merged. */
        ACCEPTED,
        /** The tags are two; they are not proposed again. */
        DECLINED
    }

    /** Slug of the tag that would go. */
    public String fromSlug;

    /** Slug of the tag that would stay, or of a concept that no keyword has led to yet. */
    public String intoSlug;

    /** Why they may be one, the strongest reason first. */
    @Convert(converter = ReasonsConverter.class)
    public List<Reason> reasons = List.of();

    /** How likely it is, above 0 and below 1; only the order means something. */
    public double score;

    /** How many papers would go over. */
    public long papers;

    @Enumerated(EnumType.STRING)
    public State state;

    /** When it was proposed first. */
    public Instant proposedAt;

    /** {@code null} as long as it is open. */
    public Instant decidedAt;

    public String decidedBy;

    /** The likeliest of those in a state. */
    public static List<TagProposal> inState(State state, int count) {
        return find("state = ?1 order by score desc, papers desc, fromSlug, intoSlug", state).page(0, count).list();
    }
}
