package sulan.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sulan.tag.Folding;
import sulan.tag.Vocabulary;

/**
 * How a tag is written.
 *
 * @param aliases what leads to it besides its two names, each spelling once, the operator's first
 * @param candidates Chinese names that its keywords were given and that do not lead to it; the most frequent first
 */
public record TagSpellings(List<Alias> aliases, List<Candidate> candidates) {

    private static final int MOST_CANDIDATES = 20;
    private static final int MOST_ALIASES = 200;

    /** Why a spelling leads to the tag. */
    public enum Source {
        /** The operator says so. */
        OPERATOR,
        /** It is a name of a tag that was merged into this one. */
        MERGE,
        /** The curated vocabulary says so. */
        VOCABULARY,
        /** It is written like a name of the tag, but for case, plural and the like. */
        FOLDING,
        /** It stood in brackets behind words whose initials it has. */
        ACRONYM
    }

    /** A spelling that leads to the tag, as it was written. */
    public record Alias(String spelling, Source source) {

        public boolean isChinese() {
            return Vocabulary.isChinese(spelling);
        }
    }

    /**
     * A Chinese name that could be an alias, if the operator agrees.
     *
     * @param papers in how many papers it was given
     */
    public record Candidate(String zh, long papers) {
    }

    /** The spellings of a tag with those of all tags that merges take to it. A few queries, whatever its papers. */
    public static TagSpellings of(Tag tag) {
        Set<Tag> tags = tag.withMerged();
        Map<String, Alias> aliases = new LinkedHashMap<>();
        OperatorAlias.of(tags).forEach(alias -> add(aliases, alias.spelling, Source.OPERATOR));
        Map<String, Alias> others = new LinkedHashMap<>();
        for (Tag one : tags) {
            if (one != tag) {
                add(others, one.en, Source.MERGE);
                add(others, one.zh, Source.MERGE);
            }
            one.concept().ifPresent(concept -> concept.spellings()
                    .forEach(spelling -> add(others, spelling, Source.VOCABULARY)));
        }
        TagAlias.of(tags).forEach(alias -> add(others, alias.spelling, Source.valueOf(alias.source.name())));
        others.keySet().removeAll(decidedOtherwise(others.keySet(), tags));
        others.forEach(aliases::putIfAbsent);
        Set<String> names = new HashSet<>();
        names.add(form(tag.en));
        names.add(form(tag.zh));
        aliases.keySet().removeAll(names);
        names.addAll(aliases.keySet());
        return new TagSpellings(aliases.values().stream().limit(MOST_ALIASES).toList(), candidates(tag, names));
    }

    private static void add(Map<String, Alias> aliases, String spelling, Source source) {
        if (spelling != null) {
            aliases.putIfAbsent(form(spelling), new Alias(spelling, source));
        }
    }

    private static String form(String spelling) {
        return spelling == null ? "" : Folding.fold(spelling);
    }

    /** Spellings that the operator sent to another tag. */
    private static List<String> decidedOtherwise(Collection<String> forms, Set<Tag> tags) {
        return forms.isEmpty() ? List.of()
                : OperatorAlias.<OperatorAlias> list("folded in ?1 and tag not in ?2", forms, tags).stream()
                        .map(alias -> alias.folded).toList();
    }

    private static List<Candidate> candidates(Tag tag, Set<String> known) {
        List<Candidate> given = Tag.getEntityManager().createQuery("""
                select new sulan.archive.TagSpellings$Candidate(k.zh, count(distinct o.paper.id))
                from Keyword k join k.overview o where k.tag = :tag and k.zh is not null and o.supersededAt is null
                group by k.zh order by count(distinct o.paper.id) desc, k.zh""", Candidate.class).setParameter("tag", tag)
                .setMaxResults(MOST_ALIASES).getResultList();
        List<Candidate> candidates = new ArrayList<>(given);
        candidates.removeIf(candidate -> known.contains(form(candidate.zh)));
        return candidates.stream().limit(MOST_CANDIDATES).toList();
    }
}
