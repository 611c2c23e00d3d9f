package sulan.search;

import sulan.archive.Paper;

/**
 * A paper in a list, with its place among the papers of its newest edition.
 *
 * @param rank by recommendation, counted from 1; {@code null} if the paper is not rated
 * @param dayCount how many papers that edition lists
 */
public record PaperHit(Paper paper, Integer rank, int dayCount) {
}
