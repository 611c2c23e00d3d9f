package sulan.search;

import java.time.LocalDate;

import sulan.archive.Paper;
import sulan.archive.PendingOverview;

/**
 * A paper in a list, with its place among the papers of an edition: that of the list's day, or else the paper's newest one.
 *
 * @param day the date of that edition; {@code null} if no edition lists the paper any more
 * @param rank by recommendation, counted from 1; {@code null} if the paper has no recommendation
 * @param dayCount how many papers that edition lists
 * @param percentile how many of a hundred papers of the whole archive that are listed and have a recommendation have the same
 *        or
 *        a lower one, rounded down, so 0 to 100, and 100 for the best; {@code null} if the paper has none, or if the index is
 *        not
 *        ready
 * @param pending how it stands with the overview that is wanted; {@code null} if there is one, or if none was asked for
 * @param matching finds in the paper's texts what the list's words have found
 */
public record PaperHit(Paper paper, LocalDate day, Integer rank, int dayCount, Integer percentile,
        PendingOverview.State pending, Matching matching) {
}
