package sulan.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import sulan.tag.KnownTag;
import sulan.tag.MergeProposal;
import sulan.tag.MergeProposals;
import sulan.tag.Vocabulary;

/** Keeps the likely merges for the operator, as the tags stand. Nothing is merged by it. */
@ApplicationScoped
public class TagProposals {

    /** More than an operator will ever look at; the likeliest are kept. */
    static final int MOST = 500;
    /** Rarer tags are left aside in an archive with more. */
    private static final int MOST_TAGS = 30_000;

    private final TagCounts counts;
    private final Clock clock;
    private final EntityManager entities;

    TagProposals(TagCounts counts, Clock clock, EntityManager entities) {
        this.counts = counts;
        this.clock = clock;
        this.entities = entities;
    }

    private record Named(Long tag, String zh) {
    }

    /** Two slugs, whichever way round they were proposed. */
    private record Pair(Set<String> slugs) {

        static Pair of(String one, String other) {
            return new Pair(Set.of(one, other));
        }
    }

    /**
     * {@linkplain #refresh Looks for likely merges anew}, unless nothing has changed since that was done last, be it before the
     * last start.
     *
     * @return whether it was done
     */
    @Transactional
    public boolean refreshIfChanged() {
        // read before the looking: a change meanwhile is looked at next time
        long revision = Revision.current().number();
        if (Objects.equals(Tagging.current().proposedRevision, revision)) {
            return false;
        }
        refresh();
        // by itself, so that it does not undo what another transaction does to the row meanwhile
        Tagging.update("proposedRevision", revision);
        return true;
    }

    /**
     * Looks for likely merges anew. What was decided stays decided; what no longer seems likely goes, unless it was decided. A
     * few queries, whatever the size of the archive.
     *
     * @return how many are open now
     */
    @Transactional
    public int refresh() {
        Map<Pair, TagProposal> kept = TagProposal.<TagProposal> listAll().stream().collect(
                toMap(proposal -> Pair.of(proposal.fromSlug, proposal.intoSlug), Function.identity(), (one, other) -> one));
        Set<TagProposal> open = new HashSet<>();
        Instant now = clock.instant();
        for (MergeProposal likely : MergeProposals.of(tags(), Vocabulary.curated())) {
            TagProposal proposal = kept.computeIfAbsent(Pair.of(likely.from(), likely.into()), pair -> proposed(now));
            if (proposal.state == TagProposal.State.OPEN) {
                proposal.fromSlug = likely.from();
                proposal.intoSlug = likely.into();
                proposal.reasons = likely.reasons();
                proposal.score = likely.score();
                proposal.papers = likely.papers();
                proposal.persist();
                open.add(proposal);
            }
            if (open.size() == MOST) {
                break;
            }
        }
        kept.values().stream().filter(proposal -> proposal.state == TagProposal.State.OPEN && !open.contains(proposal))
                .forEach(TagProposal::delete);
        return open.size();
    }

    private static TagProposal proposed(Instant now) {
        TagProposal proposal = new TagProposal();
        proposal.state = TagProposal.State.OPEN;
        proposal.proposedAt = now;
        return proposal;
    }

    /** The tags that papers carry, with all Chinese names that overviews which readers see give them. */
    private List<KnownTag> tags() {
        TagCounts.Counted counted = counts.current();
        Map<String, TagCount> frequent = counted.tags().stream().limit(MOST_TAGS)
                .collect(toMap(TagCount::slug, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        TaggedPapers tagged = counted.statistics().read();
        // without joins: to look up each keyword's tag and overview takes longer than there is in a large archive
        Map<String, TreeSet<String>> names = entities
                .createQuery("select k.tag.id, k.zh from Keyword k where k.zh is not null and k.shown", Named.class)
                .getResultStream().filter(named -> frequent.containsKey(tagged.slug(named.tag)))
                .collect(groupingBy(named -> tagged.slug(named.tag), mapping(Named::zh, toCollection(TreeSet::new))));
        return frequent.values().stream().map(tag -> new KnownTag(tag.slug(), tag.en(),
                names.containsKey(tag.slug()) ? List.copyOf(names.get(tag.slug())) : List.of(), tag.papers())).toList();
    }
}
