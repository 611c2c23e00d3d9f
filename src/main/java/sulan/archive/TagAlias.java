package sulan.archive;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A spelling that some keyword brought and that leads to a tag. */
@Entity
public class TagAlias extends PanacheEntityBase {

    /** Why a spelling leads to its tag. */
    public enum Source {
        /** The vocabulary knows it. */
        VOCABULARY,
        /** It is written like the tag's name, but for case, plural and the like. */
        FOLDING,
        /**
         * It stood in brackets behind words whose initials it has. It leads readers to the tag, but no other keyword:
         * different concepts are abbreviated alike, so that those are merges to be proposed.
         */
        ACRONYM
    }

    /** As {@link sulan.tag.Folding#fold} makes it. */
    @Id
    public String folded;

    /** As it was written first. */
    public String spelling;

    @Enumerated(EnumType.STRING)
    public Source source;

    /** The tag that it leads to by itself; merges may take it on. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Tag tag;

    /** The spellings that lead to these tags by themselves, in the order of their folded forms. */
    public static List<TagAlias> of(Collection<Tag> tags) {
        return list("from TagAlias a join fetch a.tag where a.tag in ?1 order by a.folded", tags);
    }
}
