package sulan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A folded spelling that leads to a tag; each tag has at least its own slug. */
@Entity
public class TagAlias extends PanacheEntityBase {

    /** As {@link sulan.tag.Folding#fold} makes it. */
    @Id
    public String folded;

    @ManyToOne(fetch = FetchType.LAZY)
    public Tag tag;
}
