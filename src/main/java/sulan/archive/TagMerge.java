package sulan.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** That one tag was merged into another, by whom, and whether it was undone. Kept for ever. */
@Entity
public class TagMerge extends PanacheEntity {

    /** The tag that went. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Tag fromTag;

    /** The tag that it went into. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Tag intoTag;

    public Instant mergedAt;

    public String mergedBy;

    /** {@code null} as long as the merge stands. */
    public Instant undoneAt;

    public String undoneBy;

    /** The merge of this tag that stands. */
    public static Optional<TagMerge> standing(Tag from) {
        return find("fromTag = ?1 and undoneAt is null", from).firstResultOptional();
    }

    /** The merges that stand, the newest first. */
    public static List<TagMerge> standing(int count) {
        return find("from TagMerge m join fetch m.fromTag join fetch m.intoTag where m.undoneAt is null order by m.id desc")
                .page(0, count).list();
    }

    /** The merges into this tag that stand, the newest first. */
    public static List<TagMerge> standingInto(Tag into) {
        return list("from TagMerge m join fetch m.fromTag where m.intoTag = ?1 and m.undoneAt is null order by m.id desc",
                into);
    }
}
