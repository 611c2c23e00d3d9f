package sulan.source.llm;

import sulan.digest.Ratings;

/**
 * A paper of a day whose papers are compared.
 *
 * @param id the arXiv id without version
 * @param title the title
 * @param mainWork what its overview says that it does, or {@code null}
 * @param ratings the ratings of its overview; {@link Ratings#NONE} if there are none
 */
public record RatedPaper(String id, String title, String mainWork, Ratings ratings) {
}
