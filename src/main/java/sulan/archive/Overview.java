package sulan.archive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.panache.common.Sort;
import sulan.digest.Diagnostic;
import sulan.digest.Ratings;
import sulan.digest.Reasons;

/**
 * An overview of a paper as it is kept. A paper can have several; {@link Paper#overview} is the one that readers see. Once
 * recorded it is not changed any more, only superseded. The texts are Markdown fragments or {@code null}, as
 * {@link sulan.digest.Overview} describes them.
 */
@Entity
public class Overview extends PanacheEntity {

    /** Who brought an overview. */
    public enum Origin {
        /** A digest that was imported. */
        IMPORT,
        /** A language model that this portal asked, knowing nothing but the abstract. */
        MODEL,
        /** The operator; never overwritten by the two above. */
        EDIT
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public Paper paper;

    /** The edition whose digest brought it; {@code null} for what a model or the operator wrote for the paper alone. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "edition_date")
    public Edition edition;

    @Enumerated(EnumType.STRING)
    public Origin origin;

    /** The language model that wrote it, such as {@code GPT-4}; {@code null} if it is not known. */
    public String model;

    /** The version of the prompt that it was asked for with; {@code null} if it is not known. */
    public String promptVersion;

    /** When it was written; {@code null} if it is not known. */
    public Instant writtenAt;

    /** When it went into the archive. */
    public Instant recordedAt;

    /** When another version took its place; {@code null} as long as it stands. */
    public Instant supersededAt;

    public String mainWork;
    public String highlights;
    public BigDecimal practicality;
    public BigDecimal novelty;
    public BigDecimal recommendation;
    public String practicalityReason;
    public String noveltyReason;
    public String recommendationReason;
    public String comment;
    public String unplaced;
    public boolean truncated;

    /** What the reader of the digest found odd in this paper. */
    @Convert(converter = DiagnosticsConverter.class)
    public List<Diagnostic> diagnostics = List.of();

    @OneToMany(mappedBy = "overview")
    @OrderBy("position")
    public List<Keyword> keywords = new ArrayList<>();

    /** All versions of a paper's overview that were ever recorded, newest first. */
    public static List<Overview> versions(Paper paper) {
        return list("paper", Sort.descending("id"), paper);
    }

    /** The operator's edits that readers see, newest first. */
    public static List<Overview> edits(int most) {
        return Overview.<Overview> find("from Overview o join fetch o.paper where o.origin = ?1 and o.supersededAt is null"
                + " order by o.id desc", Origin.EDIT).page(0, most).list();
    }

    /**
     * An overview with the texts and ratings of a part of a digest; keywords and provenance are still to come. It is not
     * recorded: only {@link Archive} does that.
     */
    public static Overview of(sulan.digest.Overview content) {
        Overview overview = new Overview();
        overview.mainWork = content.mainWork();
        overview.highlights = content.highlights();
        overview.practicality = content.ratings().practicality();
        overview.novelty = content.ratings().novelty();
        overview.recommendation = content.ratings().recommendation();
        overview.practicalityReason = content.reasons().practicality();
        overview.noveltyReason = content.reasons().novelty();
        overview.recommendationReason = content.reasons().recommendation();
        overview.comment = content.comment();
        overview.unplaced = content.unplaced();
        overview.truncated = content.truncated();
        return overview;
    }

    /** The ratings, each {@code null} if absent. */
    public Ratings ratings() {
        return new Ratings(practicality, novelty, recommendation);
    }

    /** The reasons of the ratings, each {@code null} if absent. */
    public Reasons reasons() {
        return new Reasons(practicalityReason, noveltyReason, recommendationReason);
    }

    /** What it says in sentences, as Markdown: its texts but the keywords, as far as there are any, the main work first. */
    public Stream<String> texts() {
        return Stream.of(mainWork, highlights, recommendationReason, practicalityReason, noveltyReason, comment)
                .filter(Objects::nonNull);
    }

    /** The same as a part of a digest. */
    public sulan.digest.Overview content() {
        return new sulan.digest.Overview(mainWork, highlights, keywords.stream().map(Keyword::content).toList(), ratings(),
                reasons(), comment, unplaced, truncated);
    }
}
