package sulan.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;

/**
 * The revision of the archive: a number that every change raises. What is derived from the archive (the index, feeds, cached
 * pages) says by it which state it was made from, and {@link Paper#revision} and {@link RemovedPaper} say what has changed
 * since.
 *
 * <p>
 * A transaction that raises the revision holds it until it ends. So the transactions that write come one after the other, and
 * all that belongs to revision n can be read by whoever has read n. (What comes later may be read, too: only then n is not the
 * last word.)
 *
 * @param number 0 for an archive that was never changed
 * @param changedAt when it was raised last
 * @param begunAt when the archive was made, which tells it from others
 */
public record Revision(long number, Instant changedAt, Instant begunAt) {

    /**
     * Fired when the revision is raised; to be observed after success, when it can be read.
     *
     * @param at when, which is {@link Revision#changedAt} then
     */
    public record Raised(long number, Instant at) {
    }

    /** The revision of the archive; one small query. */
    public static Revision current() {
        return Paper.getEntityManager().createQuery(
                "select new sulan.archive.Revision(r.number, r.changedAt, r.begunAt) from ArchiveRevision r", Revision.class)
                .getSingleResult();
    }

    /**
     * Waits until no other transaction writes content, and keeps others waiting until the caller's ends. To be called before
     * anything is read that decides what is written: lists, digests and overviews come in at the same time, and may be of the
     * same papers.
     */
    static void claim() {
        Paper.getEntityManager().createQuery("update ArchiveRevision r set r.number = r.number").executeUpdate();
    }

    /**
     * Raises the revision as a part of the caller's transaction, which is to give the number to the {@link Paper#revision}s
     * that it changes. To be called late, because other writers wait from here to the commit.
     *
     * @return the new number
     */
    public static long raise(Instant now) {
        EntityManager entities = Paper.getEntityManager();
        entities.createQuery("update ArchiveRevision r set r.number = r.number + 1, r.changedAt = :now")
                .setParameter("now", now).executeUpdate();
        long number = entities.createQuery("select r.number from ArchiveRevision r", Long.class).getSingleResult();
        Arc.container().beanManager().getEvent().fire(new Raised(number, now));
        return number;
    }

    /**
     * Raises the revision for all papers that carry one of these tags as the archive stands: to be called when names of tags
     * change, and when keywords go from one tag to another (before they go, or for the tag that has them then).
     */
    public static void raiseForTags(Collection<Tag> tags, Instant now) {
        List<Long> ids = tags.stream().map(tag -> tag.id).toList();
        EntityManager entities = Paper.getEntityManager();
        entities.flush();
        entities.createQuery("""
                update Paper p set p.revision = :revision where p.id in
                (select k.paper.id from Keyword k where k.tag.id in :tags and k.shown)""")
                .setParameter("revision", raise(now)).setParameter("tags", ids).executeUpdate();
    }
}
