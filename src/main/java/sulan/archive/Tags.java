package sulan.archive;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sulan.digest.Keyword;
import sulan.tag.AliasCandidate;
import sulan.tag.Concept;
import sulan.tag.Folding;
import sulan.tag.Resolution;
import sulan.tag.Resolution.By;
import sulan.tag.Vocabulary;

/**
 * The tags that some keywords lead to by themselves, before merges, looked up all at once. The operator's alias decides; else
 * the vocabulary, which makes the tag of a concept; a keyword that neither knows makes a tag of its own. So the same keyword
 * leads to the same tag, whatever was recorded before it.
 */
final class Tags {

    /** What stands in brackets at the end. */
    private static final Pattern BRACKET = Pattern.compile("[(（\\[]([^()（）\\[\\]]+)[)）\\]]\\s*$");

    private final Map<Keyword, Tag> byKeyword = new HashMap<>();
    private final Map<String, Tag> bySlug;
    private final Map<String, Tag> byOperator;
    private final Map<String, TagAlias> aliases;
    private final List<TagAlias> added = new ArrayList<>();
    private final Set<Tag> renamed = new HashSet<>();

    private Tags(Map<String, Tag> bySlug, Map<String, Tag> byOperator, Map<String, TagAlias> aliases) {
        this.bySlug = bySlug;
        this.byOperator = byOperator;
        this.aliases = aliases;
    }

    static Tags of(Collection<Keyword> keywords, Vocabulary vocabulary) {
        Tagging.lock();
        Map<Keyword, Resolution> resolved = new LinkedHashMap<>();
        keywords.forEach(keyword -> resolved.computeIfAbsent(keyword, vocabulary::resolve));
        Tags tags = known(resolved.values());
        resolved.forEach((keyword, resolution) -> tags.byKeyword.put(keyword, tags.tag(keyword, resolution)));
        // what people wrote as a keyword of its own is not a mere acronym of another
        resolved.forEach(tags::addAcronym);
        TagAlias.persist(tags.added);
        return tags;
    }

    private static Tags known(Collection<Resolution> resolutions) {
        Set<String> slugs = new HashSet<>();
        Set<String> spellings = new HashSet<>();
        for (Resolution resolution : resolutions) {
            slugs.add(resolution.slug());
            spellings.add(resolution.folded());
            resolution.candidates().stream().filter(candidate -> candidate.kind() == AliasCandidate.Kind.ACRONYM)
                    .forEach(acronym -> spellings.add(acronym.spelling()));
        }
        if (slugs.isEmpty()) {
            return new Tags(new HashMap<>(), Map.of(), new HashMap<>());
        }
        Map<String, Tag> byOperator = OperatorAlias
                .<OperatorAlias> list("from OperatorAlias a join fetch a.tag where a.folded in ?1", spellings).stream()
                .collect(toMap(alias -> alias.folded, alias -> alias.tag));
        Map<String, Tag> bySlug = Tag.<Tag> list("from Tag t left join fetch t.mergedInto where t.slug in ?1", slugs).stream()
                .collect(toMap(tag -> tag.slug, identity()));
        Map<String, TagAlias> aliases = TagAlias.<TagAlias> list("folded in ?1", spellings).stream()
                .collect(toMap(alias -> alias.folded, identity()));
        return new Tags(bySlug, byOperator, aliases);
    }

    /** The folded form of the spelling that decides where a keyword leads: the English one if there is one. */
    static String deciding(Keyword keyword) {
        return Folding.fold(keyword.en() == null ? keyword.zh() : keyword.en());
    }

    /** The tag of one of the keywords. */
    Tag get(Keyword keyword) {
        return byKeyword.get(keyword);
    }

    /** The tags that the vocabulary has other names for than the archive had. */
    Set<Tag> renamed() {
        return renamed;
    }

    private Tag tag(Keyword keyword, Resolution resolution) {
        Tag decided = byOperator.get(resolution.folded());
        if (decided != null) {
            return decided;
        }
        Tag tag = bySlug.computeIfAbsent(resolution.slug(), Tags::newTag);
        name(tag, keyword, resolution.concept());
        if (!tag.isPersistent()) {
            tag.persist();
        }
        // what led there by its bracket says nothing of the words alone
        if (resolution.by() != By.ACRONYM) {
            boolean own = resolution.folded().equals(resolution.slug());
            alias(resolution.folded(), keyword.en() == null ? keyword.zh() : keyword.en(),
                    own ? TagAlias.Source.FOLDING : TagAlias.Source.VOCABULARY, tag);
        }
        return tag;
    }

    private static Tag newTag(String slug) {
        Tag tag = new Tag();
        tag.slug = slug;
        return tag;
    }

    private void name(Tag tag, Keyword keyword, Concept concept) {
        if (tag.renamed) {
            return;
        }
        if (concept == null) {
            // the first names that were written stay
            tag.en = tag.en == null && tag.zh == null ? keyword.en() : tag.en;
            tag.zh = tag.zh == null ? keyword.zh() : tag.zh;
            return;
        }
        // where Chinese writers use the English word there is no Chinese name
        String zh = concept.zh().equals(concept.en()) ? null : concept.zh();
        if (!concept.en().equals(tag.en) || !Objects.equals(zh, tag.zh)) {
            tag.en = concept.en();
            tag.zh = zh;
            renamed.add(tag);
        }
    }

    private void addAcronym(Keyword keyword, Resolution resolution) {
        for (AliasCandidate candidate : resolution.candidates()) {
            if (candidate.kind() == AliasCandidate.Kind.ACRONYM && !aliases.containsKey(candidate.spelling())) {
                Matcher bracket = BRACKET.matcher(keyword.en());
                boolean asWritten = bracket.find() && Folding.fold(bracket.group(1)).equals(candidate.spelling());
                alias(candidate.spelling(), asWritten ? bracket.group(1).strip() : candidate.spelling(),
                        TagAlias.Source.ACRONYM, byKeyword.get(keyword));
            }
        }
    }

    private void alias(String folded, String spelling, TagAlias.Source source, Tag tag) {
        TagAlias alias = aliases.get(folded);
        if (alias == null) {
            alias = new TagAlias();
            alias.folded = folded;
            alias.spelling = spelling;
            aliases.put(folded, alias);
            added.add(alias);
        } else if (alias.spelling.equals(folded)) {
            alias.spelling = spelling;
        }
        alias.source = source;
        alias.tag = tag;
    }
}
