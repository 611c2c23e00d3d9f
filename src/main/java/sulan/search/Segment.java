package sulan.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/**
 * What the papers of one segment of the index are filtered, counted and ordered by: arrays, and sets with a bit for each paper.
 * Read once, because a segment never changes. (What leaves the index is only marked as gone, which is up to whoever asks.) So a
 * filter costs a few operations for every 64 papers, and whatever is looked at of a single paper a few nanoseconds.
 */
final class Segment {

    private static final int UPVOTES_BITS = 22;
    private static final int DAY_BITS = 22;
    private static final int SUM_BITS = 10;
    private static final int UPVOTES_SHIFT = DAY_BITS;
    private static final int SUM_SHIFT = UPVOTES_SHIFT + UPVOTES_BITS;
    private static final int RECOMMENDATION_SHIFT = SUM_SHIFT + SUM_BITS;
    private static final int MOST_UPVOTES = (1 << UPVOTES_BITS) - 2;

    private static final Map<Object, Segment> OPEN = new ConcurrentHashMap<>();

    /**
     * Recommendation, novelty plus practicality, upvotes and newest day in one number: of two papers the one with the higher
     * number comes first wherever all else is equal. In each part 0 is none, else the value is one higher, but that of the day.
     */
    private final long[] tie;
    /** Hundredths plus one; 0 for none. */
    private final short[] practicality;
    private final short[] novelty;
    private final BitSlices practicalities;
    private final BitSlices novelties;
    private final BitSlices recommendations;
    private final FixedBitSet code;
    private final FixedBitSet rated;
    /** Of each paper, where its places begin in the following one, oldest first. */
    private final int[] placeStarts;
    private final long[] places;
    private final int[] tagStarts;
    private final int[] tags;
    private final Postings postings;
    /** The number of a day in the upper half, and a paper listed on it in the lower one; in order. */
    private final long[] byDay;
    /** As years times twelve plus months. */
    private final Periods months;
    private final Periods years;
    private int highestTag;

    /** What is held of an open segment. */
    static Segment of(LeafReader reader) throws IOException {
        CacheHelper cache = reader.getCoreCacheHelper();
        Segment known = OPEN.get(cache.getKey());
        if (known != null) {
            return known;
        }
        synchronized (OPEN) {
            known = OPEN.get(cache.getKey());
            if (known == null) {
                known = new Segment(reader);
                OPEN.put(cache.getKey(), known);
                cache.addClosedListener(OPEN::remove);
            }
            return known;
        }
    }

    private Segment(LeafReader reader) throws IOException {
        int size = reader.maxDoc();
        tie = new long[size];
        practicality = rating(reader, "practicality");
        novelty = rating(reader, "novelty");
        code = new FixedBitSet(size);
        rated = new FixedBitSet(size);
        int[] starts = new int[size + 1];
        places = values(reader, "places", starts);
        placeStarts = starts;
        starts = new int[size + 1];
        long[] wide = values(reader, "tagIds", starts);
        tagStarts = starts;
        tags = new int[wide.length];
        for (int i = 0; i < wide.length; i++) {
            tags[i] = Math.toIntExact(wide[i]);
            highestTag = Math.max(highestTag, tags[i]);
        }
        postings = new Postings(highestTag, tagStarts, tags);
        byDay = new long[places.length];
        short[] recommendation = rating(reader, "recommendation");
        fill(reader, recommendation);
        practicalities = new BitSlices(practicality);
        novelties = new BitSlices(novelty);
        recommendations = new BitSlices(recommendation);
        months = new Periods(byDay, Segment::month);
        years = new Periods(byDay, day -> month(day) / 12);
    }

    private static short[] rating(LeafReader reader, String field) throws IOException {
        SortedNumericDocValues values = DocValues.getSortedNumeric(reader, field);
        short[] ratings = new short[reader.maxDoc()];
        for (int paper = 0; paper < ratings.length; paper++) {
            ratings[paper] = (short) (values.advanceExact(paper) ? values.nextValue() + 1 : 0);
        }
        return ratings;
    }

    /** @param starts is filled with where each paper's values begin */
    private static long[] values(LeafReader reader, String field, int[] starts) throws IOException {
        SortedNumericDocValues values = DocValues.getSortedNumeric(reader, field);
        long[] all = new long[reader.maxDoc()];
        int count = 0;
        for (int paper = 0; paper < reader.maxDoc(); paper++) {
            starts[paper] = count;
            if (values.advanceExact(paper)) {
                all = ArrayUtil.grow(all, count + values.docValueCount());
                for (int i = values.docValueCount(); i > 0; i--) {
                    all[count++] = values.nextValue();
                }
            }
        }
        starts[reader.maxDoc()] = count;
        return Arrays.copyOf(all, count);
    }

    private void fill(LeafReader reader, short[] recommendation) throws IOException {
        SortedNumericDocValues upvotes = DocValues.getSortedNumeric(reader, "upvotes");
        SortedNumericDocValues codes = DocValues.getSortedNumeric(reader, "code");
        for (int paper = 0; paper < tie.length; paper++) {
            // both are one too high together by one
            long sum = practicality[paper] == 0 || novelty[paper] == 0 ? 0 : practicality[paper] + novelty[paper] - 1;
            long votes = upvotes.advanceExact(paper) ? Math.max(0, Math.min(MOST_UPVOTES, upvotes.nextValue())) + 1 : 0;
            if (practicality[paper] + novelty[paper] + recommendation[paper] > 0) {
                rated.set(paper);
            }
            if (codes.advanceExact(paper) && codes.nextValue() != 0) {
                code.set(paper);
            }
            for (int i = placeStarts[paper]; i < placeStarts[paper + 1]; i++) {
                byDay[i] = (long) Place.day(places[i]) << 32 | paper;
            }
            tie[paper] = (long) recommendation[paper] << RECOMMENDATION_SHIFT | sum << SUM_SHIFT | votes << UPVOTES_SHIFT
                    | newestDay(paper);
        }
        Arrays.sort(byDay);
    }

    private int newestDay(int paper) {
        return placeStarts[paper] == placeStarts[paper + 1] ? 0 : Place.day(places[placeStarts[paper + 1] - 1]);
    }

    private static int month(int day) {
        LocalDate date = Place.day(day);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /** How many papers it has, those that are gone among them. */
    int size() {
        return tie.length;
    }

    /** The highest of the tags' numbers; 0 if there is none. */
    int highestTag() {
        return highestTag;
    }

    /** By what papers are ordered if all else is equal: the higher one comes first. */
    long tie(int paper) {
        return tie[paper];
    }

    /** In hundredths plus one; 0 for none. */
    int recommendation(int paper) {
        return (int) (tie[paper] >>> RECOMMENDATION_SHIFT);
    }

    /** Likewise. */
    int practicality(int paper) {
        return practicality[paper];
    }

    /** Likewise. */
    int novelty(int paper) {
        return novelty[paper];
    }

    /** Plus one; 0 if they are not known. */
    int upvotes(int paper) {
        return (int) (tie[paper] >>> UPVOTES_SHIFT) & (1 << UPVOTES_BITS) - 1;
    }

    /** The number of the newest day that lists it. */
    int day(int paper) {
        return (int) tie[paper] & (1 << DAY_BITS) - 1;
    }

    /** The position on that day. */
    int position(int paper) {
        return placeStarts[paper] == placeStarts[paper + 1] ? Integer.MAX_VALUE
                : Place.position(places[placeStarts[paper + 1] - 1]);
    }

    /** The paper's place on a day that lists it. */
    long place(int paper, int day) {
        for (int i = placeStarts[paper]; i < placeStarts[paper + 1]; i++) {
            if (Place.day(places[i]) == day) {
                return places[i];
            }
        }
        throw new IllegalArgumentException("not listed on that day");
    }

    /** How many tags so many of its papers have together, if they are as all of them are. */
    long tagsOf(int papers) {
        return (long) papers * tags.length / Math.max(1, size());
    }

    Postings postings() {
        return postings;
    }

    /** Counts the paper for each of its tags. */
    void countTags(int paper, int[] counts) {
        for (int i = tagStarts[paper]; i < tagStarts[paper + 1]; i++) {
            counts[tags[i]]++;
        }
    }

    /** The papers with code. Not to be changed. */
    FixedBitSet code() {
        return code;
    }

    /** Those with any rating. Not to be changed. */
    FixedBitSet rated() {
        return rated;
    }

    BitSlices practicalities() {
        return practicalities;
    }

    BitSlices novelties() {
        return novelties;
    }

    BitSlices recommendations() {
        return recommendations;
    }

    /** The papers by the months of their days, which are counted as years times twelve plus months. */
    Periods months() {
        return months;
    }

    /** The papers by the years of their days. */
    Periods years() {
        return years;
    }

    /** The papers that are listed in a range of days, both included. */
    FixedBitSet listed(int from, int to) {
        FixedBitSet listed = new FixedBitSet(size());
        int begin = firstPlace(from);
        int end = firstPlace(to + 1L);
        if (begin < end) {
            int firstMonth = month(dayAt(begin));
            int lastMonth = month(dayAt(end - 1));
            if (firstMonth == lastMonth) {
                add(listed, begin, end);
            } else {
                add(listed, begin, firstPlace(firstDay(firstMonth + 1)));
                months.addTo(listed, firstMonth + 1, lastMonth - 1);
                add(listed, firstPlace(firstDay(lastMonth)), end);
            }
        }
        return listed;
    }

    private int dayAt(int place) {
        return (int) (byDay[place] >>> 32);
    }

    private static int firstDay(int month) {
        return Place.number(LocalDate.of(month / 12, month % 12 + 1, 1));
    }

    private void add(FixedBitSet listed, int begin, int end) {
        for (int i = begin; i < end; i++) {
            listed.set((int) byDay[i]);
        }
    }

    /** Each paper that is listed on a day, once. */
    void eachListed(int day, IntConsumer paper) {
        int end = firstPlace(day + 1L);
        for (int i = firstPlace(day); i < end; i++) {
            paper.accept((int) byDay[i]);
        }
    }

    private int firstPlace(long day) {
        int at = Arrays.binarySearch(byDay, day << 32);
        return at < 0 ? -at - 1 : at;
    }
}
