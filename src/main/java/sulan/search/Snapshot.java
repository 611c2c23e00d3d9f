package sulan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

import sulan.search.FacetCounts.Count;

/** All papers of the index as they are when it is opened; what changes meanwhile is in the next one. */
final class Snapshot implements AutoCloseable {

    /** How many counts are kept as long as the index stays the same. */
    private static final int MOST_KEPT = 500;
    /** So many are enough, unless the papers found are quite different from all. */
    private static final int FREQUENT_TAGS = 4096;
    private static final Map<Object, Kept> KEPT = new ConcurrentHashMap<>();

    private final IndexReader reader;
    private final List<Part> parts = new ArrayList<>();
    private final Kept kept;

    /** What was worked out about the papers, as long as the index stays the same. */
    private static final class Kept {

        private final Map<PaperQuery, FacetCounts> counts = new ConcurrentHashMap<>();
        private volatile List<Count> frequentTags;
    }

    /**
     * A segment.
     *
     * @param live says which of its papers are not gone; {@code null} if none is
     */
    record Part(LeafReaderContext leaf, Segment segment, Bits live) {

        boolean isLive(int paper) {
            return live == null || live.get(paper);
        }

        /** Its papers, without those that are gone; a set of its own for who asks. */
        FixedBitSet papers() {
            if (live != null) {
                return FixedBitSet.copyOf(live);
            }
            FixedBitSet papers = new FixedBitSet(segment.size());
            papers.set(0, segment.size());
            return papers;
        }

        String id(int paper) {
            try {
                SortedSetDocValues ids = DocValues.getSortedSet(leaf.reader(), "arxivId");
                ids.advanceExact(paper);
                return ids.lookupOrd(ids.nextOrd()).utf8ToString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Snapshot(IndexReader reader) throws IOException {
        this.reader = reader;
        for (LeafReaderContext leaf : reader.leaves()) {
            parts.add(new Part(leaf, Segment.of(leaf.reader()), leaf.reader().getLiveDocs()));
        }
        kept = kept(reader.getReaderCacheHelper());
    }

    private static Kept kept(CacheHelper cache) {
        if (cache == null) {
            return new Kept();
        }
        return KEPT.computeIfAbsent(cache.getKey(), key -> {
            cache.addClosedListener(KEPT::remove);
            return new Kept();
        });
    }

    /** To be closed. */
    static Snapshot open(SearchSession session) {
        IndexReader reader = session.scope(PaperDocument.class).extension(LuceneExtension.get()).openIndexReader();
        try {
            return new Snapshot(reader);
        } catch (IOException | RuntimeException e) {
            close(reader);
            throw e instanceof IOException unread ? new UncheckedIOException(unread) : (RuntimeException) e;
        }
    }

    IndexReader reader() {
        return reader;
    }

    List<Part> parts() {
        return parts;
    }

    /**
     * The same, those that were written last before the others. Papers mostly go in as time does, so whoever looks for the
     * first ones meets them early, and throws few away that he has taken.
     */
    List<Part> newestFirst() {
        List<Part> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        return reversed;
    }

    /** What was counted for a query; {@code null} if it is not known any more, or was not yet. */
    FacetCounts counts(PaperQuery query) {
        return kept.counts.get(key(query));
    }

    void keep(PaperQuery query, FacetCounts counts) {
        if (kept.counts.size() >= MOST_KEPT) {
            kept.counts.clear();
        }
        kept.counts.put(key(query), counts);
    }

    /**
     * The tags that most papers carry, the most frequent first, with their papers (those that are gone are among them until
     * Lucene writes the segment anew).
     */
    List<Count> frequentTags() {
        List<Count> frequent = kept.frequentTags;
        if (frequent == null) {
            int[] counts = new int[highestTag() + 1];
            parts.forEach(part -> part.segment().postings().addTo(counts));
            frequent = TagTally.frequentest(counts, FREQUENT_TAGS);
            kept.frequentTags = frequent;
        }
        return frequent;
    }

    /** Whether there may be others besides {@link #frequentTags}. */
    boolean hasMoreTags() {
        return frequentTags().size() == FREQUENT_TAGS;
    }

    /** The highest id of a tag. */
    int highestTag() {
        return parts.stream().mapToInt(part -> part.segment().highestTag()).max().orElse(0);
    }

    /** Neither order nor page make a difference to what is counted. */
    private static PaperQuery key(PaperQuery query) {
        return query.withSort(PaperQuery.ALL.sort()).withSize(PaperQuery.ALL.size());
    }

    @Override
    public void close() {
        close(reader);
    }

    private static void close(IndexReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
