package sulan.archive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How many papers have a rating.
 *
 * @param value from 0 to 5; {@code null} for papers that are not rated, because their overview does not say or because they
 *        have
 *        none
 */
public record RatingCount(BigDecimal value, long papers) {

    /** The recommendations of the papers that were listed from one day to another, in no order. A paper counts once. */
    public static List<RatingCount> recommendations(LocalDate from, LocalDate to) {
        return Paper.getEntityManager().createQuery("""
                select new sulan.archive.RatingCount(o.recommendation, count(distinct p.id))
                from Listing l join l.paper p left join p.overview o
                where p.listedOn is not null and l.id.editionDate between :from and :to
                group by o.recommendation""", RatingCount.class)
                .setParameter("from", from).setParameter("to", to).getResultList();
    }
}
