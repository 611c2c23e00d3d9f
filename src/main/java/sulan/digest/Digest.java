package sulan.digest;

import java.time.LocalDate;
import java.util.List;

/**
 * The digest of one day: the day's papers in the order in which they were listed, each with its overview.
 *
 * @param date the day
 * @param declaredCount how many papers the document says it recommends, or {@code null}
 * @param sourceUrl address of the list it was made from (http or https), or {@code null}
 * @param note the quoted note that stands before the papers, a Markdown fragment without the quote's {@code >}, or {@code null}
 * @param papers positions count from 1 without gap; no two papers have the same id
 * @param unplaced text that belongs to no paper and to none of the fields above, or {@code null}; kept so that nothing is lost
 */
public record Digest(LocalDate date, Integer declaredCount, String sourceUrl, String note, List<DigestPaper> papers,
        String unplaced) {

    public Digest {
        note = Fragments.normalized(note);
        unplaced = Fragments.normalized(unplaced);
        papers = List.copyOf(papers);
    }
}
