package sulan.archive;

import java.time.LocalDate;
import java.util.Collection;
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

    /** What papers are counted by over time. */
    public enum Unit {
        WEEK("((l.id.editionDate - date 1900-01-01) by day) / 7"),
        MONTH("year(l.id.editionDate) * 12 + month(l.id.editionDate) - 1");

        /** A Monday before all digests. */
        private static final LocalDate FIRST_MONDAY = LocalDate.of(1900, 1, 1);

        /** In HQL, the number of the unit in which a listing {@code l} is. */
        private final String number;

        Unit(String number) {
            this.number = number;
        }

        private LocalDate start(Object number) {
            long count = ((Number) number).longValue();
            return this == WEEK ? FIRST_MONDAY.plusWeeks(count)
                    : LocalDate.of((int) (count / 12), (int) (count % 12) + 1, 1);
        }
    }

    /** How many papers with a tag were listed in the week or the month that begins on a day; never 0. */
    public record Bucket(LocalDate start, long papers) {
    }

    /** The same of one of several tags. */
    public record TagBucket(String slug, LocalDate start, long papers) {
    }

    /** How many papers were listed in the week or the month that begins on a day, and how many of them carry any tag. */
    public record Listed(LocalDate start, long papers, long tagged) {
    }

    /** In how many papers another tag stands beside one. */
    public record Together(String slug, long papers) {
    }

    /** How many papers with a tag were listed in each of two stretches of time. */
    public record Recent(String slug, long recent, long before) {
    }

    /** How many papers that carry any tag were listed in each of two stretches of time. */
    public record Totals(long recent, long before) {
    }

    /** How many papers of a stretch of time carry a tag. */
    public record Carried(String slug, long papers) {
    }

    /** In how many papers of a stretch of time two tags stand together. */
    public record Pair(String one, String other, long papers) {
    }

    public static Span span(Tag tag) {
        return entities().createQuery("""
                select new sulan.archive.TagStatistics$Span(count(distinct p.id), min(l.id.editionDate), max(l.id.editionDate))
                from Keyword k join k.paper p join p.listings l where k.tag = :tag and k.shown and p.listedOn is not null""",
                Span.class).setParameter("tag", tag).getSingleResult();
    }

    /** Weeks or months in which papers with the tag were listed, oldest first. A paper counts once in each. */
    public static List<Bucket> per(Unit unit, Tag tag) {
        return entities().createQuery("""
                select %1$s, count(distinct p.id)
                from Keyword k join k.paper p join p.listings l where k.tag = :tag and k.shown and p.listedOn is not null
                group by %1$s order by %1$s""".formatted(unit.number), Object[].class).setParameter("tag", tag)
                .getResultStream().map(row -> new Bucket(unit.start(row[0]), (Long) row[1])).toList();
    }

    /** The same of several tags, from the first to the last day of a stretch of time, in no order. */
    public static List<TagBucket> per(Unit unit, Collection<String> slugs, LocalDate from, LocalDate to) {
        return entities().createQuery("""
                select t.slug, %1$s, count(distinct p.id)
                from Listing l join l.paper p join Keyword k on k.paper = p join k.tag t
                where t.slug in :slugs and k.shown and p.listedOn is not null and l.id.editionDate between :from and :to
                group by t.slug, %1$s""".formatted(unit.number), Object[].class).setParameter("slugs", slugs)
                .setParameter("from", from).setParameter("to", to)
                .getResultStream().map(row -> new TagBucket((String) row[0], unit.start(row[1]), (Long) row[2])).toList();
    }

    /** Weeks or months of a stretch of time in which papers were listed, oldest first. A paper counts once in each. */
    public static List<Listed> listed(Unit unit, LocalDate from, LocalDate to) {
        return entities().createQuery("""
                select %1$s, count(distinct p.id), count(distinct k.paper.id)
                from Listing l join l.paper p left join Keyword k on k.paper = p and k.shown
                where p.listedOn is not null and l.id.editionDate between :from and :to
                group by %1$s order by %1$s""".formatted(unit.number), Object[].class)
                .setParameter("from", from).setParameter("to", to)
                .getResultStream().map(row -> new Listed(unit.start(row[0]), (Long) row[1], (Long) row[2])).toList();
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
     * The tags with at least so many papers in one of two stretches of time, one right after the other, and how many they had
     * in each. A paper that was listed in both counts in both.
     *
     * @param since the first day of the stretch before
     * @param from the first day of the stretch
     * @param to its last day
     */
    public static List<Recent> recent(LocalDate since, LocalDate from, LocalDate to, long least) {
        return entities().createQuery("""
                select new sulan.archive.TagStatistics$Recent(t.slug,
                    count(distinct case when l.id.editionDate >= :from then p.id end),
                    count(distinct case when l.id.editionDate < :from then p.id end))
                from Listing l join l.paper p join Keyword k on k.paper = p join k.tag t
                where k.shown and p.listedOn is not null and l.id.editionDate between :since and :to
                group by t.slug
                having count(distinct case when l.id.editionDate >= :from then p.id end) >= :least
                    or count(distinct case when l.id.editionDate < :from then p.id end) >= :least""", Recent.class)
                .setParameter("since", since).setParameter("from", from).setParameter("to", to).setParameter("least", least)
                .getResultList();
    }

    /** The papers among which {@link #recent} counts. */
    public static Totals papersWithTags(LocalDate since, LocalDate from, LocalDate to) {
        return entities().createQuery("""
                select new sulan.archive.TagStatistics$Totals(
                    count(distinct case when l.id.editionDate >= :from then p.id end),
                    count(distinct case when l.id.editionDate < :from then p.id end))
                from Listing l join l.paper p
                where p.listedOn is not null and l.id.editionDate between :since and :to
                    and exists (select 1 from Keyword k where k.paper = p and k.shown)""", Totals.class)
                .setParameter("since", since).setParameter("from", from).setParameter("to", to).getSingleResult();
    }

    /** The tags that no paper carried that was listed before a stretch of time; the most frequent first. */
    public static List<Carried> firstListed(LocalDate from, LocalDate to) {
        return entities().createQuery("""
                select new sulan.archive.TagStatistics$Carried(t.slug, count(distinct p.id))
                from Listing l join l.paper p join Keyword k on k.paper = p join k.tag t
                where k.shown and p.listedOn is not null and l.id.editionDate between :from and :to
                    and not exists (select 1 from Keyword e join e.paper q join q.listings m
                        where e.tag = t and e.shown and q.listedOn is not null and m.id.editionDate < :from)
                group by t.slug order by count(distinct p.id) desc, t.slug""", Carried.class)
                .setParameter("from", from).setParameter("to", to).getResultList();
    }

    /** The pairs of tags that stand together in at least so many papers of a stretch of time, each once, in no order. */
    public static List<Pair> pairs(LocalDate from, LocalDate to, long least) {
        return entities().createQuery("""
                select new sulan.archive.TagStatistics$Pair(t.slug, u.slug, count(distinct p.id))
                from Listing l join l.paper p join Keyword k on k.paper = p join k.tag t
                    join Keyword w on w.paper = p join w.tag u
                where k.shown and w.shown and t.id < u.id and p.listedOn is not null and l.id.editionDate between :from and :to
                group by t.slug, u.slug having count(distinct p.id) >= :least""", Pair.class)
                .setParameter("from", from).setParameter("to", to).setParameter("least", least).getResultList();
    }

    private static EntityManager entities() {
        return Tag.getEntityManager();
    }
}
