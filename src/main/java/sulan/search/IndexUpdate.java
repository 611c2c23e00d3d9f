package sulan.search;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import jakarta.persistence.TypedQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Paper;
import sulan.archive.RemovedPaper;
import sulan.archive.Revision;

/** Brings papers from the archive into an index, some at a time, each time in a transaction of its own. */
final class IndexUpdate {

    /** Enough to keep the writing threads busy, and few enough for a small heap. */
    private static final int BATCH = 200;

    /** Where the last batch ended. */
    private record Place(long revision, String id) {
    }

    /** All papers that are listed. */
    void all(IndexFolder index, IntConsumer progress) {
        Revision archive = QuarkusTransaction.requiringNew().call(Revision::current);
        String last = "";
        while (last != null) {
            String after = last;
            last = QuarkusTransaction.requiringNew().call(() -> {
                List<Paper> papers = papers("p.listedOn is not null and p.id > :id order by p.id", Map.of("id", after));
                write(index, papers, List.of());
                progress.accept(papers.size());
                return papers.isEmpty() ? null : papers.get(papers.size() - 1).id;
            });
        }
        index.finish(archive);
    }

    /**
     * What the archive has changed since the index's revision, up to the one that it has now: while much goes in, that ends.
     * Papers that are changed once more meanwhile come with their next revision.
     */
    void since(IndexFolder index) {
        long indexed = index.state().revision();
        Revision archive = QuarkusTransaction.requiringNew().call(Revision::current);
        if (!index.state().fits(archive)) {
            // another archive, or an older one, took its place under the running portal
            index.setBroken();
            return;
        }
        if (archive.number() == indexed) {
            return;
        }
        List<String> removed = QuarkusTransaction.requiringNew().call(() -> RemovedPaper
                .<RemovedPaper> list("revision > ?1", indexed).stream().map(paper -> paper.paperId).toList());
        // before the papers: one that is back in the archive has a higher revision than its removal
        index.write(List.of(), removed);
        Place place = new Place(indexed, null);
        while (place != null) {
            Place after = place;
            place = QuarkusTransaction.requiringNew().call(() -> {
                List<Paper> papers = next(after, archive.number());
                write(index, papers.stream().filter(paper -> paper.listedOn != null).toList(),
                        papers.stream().filter(paper -> paper.listedOn == null).toList());
                Paper last = papers.isEmpty() ? null : papers.get(papers.size() - 1);
                return last == null ? null : new Place(last.revision, last.id);
            });
        }
        index.finish(archive);
    }

    /**
     * The next papers, first those of the revision in which the last batch ended. Two questions, because databases go through
     * all papers for the one that has an "or" in it.
     */
    private static List<Paper> next(Place after, long last) {
        List<Paper> papers = after.id == null ? List.of()
                : papers("p.revision = :revision and p.id > :id order by p.id",
                        Map.of("revision", after.revision, "id", after.id));
        return papers.isEmpty() ? papers("p.revision > :revision and p.revision <= :last order by p.revision, p.id",
                Map.of("revision", after.revision, "last", last)) : papers;
    }

    private static List<Paper> papers(String where, Map<String, Object> parameters) {
        TypedQuery<Paper> query = Paper.getEntityManager()
                .createQuery("select p from Paper p left join fetch p.overview where " + where, Paper.class)
                .setMaxResults(BATCH);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private static void write(IndexFolder index, List<Paper> listed, List<Paper> unlisted) {
        index.write(listed.stream().map(PaperDocument::of).toList(), unlisted.stream().map(paper -> paper.id).toList());
    }
}
