package sulan.web;

import java.time.Clock;
import java.util.List;

import sulan.archive.Deadlines;
import sulan.archive.DigestFile;
import sulan.archive.Edition;
import sulan.archive.Paper;
import sulan.archive.Run;
import sulan.archive.Tag;

/**
 * What the archive holds and how its content came in, for page and twin alike.
 *
 * @param papers those that an edition lists
 * @param overviews those that readers see
 * @param newest the newest edition; {@code null} if there is none
 * @param open the runs that are going on; possibly none
 * @param runs the last ones, newest first
 * @param refused the files of the watched folder that did not go in, by name
 * @param removed the files that are no longer in the folder, by name
 * @param progress how far lists and overviews have come
 */
public record Status(long editions, long papers, long overviews, long tags, Edition newest, List<Run> open, List<Run> runs,
        List<DigestFile> refused, List<DigestFile> removed, Progress progress) {

    private static final int RUNS = 20;

    /** Must be called within a transaction. */
    static Status now(Clock clock, Deadlines deadlines) {
        return new Status(Edition.count(), Paper.count("listedOn is not null"),
                Paper.count("listedOn is not null and overview is not null"),
                Tag.count("from Tag t where exists (select 1 from Keyword k where k.tag = t)"), Edition.newest().orElse(null),
                Run.open(), Run.newest(RUNS), DigestFile.inState(DigestFile.State.REFUSED),
                DigestFile.inState(DigestFile.State.REMOVED), Progress.now(clock, deadlines));
    }
}
