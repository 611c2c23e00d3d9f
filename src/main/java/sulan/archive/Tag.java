package sulan.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import sulan.tag.Folding;
import sulan.tag.Vocabulary;

/** What keywords that are written alike have in common; the page on which their papers meet. */
@Entity
public class Tag extends PanacheEntity {

    /** The tag's word in addresses, such as {@code large-language-model}. */
    public String slug;

    /** The English name; {@code null} if it was only ever written in Chinese. */
    public String en;

    /** The Chinese name; {@code null} if it was only ever written in English. */
    public String zh;

    /** The tag with this slug. */
    public static Optional<Tag> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** The tags with these slugs, by slug. */
    public static Map<String, Tag> bySlugs(Collection<String> slugs) {
        return slugs.isEmpty() ? Map.of()
                : Tag.<Tag> stream("slug in ?1", slugs).collect(Collectors.toMap(tag -> tag.slug, Function.identity()));
    }

    /** The tag that a spelling leads to, however it is written. */
    public static Optional<Tag> bySpelling(String spelling) {
        return TagAlias.<TagAlias> findByIdOptional(Folding.fold(spelling)).map(alias -> alias.tag)
                .or(() -> Vocabulary.curated().bySpelling(spelling).flatMap(concept -> bySlug(concept.slug())));
    }

    /** All tags with the number of papers that carry them today, the most frequent first. */
    public static List<TagCount> counts() {
        return getEntityManager().createQuery("""
                select new sulan.archive.TagCount(t.slug, t.en, t.zh, count(distinct p.id))
                from Paper p join p.overview o join o.keywords k join k.tag t
                where p.listedOn is not null
                group by t.slug, t.en, t.zh
                order by count(distinct p.id) desc, t.slug""", TagCount.class).getResultList();
    }
}
