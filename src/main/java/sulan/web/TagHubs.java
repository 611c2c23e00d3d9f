package sulan.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import sulan.archive.Revision;
import sulan.archive.Tag;
import sulan.archive.TagCounts;

/** What is told of tags, kept for as long as the archive stays the same: for a frequent tag, counting takes a while. */
@ApplicationScoped
class TagHubs {

    /** Tags that are kept; others are counted each time. */
    private static final int MOST = 500;

    private final TagCounts counts;
    private volatile Kept kept;

    TagHubs(TagCounts counts) {
        this.counts = counts;
    }

    private record Kept(Revision revision, Map<String, TagHub> hubs) {
    }

    /** Must be called within a transaction. */
    TagHub of(Tag tag) {
        TagCounts.Counted counted = counts.current();
        Kept now = kept;
        if (now == null || !now.revision.equals(counted.revision())) {
            now = new Kept(counted.revision(), new ConcurrentHashMap<>());
            kept = now;
        }
        TagHub hub = now.hubs.get(tag.slug);
        if (hub == null) {
            hub = TagHub.of(tag, counted);
            if (now.hubs.size() < MOST) {
                now.hubs.put(tag.slug, hub);
            }
        }
        return hub;
    }
}
