package sulan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A keyword of an overview, or of Hugging Face's, as it was written, and the tag it leads to. */
@Entity
public class Keyword extends PanacheEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    public Paper paper;

    /** The overview that it belongs to; {@code null} if Hugging Face gave it. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Overview overview;

    /** Whether readers see it: it is Hugging Face's, or its overview is the one that is shown. */
    public boolean shown;

    /** The place among the overview's keywords, or Hugging Face's, counted from 1. */
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

    /**
     * The tag that readers see: the same, or the one that it was merged into. Whoever wants a paper's keywords wants it, too.
     */
    @ManyToOne
    public Tag tag;

    /** A keyword that readers see, unless another overview of the paper is shown. */
    static Keyword of(Paper paper, int position, sulan.digest.Keyword written, Tags tags) {
        Keyword keyword = new Keyword();
        keyword.paper = paper;
        keyword.shown = true;
        keyword.position = position;
        keyword.en = written.en();
        keyword.zh = written.zh();
        keyword.folded = Tags.deciding(written);
        keyword.resolved = tags.get(written);
        keyword.tag = keyword.resolved.leadsTo();
        return keyword;
    }

    /** The same as a part of a digest. */
    public sulan.digest.Keyword content() {
        return new sulan.digest.Keyword(en, zh);
    }
}
