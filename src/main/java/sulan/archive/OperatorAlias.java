package sulan.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A spelling that the operator sent to a tag. It stands above the vocabulary and above whatever is imported later. */
@Entity
public class OperatorAlias extends PanacheEntityBase {

    /** As {@link sulan.tag.Folding#fold} makes it. */
    @Id
    public String folded;

    /** As the operator wrote it. */
    public String spelling;

    @ManyToOne(fetch = FetchType.LAZY)
    public Tag tag;

    public Instant decidedAt;

    /** The operator's name. */
    public String decidedBy;

    /** The operator's aliases of these tags, in the order of their folded forms. */
    public static List<OperatorAlias> of(Collection<Tag> tags) {
        return list("tag in ?1 order by folded", tags);
    }

    /** All of the operator's aliases, in the order of their folded forms. */
    public static List<OperatorAlias> all() {
        return list("from OperatorAlias a join fetch a.tag order by a.folded");
    }
}
