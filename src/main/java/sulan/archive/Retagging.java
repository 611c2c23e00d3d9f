package sulan.archive;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import sulan.tag.Vocabulary;

/**
 * Leads the keywords of the archive to their tags anew when the vocabulary is another one, some overviews at a time. How far it
 * has come is kept with each step, so that it goes on from there after any stop.
 */
@ApplicationScoped
public class Retagging {

    private final Clock clock;
    private final EntityManager entities;

    Retagging(Clock clock, EntityManager entities) {
        this.clock = clock;
        this.entities = entities;
    }

    /**
     * One step.
     *
     * @param moved overviews of which a keyword leads to another tag now
     * @param unchanged the others
     */
    public record Step(int moved, int unchanged) {

        /** Whether there was nothing left to be done. */
        public boolean isLast() {
            return moved + unchanged == 0;
        }
    }

    private record Move(Tag from, Tag into) {
    }

    /**
     * How many overviews are still to be gone through to have all keywords resolved with a vocabulary; 0 if they are. An
     * archive
     * without overviews has nothing to resolve.
     */
    @Transactional
    public long toDo(Vocabulary vocabulary) {
        Tagging tagging = Tagging.current();
        // as long as a run has not ended, what is resolved is a mixture
        if (vocabulary.hash().equals(tagging.vocabulary) && tagging.nextVocabulary == null) {
            return 0;
        }
        if (!vocabulary.hash().equals(tagging.nextVocabulary)) {
            tagging.nextVocabulary = vocabulary.hash();
            tagging.nextOverview = 0;
        }
        long left = Overview.count("id > ?1", tagging.nextOverview);
        if (left == 0) {
            end(tagging);
        }
        return left;
    }

    /**
     * Goes through the next overviews, in one transaction with the report of what moved.
     *
     * @param vocabulary the one that {@link #toDo} was asked about
     * @param runId the run that reports it
     * @param size how many overviews
     */
    @Transactional
    public Step next(Vocabulary vocabulary, long runId, int size) {
        Tagging tagging = Tagging.current();
        List<Overview> overviews = Overview.<Overview> find("id > ?1 order by id", tagging.nextOverview).page(0, size).list();
        if (overviews.isEmpty()) {
            end(tagging);
            return new Step(0, 0);
        }
        Set<Overview> moved = resolve(vocabulary, overviews, runId);
        tagging.nextOverview = overviews.get(overviews.size() - 1).id;
        return new Step(moved.size(), overviews.size() - moved.size());
    }

    private static void end(Tagging tagging) {
        tagging.vocabulary = tagging.nextVocabulary;
        tagging.nextVocabulary = null;
        tagging.nextOverview = 0;
    }

    private Set<Overview> resolve(Vocabulary vocabulary, List<Overview> overviews, long runId) {
        List<Keyword> keywords = Keyword.list("""
                from Keyword k join fetch k.tag join fetch k.resolved join fetch k.overview o join fetch o.paper
                where o in ?1 order by k.id""", overviews);
        Tags tags = Tags.of(keywords.stream().map(Keyword::content).toList(), vocabulary);
        Set<Overview> moved = new HashSet<>();
        Map<Move, TagMove> moves = new HashMap<>();
        Map<Move, Set<Paper>> papers = new HashMap<>();
        for (Keyword keyword : keywords) {
            keyword.folded = Tags.deciding(keyword.content());
            keyword.resolved = tags.get(keyword.content());
            Tag now = keyword.resolved.leadsTo();
            if (!now.equals(keyword.tag)) {
                Move move = new Move(keyword.tag, now);
                moves.computeIfAbsent(move, m -> new TagMove()).keywords++;
                if (Objects.equals(keyword.overview.paper.overview, keyword.overview)) {
                    papers.computeIfAbsent(move, m -> new HashSet<>()).add(keyword.overview.paper);
                }
                keyword.tag = now;
                moved.add(keyword.overview);
            }
        }
        report(moves, papers, runId);
        touch(tags.renamed(), papers.values());
        return moved;
    }

    /** Tells of the papers that are shown with other tags, or other names of tags. */
    private void touch(Set<Tag> renamed, Collection<Set<Paper>> papers) {
        if (!renamed.isEmpty()) {
            Revision.raiseForTags(renamed, clock.instant());
        }
        if (!papers.isEmpty()) {
            long revision = Revision.raise(clock.instant());
            papers.forEach(moved -> moved.forEach(paper -> paper.revision = revision));
        }
    }

    /** Adds what moved to what the run has reported before. */
    private void report(Map<Move, TagMove> moves, Map<Move, Set<Paper>> papers, long runId) {
        if (moves.isEmpty()) {
            return;
        }
        Run run = entities.getReference(Run.class, runId);
        Map<String, TagMove> before = TagMove.<TagMove> list("run = ?1 and fromSlug in ?2", run,
                moves.keySet().stream().map(move -> move.from.slug).toList()).stream()
                .collect(toMap(move -> move.fromSlug + ' ' + move.intoSlug, Function.identity()));
        moves.forEach((move, added) -> {
            TagMove total = before.getOrDefault(move.from.slug + ' ' + move.into.slug, new TagMove());
            total.run = run;
            total.fromSlug = move.from.slug;
            total.intoSlug = move.into.slug;
            total.keywords += added.keywords;
            total.papers += papers.getOrDefault(move, Set.of()).size();
            total.persist();
        });
    }
}
