package sulan.archive;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** How many papers carry each tag, counted once for each revision of the archive. */
@ApplicationScoped
public class TagCounts {

    private volatile Counted last;

    /**
     * The counts as of a revision.
     *
     * @param tags all tags that papers carry, the most frequent first
     * @param bySlug the same by their slugs
     * @param papers how many papers carry any tag at all
     * @param statistics what else can be counted of them
     */
    public record Counted(Revision revision, List<TagCount> tags, Map<String, TagCount> bySlug, long papers,
            TagStatistics statistics) {
    }

    /** The counts as the archive stands. A few queries if it has changed, else a small one. */
    @Transactional
    public Counted current() {
        // read before the counting: what is counted too late is counted again, what is counted too early is not
        Revision revision = Revision.current();
        Counted counted = last;
        if (counted == null || !counted.revision.equals(revision)) {
            counted = counted(counted, revision);
        }
        return counted;
    }

    /** By one thread at a time: after a change many readers ask at once. */
    private synchronized Counted counted(Counted known, Revision revision) {
        Counted before = last;
        if (before != known && before != null && isSameArchive(before.revision, revision)
                && before.revision.number() >= revision.number()) {
            return before;
        }
        TagStatistics statistics = new TagStatistics(before != null && isSameArchive(before.revision, revision)
                && before.revision.number() < revision.number() ? before.statistics.read().since(before.revision.number())
                        : TaggedPapers.read());
        List<TagCount> tags = statistics.counts();
        // twice only if it was made anew between two of the questions; that is a later revision, which will be counted then
        Map<String, TagCount> bySlug = tags.stream().collect(toMap(TagCount::slug, identity(), (one, other) -> one));
        last = new Counted(revision, tags, bySlug, statistics.papersWithTags(), statistics);
        return last;
    }

    private static boolean isSameArchive(Revision one, Revision other) {
        return one.begunAt().equals(other.begunAt());
    }
}
