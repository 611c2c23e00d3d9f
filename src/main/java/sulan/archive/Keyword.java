package sulan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A keyword of an overview as it was written, and the tag it leads to. */
@Entity
public class Keyword extends PanacheEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    public Overview overview;

    /** The place among the overview's keywords, counted from 1. */
    public int position;

    /** The English spelling, or {@code null}. */
    public String en;

    /** The Chinese spelling, or {@code null}. */
    public String zh;

    /** The spelling that decides, as {@link sulan.tag.Folding#fold} makes it. */
    public String folded;

    /** The tag that the spelling leads to by itself: by an operator's alias, the vocabulary, or its folded form. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "resolved_tag_id")
    public Tag resolved;

    /** The tag that readers see: the same, or the one that it was merged into. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Tag tag;

    /** The same as a part of a digest. */
    public sulan.digest.Keyword content() {
        return new sulan.digest.Keyword(en, zh);
    }
}
