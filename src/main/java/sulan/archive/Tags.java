package sulan.archive;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import sulan.digest.Keyword;
import sulan.tag.Folding;

/** The tags that some keywords lead to, looked up all at once; a spelling that leads to none makes one. */
final class Tags {

    private final Map<String, Tag> byFolded;

    private Tags(Map<String, Tag> byFolded) {
        this.byFolded = byFolded;
    }

    static Tags of(Collection<Keyword> keywords) {
        List<String> folded = keywords.stream().map(Tags::folded).distinct().toList();
        if (folded.isEmpty()) {
            return new Tags(Map.of());
        }
        Map<String, Tag> tags = TagAlias.<TagAlias> list("from TagAlias a join fetch a.tag where a.folded in ?1", folded)
                .stream().collect(toMap(alias -> alias.folded, alias -> alias.tag));
        List<TagAlias> added = new ArrayList<>();
        for (Keyword keyword : keywords) {
            Tag tag = tags.computeIfAbsent(folded(keyword), slug -> {
                TagAlias alias = newTag(slug, keyword);
                added.add(alias);
                return alias.tag;
            });
            // the first Chinese name that was written stays the tag's name
            if (tag.zh == null) {
                tag.zh = keyword.zh();
            }
        }
        TagAlias.persist(added);
        return new Tags(tags);
    }

    /** The tag of one of the keywords. */
    Tag get(Keyword keyword) {
        return byFolded.get(folded(keyword));
    }

    private static TagAlias newTag(String slug, Keyword keyword) {
        Tag tag = new Tag();
        tag.slug = slug;
        tag.en = keyword.en();
        tag.zh = keyword.zh();
        tag.persist();
        TagAlias alias = new TagAlias();
        alias.folded = slug;
        alias.tag = tag;
        return alias;
    }

    private static String folded(Keyword keyword) {
        return Folding.fold(Objects.requireNonNullElse(keyword.en(), keyword.zh()));
    }
}
