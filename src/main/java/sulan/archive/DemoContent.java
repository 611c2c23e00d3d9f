package sulan.archive;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** What the editions that ship with the portal brought. */
final class DemoContent {

    private static final String NOTHING_LEFT = "p.listedOn is null"
            + " and not exists (select 1 from Overview o where o.paper = p)";
    /** Tags that no keyword and no decision of the operator refers to. */
    private static final String UNUSED = "not exists (select 1 from Keyword k where k.tag = t or k.resolved = t)"
            + " and not exists (select 1 from TagMerge m where m.fromTag = t or m.intoTag = t)"
            + " and not exists (select 1 from OperatorAlias a where a.tag = t) and t.renamed = false";

    /**
     * In this order, so that no row is left without the row it refers to. An operator's edit is the operator's own work: it and
     * its paper stay, unlisted until a real digest lists the paper.
     */
    private static final List<String> REMOVAL = List.of(
            "update Paper p set p.overview = null where p.overview.id in"
                    + " (select o.id from Overview o where o.edition.demo = true)",
            "update Paper p set p.revision = :revision, p.listedOn = null, p.position = null where p.id in"
                    + " (select l.id.paperId from Listing l where l.edition.demo = true)",
            "delete from Keyword k where k.overview.id in (select o.id from Overview o where o.edition.demo = true)",
            "delete from Overview o where o.edition.date in (select e.date from Edition e where e.demo = true)",
            "delete from Listing l where l.id.editionDate in (select e.date from Edition e where e.demo = true)",
            "delete from Edition e where e.demo = true",
            "delete from RemovedPaper r where r.paperId in (select p.id from Paper p where " + NOTHING_LEFT + ")",
            "insert into RemovedPaper (paperId, revision) select p.id, p.revision from Paper p where " + NOTHING_LEFT,
            "delete from Paper p where " + NOTHING_LEFT,
            "delete from TagAlias a where a.tag.id in (select t.id from Tag t where " + UNUSED + ")",
            "delete from Tag t where " + UNUSED);

    private DemoContent() {
    }

    /** Removes it all; one small query if there is none. */
    static void remove(Instant now) {
        if (Edition.content() == Edition.Content.DEMO) {
            EntityManager entities = Edition.getEntityManager();
            entities.flush();
            long revision = Revision.raise(now);
            REMOVAL.forEach(statement -> {
                Query query = entities.createQuery(statement);
                if (statement.contains(":revision")) {
                    query.setParameter("revision", revision);
                }
                query.executeUpdate();
            });
            // whatever the caller has read of it before is no longer true
            entities.clear();
        }
    }
}
