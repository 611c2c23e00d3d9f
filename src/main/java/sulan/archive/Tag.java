package sulan.archive;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import sulan.tag.Concept;
import sulan.tag.Folding;
import sulan.tag.Vocabulary;

/** What keywords that mean the same have in common; the page on which their papers meet. */
@Entity
public class Tag extends PanacheEntity {

    private static final int MOST_FOUND = 1000;

    /** The tag's word in addresses, such as {@code large-language-model}. It never changes. */
    public String slug;

    /** The English name; {@code null} if it was only ever written in Chinese. */
    public String en;

    /** The Chinese name; {@code null} if it was only ever written in English. */
    public String zh;

    /** Whether the operator gave it its names; else they are the vocabulary's, or those of the first keyword. */
    public boolean renamed;

    /** The tag that this one was merged into, which may have been merged as well; {@code null} if it stands for itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Tag mergedInto;

    /** The tag with this slug, unless it was merged into another: then {@link #bySpelling} tells which. */
    public static Optional<Tag> bySlug(String slug) {
        return known(slug).filter(tag -> tag.mergedInto == null);
    }

    /** The tag with this slug, merged or not. */
    static Optional<Tag> known(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** The tags with these slugs, by slug; merged ones, too. */
    public static Map<String, Tag> bySlugs(Collection<String> slugs) {
        return slugs.isEmpty() ? Map.of()
                : Tag.<Tag> stream("slug in ?1", slugs).collect(Collectors.toMap(tag -> tag.slug, Function.identity()));
    }

    /**
     * The tag that a spelling or a slug leads to, however it is written; merged tags lead to the one they went into. What is
     * the slug of a tag with keywords means that tag. Else the operator's aliases come before the vocabulary's, those before
     * the acronyms that were written behind a tag's words.
     */
    public static Optional<Tag> bySpelling(String spelling) {
        Optional<Tag> bySlug = known(spelling);
        if (bySlug.filter(Tag::isUsed).isPresent()) {
            return bySlug.map(Tag::leadsTo);
        }
        String folded = Folding.fold(spelling);
        return OperatorAlias.<OperatorAlias> findByIdOptional(folded).map(alias -> alias.tag)
                .or(() -> Vocabulary.curated().bySpelling(spelling).flatMap(concept -> known(concept.slug())))
                .or(() -> known(folded))
                .or(() -> TagAlias.<TagAlias> findByIdOptional(folded).map(alias -> alias.tag))
                .or(() -> bySlug)
                .map(Tag::leadsTo);
    }

    /** Whether any keyword leads here by itself, or by a merge. */
    private boolean isUsed() {
        return mergedInto != null || Keyword.find("tag", this).page(0, 1).firstResultOptional().isPresent();
    }

    /** The tag that merges take this one to; itself if it was not merged. */
    public Tag leadsTo() {
        Tag tag = this;
        while (tag.mergedInto != null) {
            tag = tag.mergedInto;
        }
        return tag;
    }

    /** This tag and all that merges take to it. */
    public Set<Tag> withMerged() {
        Set<Tag> all = new LinkedHashSet<>();
        Collection<Tag> found = List.of(this);
        while (!found.isEmpty()) {
            all.addAll(found);
            found = Tag.<Tag> list("mergedInto in ?1 order by slug", found);
        }
        return all;
    }

    /** The concept of the vocabulary that this tag is; empty for one of people's own words. */
    public Optional<Concept> concept() {
        return Vocabulary.curated().bySlug(slug);
    }

    /**
     * Slugs of the tags of which some spelling has a text in it: an alias, or a name of a tag that was merged into them. (Their
     * own names are not looked at.)
     *
     * @param part in lower case
     */
    public static Set<String> slugsWithSpelling(String part) {
        Set<String> slugs = new HashSet<>();
        String like = "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        for (String spelling : List.of("select distinct t from TagAlias a join a.tag t where lower(a.spelling)",
                "select distinct t from OperatorAlias a join a.tag t where lower(a.spelling)",
                "select t from Tag t where t.mergedInto is not null and lower(t.en)",
                "select t from Tag t where t.mergedInto is not null and lower(t.zh)")) {
            getEntityManager().createQuery(spelling + " like :part escape '!'", Tag.class).setParameter("part", like)
                    .setMaxResults(MOST_FOUND).getResultList().forEach(tag -> slugs.add(tag.leadsTo().slug));
        }
        Set<String> concepts = Vocabulary.curated().concepts().stream()
                .filter(concept -> concept.spellings().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part)))
                .map(Concept::slug).collect(Collectors.toSet());
        slugs.addAll(concepts);
        Tag.<Tag> list("mergedInto is not null and slug in ?1", concepts).forEach(tag -> slugs.add(tag.leadsTo().slug));
        return slugs;
    }
}
