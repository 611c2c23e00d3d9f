package sulan.archive;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import sulan.tag.Vocabulary;

/**
 * Leads the keywords of the archive to their tags anew when the vocabulary is another one: some overviews at a time, then some
 * papers with keywords of Hugging Face's. How far it has come is kept with each step, so that it goes on from there after any
 * stop.
 */
@ApplicationScoped
public class Retagging {

    private static final String KEYWORDS = "from Keyword k join fetch k.tag join fetch k.resolved join fetch k.paper where ";
    /** Papers with keywords of Hugging Face's, after one. */
    private static final String WITH_OWN_KEYWORDS = "p.id > ?1"
            + " and exists (select 1 from Keyword k where k.paper = p and k.overview is null)";

    private final Clock clock;
    private final EntityManager entities;

    Retagging(Clock clock, EntityManager entities) {
        this.clock = clock;
        this.entities = entities;
    }

    /**
     * One step.
     *
     * @param moved overviews, or papers, of which a keyword leads to another tag now
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
     * How many overviews, and papers with keywords of Hugging Face's, are still to be gone through to have all keywords
     * resolved with a vocabulary; 0 if they are. An
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
            tagging.nextPaper = "";
        }
        long left = Overview.count("id > ?1", tagging.nextOverview)
                + Paper.count("from Paper p where " + WITH_OWN_KEYWORDS, tagging.nextPaper);
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
        Revision.claim();
        Tagging tagging = Tagging.current();
        List<Overview> overviews = Overview.<Overview> find("id > ?1 order by id", tagging.nextOverview).page(0, size).list();
        if (overviews.isEmpty()) {
            return nextPapers(tagging, vocabulary, runId, size);
        }
        int moved = resolve(vocabulary, Keyword.list(KEYWORDS + "k.overview in ?1 order by k.id", overviews), runId);
        tagging.nextOverview = overviews.get(overviews.size() - 1).id;
        return new Step(moved, overviews.size() - moved);
    }

    private Step nextPapers(Tagging tagging, Vocabulary vocabulary, long runId, int size) {
        List<Paper> papers = Paper.<Paper> find("from Paper p where " + WITH_OWN_KEYWORDS + " order by p.id", tagging.nextPaper)
                .page(0, size).list();
        if (papers.isEmpty()) {
            end(tagging);
            return new Step(0, 0);
        }
        int moved = resolve(vocabulary,
                Keyword.list(KEYWORDS + "k.paper in ?1 and k.overview is null order by k.id", papers), runId);
        tagging.nextPaper = papers.get(papers.size() - 1).id;
        return new Step(moved, papers.size() - moved);
    }

    private static void end(Tagging tagging) {
        tagging.vocabulary = tagging.nextVocabulary;
        tagging.nextVocabulary = null;
        tagging.nextOverview = 0;
        tagging.nextPaper = "";
    }

    /** @return how many of the overviews, or papers, have a keyword that leads to another tag now */
    private int resolve(Vocabulary vocabulary, List<Keyword> keywords, long runId) {
        Tags tags = Tags.of(keywords.stream().map(Keyword::content).toList(), vocabulary);
        Set<Object> moved = new HashSet<>();
        Map<Move, TagMove> moves = new HashMap<>();
        Map<Move, Set<Paper>> papers = new HashMap<>();
        for (Keyword keyword : keywords) {
            keyword.folded = Tags.deciding(keyword.content());
            keyword.resolved = tags.get(keyword.content());
            Tag now = keyword.resolved.leadsTo();
            if (!now.equals(keyword.tag)) {
                Move move = new Move(keyword.tag, now);
                moves.computeIfAbsent(move, m -> new TagMove()).keywords++;
                if (keyword.shown) {
                    papers.computeIfAbsent(move, m -> new HashSet<>()).add(keyword.paper);
                }
                keyword.tag = now;
                moved.add(keyword.overview == null ? keyword.paper : keyword.overview);
            }
        }
        report(moves, papers, runId);
        touch(tags.renamed(), papers.values());
        return moved.size();
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
