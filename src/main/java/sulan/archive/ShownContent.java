package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sulan.archive.Overview.Origin;

/** What readers see of a paper among all that the archive holds of it. */
final class ShownContent {

    /**
     * The operator's edit before all others, then what a model wrote (an import that says something else supersedes it), then
     * the overview of the newest edition, then the one recorded last.
     */
    private static final Comparator<Candidate> PRECEDENCE = Comparator
            .comparing((Candidate candidate) -> candidate.origin == Origin.EDIT)
            .thenComparing(candidate -> candidate.origin == Origin.MODEL)
            .thenComparing(Candidate::edition, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Candidate::overview);

    private record Candidate(String paper, Long overview, Origin origin, LocalDate edition) {
    }

    private ShownContent() {
    }

    /** Brings the newest listing and the shown overview of these papers up to date, with a new revision. */
    static void refresh(Collection<Paper> papers, Instant now) {
        Map<String, Candidate> best = best(papers);
        long revision = Revision.raise(now);
        for (Paper paper : papers) {
            Listing newest = paper.hidden ? null
                    : paper.listings.stream().max(Comparator.comparing(listing -> listing.id.editionDate()))
                            .orElse(null);
            paper.listedOn = newest == null ? null : newest.id.editionDate();
            paper.position = newest == null ? null : newest.position;
            paper.revision = revision;
            Candidate chosen = best.get(paper.id);
            paper.overview = chosen == null ? null
                    : Overview.getEntityManager().getReference(Overview.class, chosen.overview);
        }
        showKeywords(papers, best);
    }

    /** What readers would see of a paper if the operator had not edited it; {@code null} if there is nothing. */
    static Overview withoutEdit(Paper paper) {
        return candidates(List.of(paper)).stream().filter(candidate -> candidate.origin != Origin.EDIT).max(PRECEDENCE)
                .<Overview> map(best -> Overview.findById(best.overview)).orElse(null);
    }

    /** Of the keywords of these papers' overviews, only those of the shown ones are shown. Three statements for all papers. */
    private static void showKeywords(Collection<Paper> papers, Map<String, Candidate> best) {
        List<String> bare = papers.stream().map(paper -> paper.id).filter(id -> !best.containsKey(id)).toList();
        if (!bare.isEmpty()) {
            Keyword.update("shown = false where paper.id in ?1 and shown and overview is not null", bare);
        }
        if (!best.isEmpty()) {
            List<Long> overviews = best.values().stream().map(Candidate::overview).toList();
            Keyword.update("shown = false where paper.id in ?1 and shown and overview.id not in ?2", best.keySet(), overviews);
            Keyword.update("shown = true where overview.id in ?1 and not shown", overviews);
        }
    }

    private static Map<String, Candidate> best(Collection<Paper> papers) {
        Map<String, Candidate> best = new HashMap<>();
        candidates(papers).forEach(candidate -> best.merge(candidate.paper, candidate,
                (one, other) -> PRECEDENCE.compare(one, other) < 0 ? other : one));
        return best;
    }

    /** One query for all papers, which reads no texts. */
    private static List<Candidate> candidates(Collection<Paper> papers) {
        return papers.isEmpty() ? List.of()
                : Overview.getEntityManager().createQuery("""
                        select o.paper.id, o.id, o.origin, e.date from Overview o left join o.edition e
                        where o.paper.id in :ids and o.supersededAt is null""", Candidate.class)
                        .setParameter("ids", papers.stream().map(paper -> paper.id).toList())
                        .getResultList();
    }
}
