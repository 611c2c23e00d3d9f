package sulan.archive;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import sulan.digest.Keyword;
import sulan.tag.Concept;
import sulan.tag.Resolution;
import sulan.tag.Vocabulary;

/**
 * The tags that some keywords lead to, looked up all at once. An alias decides; else the curated vocabulary, which makes the
 * tag
 * of a concept; a keyword that neither knows makes a tag of its own.
 */
final class Tags {

    private final Map<Keyword, Tag> byKeyword = new HashMap<>();
    private final Map<String, Tag> byFolded;
    private final List<TagAlias> added = new ArrayList<>();

    private Tags(Map<String, Tag> byFolded) {
        this.byFolded = byFolded;
    }

    static Tags of(Collection<Keyword> keywords) {
        Map<Keyword, Resolution> resolved = new LinkedHashMap<>();
        keywords.forEach(keyword -> resolved.computeIfAbsent(keyword, Vocabulary.curated()::resolve));
        Tags tags = new Tags(known(resolved.values()));
        resolved.forEach((keyword, resolution) -> tags.byKeyword.put(keyword, tags.tag(keyword, resolution)));
        TagAlias.persist(tags.added);
        return tags;
    }

    private static Map<String, Tag> known(Collection<Resolution> resolutions) {
        Set<String> folded = resolutions.stream()
                .flatMap(resolution -> Stream.of(resolution.folded(), resolution.slug())).collect(toSet());
        if (folded.isEmpty()) {
            return new HashMap<>();
        }
        return TagAlias.<TagAlias> list("from TagAlias a join fetch a.tag where a.folded in ?1", folded).stream()
                .collect(toMap(alias -> alias.folded, alias -> alias.tag));
    }

    /** The tag of one of the keywords. */
    Tag get(Keyword keyword) {
        return byKeyword.get(keyword);
    }

    private Tag tag(Keyword keyword, Resolution resolution) {
        Tag tag = byFolded.get(resolution.folded());
        if (tag == null) {
            tag = byFolded.get(resolution.slug());
            if (tag == null) {
                tag = newTag(keyword, resolution);
                alias(resolution.slug(), tag);
            }
            if (!resolution.folded().equals(resolution.slug())) {
                alias(resolution.folded(), tag);
            }
        }
        // the first Chinese name that was written stays the tag's name; a concept has its own
        if (tag.zh == null && resolution.concept() == null) {
            tag.zh = keyword.zh();
        }
        return tag;
    }

    private static Tag newTag(Keyword keyword, Resolution resolution) {
        Tag tag = new Tag();
        tag.slug = resolution.slug();
        Concept concept = resolution.concept();
        if (concept == null) {
            tag.en = keyword.en();
            tag.zh = keyword.zh();
        } else {
            tag.en = concept.en();
            // where Chinese writers use the English word there is no Chinese name
            tag.zh = concept.zh().equals(concept.en()) ? null : concept.zh();
        }
        tag.persist();
        return tag;
    }

    private void alias(String folded, Tag tag) {
        TagAlias alias = new TagAlias();
        alias.folded = folded;
        alias.tag = tag;
        added.add(alias);
        byFolded.put(folded, tag);
    }
}
