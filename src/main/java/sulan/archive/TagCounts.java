package sulan.archive;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** How many papers carry each tag, counted once for each revision of the archive: it takes one query over all keywords. */
@ApplicationScoped
public class TagCounts {

    private volatile Counted last;

    /**
     * The counts as of a revision.
     *
     * @param tags all tags that papers carry, the most frequent first
     * @param bySlug the same by their slugs
     * @param papers how many papers carry any tag at all
     */
    public record Counted(Revision revision, List<TagCount> tags, Map<String, TagCount> bySlug, long papers) {
    }

    /** The counts as the archive stands. */
    @Transactional
    public Counted current() {
        // read before the counting: what is counted too late is counted again, what is counted too early is not
        Revision revision = Revision.current();
        Counted counted = last;
        if (counted == null || !counted.revision.equals(revision)) {
            List<TagCount> tags = Tag.counts();
            counted = new Counted(revision, tags, tags.stream().collect(toMap(TagCount::slug, identity())),
                    TagStatistics.papersWithTags());
            last = counted;
        }
        return counted;
    }
}
