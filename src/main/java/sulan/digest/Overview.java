package sulan.digest;

import java.util.List;

/**
 * What was written about one paper (速览). The texts are <em>Markdown fragments</em>: CommonMark as the author wrote it, with the
 * indentation of the surrounding document removed, lines ending in LF, no blank lines at either end; {@code null} where the
 * text has none, never empty.
 *
 * @param mainWork 主要工作: what the paper does
 * @param highlights 主要亮点: what is new in it; a list stays a list
 * @param keywords 核心关键词, in order, possibly empty
 * @param ratings the ratings; {@link Ratings#NONE} if there are none
 * @param reasons the reasons that stand with the ratings; {@link Reasons#NONE} if there are none
 * @param comment a closing comment that belongs to no single rating
 * @param unplaced text of the paper that no other field could take; kept so that nothing is lost
 * @param truncated whether the text breaks off in mid-sentence
 */
public record Overview(String mainWork, String highlights, List<Keyword> keywords, Ratings ratings, Reasons reasons,
        String comment, String unplaced, boolean truncated) {

    /** What is known of a paper about which nothing was written. */
    public static final Overview EMPTY = new Overview(null, null, List.of(), Ratings.NONE, Reasons.NONE, null, null, false);

    public Overview {
        mainWork = Fragments.normalized(mainWork);
        highlights = Fragments.normalized(highlights);
        keywords = List.copyOf(keywords);
        comment = Fragments.normalized(comment);
        unplaced = Fragments.normalized(unplaced);
    }
}
