package sulan.archive;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** What a {@linkplain Run.Kind#TAGS run} moved from one tag to another: its report. */
@Entity
public class TagMove extends PanacheEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    public Run run;

    /** Slug of the tag that the keywords led to before. */
    public String fromSlug;

    /** Slug of the tag that they lead to now. */
    public String intoSlug;

    /** Keywords of all overviews, superseded ones too. */
    public long keywords;

    /** Papers in whose shown overview there is such a keyword. */
    public long papers;

    /** What a run moved, most papers first. */
    public static List<TagMove> of(Run run, int count) {
        return find("run = ?1 order by papers desc, keywords desc, fromSlug, intoSlug", run).page(0, count).list();
    }
}
