package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;

import org.hibernate.annotations.SQLRestriction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import sulan.digest.DigestPaper;

/** A paper, known by its arXiv id without version. */
@Entity
public class Paper extends PanacheEntityBase {

    /** The arXiv id without version, such as {@code 2309.10668}. */
    @Id
    public String id;

    /** The title as the newest edition that lists the paper gives it. */
    public String title;

    /** Hugging Face's count, or {@code null} if it is not known. */
    public Integer upvotes;

    /** The date of the newest edition that lists the paper; {@code null} if none does any more. */
    public LocalDate listedOn;

    /** The position in that edition, counted from 1; {@code null} if there is none. */
    public Integer position;

    /** The overview that readers see; {@code null} if there is none. */
    @OneToOne(fetch = FetchType.LAZY)
    public Overview overview;

    /**
     * The {@linkplain Revision revision} that last changed what is shown of the paper, or of its edition: the places of all
     * papers of a day move when one of them changes.
     */
    public long revision;

    /** The abstract in plain text, as its authors wrote it; {@code null} if it is not known. */
    @Column(name = "abstract")
    public String summary;

    /** Their names in the paper's order; empty if they are not known. */
    @Convert(converter = NamesConverter.class)
    public List<String> authors = List.of();

    /** When the first version appeared; {@code null} if it is not known. */
    public Instant publishedAt;

    /** Who submitted it to Hugging Face, such as a laboratory; {@code null} if it is not known. */
    public String organization;

    /** Address of the code, as the source gives it; {@code null} if none is known. */
    public String codeUrl;

    /** Address of the project's page, as the source gives it; {@code null} if none is known. */
    public String projectUrl;

    /** When it was submitted, as Hugging Face says; {@code null} if it is not known. */
    public Instant submittedAt;

    /** Who put it on Hugging Face's list; {@code null} if it is not known. */
    public String submittedBy;

    /** Hugging Face's count of comments, or {@code null} if it is not known. */
    public Integer comments;

    /** Address of a small picture at Hugging Face; {@code null} if none is known. */
    public String thumbnailUrl;

    /** Addresses of pictures and films at Hugging Face; possibly empty. */
    @Convert(converter = NamesConverter.class)
    public List<String> media = List.of();

    /** How many stars the code has, or {@code null} if it is not known. */
    public Integer codeStars;

    /** What the paper does in one English sentence, as a model of Hugging Face's wrote it; {@code null} if there is none. */
    public String lead;

    /** The model that wrote {@link #lead} and Hugging Face's keywords; {@code null} if it is not known. */
    public String leadModel;

    /** Whether the operator keeps it from readers: then no list has it, and it has no page. */
    public boolean hidden;

    /**
     * The keywords that Hugging Face gives it, in their order; those of its overviews are theirs. (The condition is written so
     * that it is looked at among the paper's keywords: H2 takes "is null" for rare, and would go through all that are
     * Hugging Face's.)
     */
    @OneToMany(mappedBy = "paper")
    @SQLRestriction("coalesce(overview_id, 0) = 0")
    @OrderBy("position")
    public List<Keyword> listedKeywords = new ArrayList<>();

    /** How many papers are listed. */
    public static long countListed() {
        return count("listedOn is not null");
    }

    /**
     * The papers that are listed, by id, and when they changed.
     *
     * @param from how many to leave out
     */
    public static List<PaperChange> changes(long from, int most) {
        return getEntityManager().createQuery("""
                select new sulan.archive.PaperChange(p.id, o.recordedAt) from Paper p left join p.overview o
                where p.listedOn is not null order by p.id""", PaperChange.class)
                .setFirstResult((int) Math.min(Integer.MAX_VALUE, from)).setMaxResults(most).getResultList();
    }

    /** All listings, oldest first. */
    @OneToMany(mappedBy = "paper")
    @OrderBy("id.editionDate")
    public List<Listing> listings = new ArrayList<>();

    /**
     * The paper as a digest lists it.
     *
     * @param place its position there
     * @param brought the overview that the digest brought; an operator's edit, or what a model wrote at the operator's wish,
     *        stands above it. {@code null} if it brought none
     */
    public DigestPaper asListed(int place, Overview brought) {
        Overview shown = overview != null && overview.origin != Overview.Origin.IMPORT ? overview : brought;
        return new DigestPaper(place, title, id, shown == null ? sulan.digest.Overview.EMPTY : shown.content());
    }

    /**
     * When what it says to readers came into the archive: its overview, or else the newest listing; {@code null} if there is
     * neither.
     */
    public Instant changedAt() {
        return overview != null ? overview.recordedAt
                : listings.stream().map(listing -> listing.firstSeenAt).max(Comparator.naturalOrder()).orElse(null);
    }

    /**
     * The overview that readers would see if the operator had not edited the paper: the machine's, or the imported one;
     * {@code null} if there is none.
     */
    public Overview withoutEdit() {
        return ShownContent.withoutEdit(this);
    }

    /** The papers that are hidden from readers, by id. */
    public static List<Paper> hiddenOnes(int most) {
        return Paper.<Paper> find("hidden", Sort.ascending("id"), true).page(0, most).list();
    }

    /**
     * The newest papers that have all these words in their titles. No index has parts of words, so that all titles are gone
     * through.
     *
     * @param words in lower case, as they stand in titles; at least one
     * @param since the first day on which they may have been listed
     */
    public static List<Paper> titled(List<String> words, LocalDate since, int most) {
        StringBuilder condition = new StringBuilder("listedOn >= :since");
        Map<String, Object> parameters = new HashMap<>(Map.of("since", since));
        for (String word : words) {
            String name = "word" + parameters.size();
            condition.append(" and lower(title) like :").append(name).append(" escape '!'");
            parameters.put(name, "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        return Paper.<Paper> find(condition + " order by listedOn desc, position, id", parameters).page(0, most).list();
    }

    /** The newest papers that carry a tag today. */
    public static List<Paper> withTag(String slug, int most) {
        return Paper.<Paper> find("""
                from Paper p where p.listedOn is not null and p.id in
                (select k.paper.id from Keyword k where k.tag.slug = ?1 and k.shown) order by p.listedOn desc, p.position""",
                slug)
                .page(0, most).list();
    }

    /** The keywords that readers see: those of its overview, if it has one, then Hugging Face's. */
    public List<Keyword> shownKeywords() {
        List<Keyword> shown = overview == null ? new ArrayList<>() : new ArrayList<>(overview.keywords);
        shown.addAll(listedKeywords);
        return shown;
    }

    /** The tags that these keywords lead to, each once. */
    public List<Tag> shownTags() {
        return shownKeywords().stream().map(keyword -> keyword.tag).distinct().toList();
    }

    /** The dates of the editions that list the paper, oldest first. */
    public List<LocalDate> listingDates() {
        return listings.stream().map(listing -> listing.id.editionDate()).toList();
    }
}
