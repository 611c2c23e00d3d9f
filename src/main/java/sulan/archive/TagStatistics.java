package sulan.archive;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.EntityManager;

/**
 * Figures about tags, all counted by the database: however many papers a tag has, only the figures come over. A paper counts
 * where readers see it: with its shown overview, as long as some edition lists it.
 */
public final class TagStatistics {

    private TagStatistics() {
    }

    /**
     * How far the papers of a tag reach.
     *
     * @param papers how many there are
     * @param first the first date on which one was listed; {@code null} if there are none
     * @param last the last one
     */
    public record Span(long papers, LocalDate first, LocalDate last) {
    }

    /** How many papers with a tag were listed in the week or the month that begins on a day; never 0. */
    public record Bucket(LocalDate start, long papers) {
    }

    /** In how many papers another tag stands beside one. */
    public record Together(String slug, long papers) {
    }

    /** How many papers with a tag were listed last in each of two stretches of time. */
    public record Recent(String slug, long recent, long before) {
    }

    private record Month(int year, int month, long papers) {
    }

    private record Week(long number, long papers) {
    }

    public static Span span(Tag tag) {
        return entities().createQuery("""
                select new sulan.archive.TagStatistics$Span(count(distinct p.id), min(l.id.editionDate), max(l.id.editionDate))
                from Keyword k join k.paper p join p.listings l where k.tag = :tag and k.shown and p.listedOn is not null""",
                Span.class).setParameter("tag", tag).getSingleResult();
    }

    /** Months in which papers with the tag were listed, oldest first. A paper counts once in each. */
    public static List<Bucket> perMonth(Tag tag) {
        return entities().createQuery("""
                select year(l.id.editionDate), month(l.id.editionDate), count(distinct p.id)
                from Keyword k join k.paper p join p.listings l where k.tag = :tag and k.shown and p.listedOn is not null
                group by year(l.id.editionDate), month(l.id.editionDate)
                order by year(l.id.editionDate), month(l.id.editionDate)""", Month.class).setParameter("tag", tag)
                .getResultStream().map(month -> new Bucket(LocalDate.of(month.year, month.month, 1), month.papers)).toList();
    }

    /** Weeks in which papers with the tag were listed, by their Mondays, oldest first. A paper counts once in each. */
    public static List<Bucket> perWeek(Tag tag) {
        // counted from a Monday before all digests
        LocalDate monday = LocalDate.of(1900, 1, 1);
        return entities().createQuery("""
                select ((l.id.editionDate - date 1900-01-01) by day) / 7, count(distinct p.id)
                from Keyword k join k.paper p join p.listings l where k.tag = :tag and k.shown and p.listedOn is not null
                group by ((l.id.editionDate - date 1900-01-01) by day) / 7
                order by ((l.id.editionDate - date 1900-01-01) by day) / 7""", Week.class).setParameter("tag", tag)
                .getResultStream().map(week -> new Bucket(monday.plusWeeks(week.number), week.papers)).toList();
    }

    /**
     * The tags that stand beside one in at least so many papers, the most frequent first.
     *
     * @param most how many of them
     */
    public static List<Together> together(Tag tag, long least, int most) {
        return entities().createQuery("""
                select new sulan.archive.TagStatistics$Together(t.slug, count(distinct p.id))
                from Keyword w join w.paper p join Keyword k on k.paper = p join k.tag t
                where w.tag = :tag and w.shown and k.shown and t <> :tag and p.listedOn is not null
                group by t.slug having count(distinct p.id) >= :least
                order by count(distinct p.id) desc, t.slug""", Together.class).setParameter("tag", tag)
                .setParameter("least", least).setMaxResults(most).getResultList();
    }

    /** How many papers carry any tag. */
    public static long papersWithTags() {
        return Paper.count(
                "from Paper p where p.listedOn is not null and exists (select 1 from Keyword k where k.paper = p and k.shown)");
    }

    /**
     * The tags with at least so many papers that were listed last in a stretch of time, and how many they had in the one
     * before.
     *
     * @param since the first day of the stretch before
     * @param from the first day of the stretch
     * @param to its last day
     */
    public static List<Recent> recent(LocalDate since, LocalDate from, LocalDate to, long least) {
        return entities().createQuery("""
                select new sulan.archive.TagStatistics$Recent(t.slug,
                    count(distinct case when p.listedOn >= :from then p.id end),
                    count(distinct case when p.listedOn < :from then p.id end))
                from Keyword k join k.paper p join k.tag t
                where k.shown and p.listedOn between :since and :to
                group by t.slug having count(distinct case when p.listedOn >= :from then p.id end) >= :least""", Recent.class)
                .setParameter("since", since).setParameter("from", from).setParameter("to", to).setParameter("least", least)
                .getResultList();
    }

    /** How many papers that carry any tag were listed last in a stretch of time. */
    public static long papersWithTags(LocalDate from, LocalDate to) {
        return Paper.count(
                "from Paper p where p.listedOn between ?1 and ?2 and exists (select 1 from Keyword k where k.paper = p and k.shown)",
                from,
                to);
    }

    private static EntityManager entities() {
        return Tag.getEntityManager();
    }
}
