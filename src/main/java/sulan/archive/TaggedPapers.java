package sulan.archive;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

import jakarta.persistence.EntityManager;

/**
 * All that {@link TagStatistics} need of the listed papers: their dates and their tags, a few numbers each. They are held in
 * memory because grouping them by the names of tags took H2 ten seconds for ten thousand papers. Of the next revision only the
 * papers that changed are read, by {@link Paper#revision} and {@link RemovedPaper}, as the index does it. Never changes.
 *
 * @param papers the listed papers, by id
 * @param names the names of tags by their ids, which are given one after the other; {@code null} where there is no such tag
 */
record TaggedPapers(Map<String, Tagged> papers, Name[] names) {

    /**
     * A listed paper.
     *
     * @param days when it was listed, as days since 1970, each once, in no order
     * @param tags ids of the tags that it carries, each once
     */
    record Tagged(int[] days, int[] tags) {

        /** Whether it was listed from the first to the last of these days. */
        boolean isListed(int from, int to) {
            for (int day : days) {
                if (day >= from && day <= to) {
                    return true;
                }
            }
            return false;
        }

        boolean isTagged() {
            return tags.length > 0;
        }
    }

    /** @param en {@code null} if there is none; likewise the Chinese one */
    record Name(String slug, String en, String zh) {
    }

    /** The slug of a tag; {@code null} if there is no such tag. */
    String slug(long tag) {
        return tag < names.length && names[(int) tag] != null ? names[(int) tag].slug() : null;
    }

    /** Reads all papers of the archive. To be called within a transaction that has read the revision before. */
    static TaggedPapers read() {
        // row by row, and the names last, so that no tag lacks one
        Map<String, Reading> read = new HashMap<>();
        entities()
                .createQuery("select l.id.paperId, l.id.editionDate from Listing l join l.paper p where p.listedOn is not null",
                        Object[].class)
                .getResultStream().forEach(row -> reading(read, row[0]).listed((LocalDate) row[1]));
        entities().createQuery("select k.paper.id, k.tag.id from Keyword k where k.shown", Object[].class).getResultStream()
                .filter(row -> read.containsKey(row[0])).forEach(row -> reading(read, row[0]).carries((Long) row[1]));
        Names names = new Names(new Name[0]);
        entities().createQuery("select t.id, t.slug, t.en, t.zh from Tag t", Object[].class).getResultStream()
                .forEach(row -> names.put((Long) row[0], (String) row[1], (String) row[2], (String) row[3]));
        return new TaggedPapers(tagged(read, names.byId), names.byId);
    }

    /**
     * The papers as the archive stands now. To be called within a transaction that has read the revision before.
     *
     * @param revision the one that these were read at
     */
    TaggedPapers since(long revision) {
        if (papers.isEmpty()) {
            return read();
        }
        Map<String, Tagged> all = new HashMap<>(papers);
        Map<String, Reading> read = new HashMap<>();
        entities().createQuery("""
                select p.id, l.id.editionDate from Paper p left join p.listings l on p.listedOn is not null
                where p.revision > :revision
                union all select r.paperId, cast(null as LocalDate) from RemovedPaper r where r.revision > :revision""",
                Object[].class).setParameter("revision", revision).getResultStream().forEach(row -> {
                    all.remove(row[0]);
                    if (row[1] != null) {
                        reading(read, row[0]).listed((LocalDate) row[1]);
                    }
                });
        Names changed = new Names(names.clone());
        // with those of overviews that are not shown: they, too, may have given a tag its name
        entities().createQuery("""
                select k.paper.id, k.shown, t.id, t.slug, t.en, t.zh from Paper p join Keyword k on k.paper = p join k.tag t
                where p.revision > :revision""", Object[].class).setParameter("revision", revision).getResultStream()
                .forEach(row -> {
                    changed.put((Long) row[2], (String) row[3], (String) row[4], (String) row[5]);
                    if ((Boolean) row[1] && read.containsKey(row[0])) {
                        reading(read, row[0]).carries((Long) row[2]);
                    }
                });
        all.putAll(tagged(read, changed.byId));
        return new TaggedPapers(all, changed.byId);
    }

    /** A listed paper while it is read. Of a large archive there are many at once: nothing here is larger than it must be. */
    private static final class Reading {

        private static final int[] NONE = {};
        private int[] days = NONE;
        private int[] tags = NONE;

        void listed(LocalDate date) {
            days = with(days, (int) date.toEpochDay());
        }

        void carries(long tag) {
            tags = with(tags, Math.toIntExact(tag));
        }

        private static int[] with(int[] values, int value) {
            for (int known : values) {
                if (known == value) {
                    return values;
                }
            }
            int[] more = Arrays.copyOf(values, values.length + 1);
            more[values.length] = value;
            return more;
        }

        /** A tag that went meanwhile went with its papers, or with a later revision: that will be read next. */
        Tagged tagged(Name[] names) {
            IntPredicate isKnown = tag -> tag < names.length && names[tag] != null;
            return new Tagged(days,
                    Arrays.stream(tags).allMatch(isKnown) ? tags : Arrays.stream(tags).filter(isKnown).toArray());
        }
    }

    private static Reading reading(Map<String, Reading> read, Object paper) {
        return read.computeIfAbsent((String) paper, id -> new Reading());
    }

    private static Map<String, Tagged> tagged(Map<String, Reading> read, Name[] names) {
        Map<String, Tagged> tagged = new HashMap<>(read.size() * 4 / 3 + 1);
        read.forEach((id, one) -> tagged.put(id, one.tagged(names)));
        return tagged;
    }

    /** Names while they are read. */
    private static final class Names {

        private Name[] byId;

        Names(Name[] known) {
            byId = known;
        }

        void put(long id, String slug, String en, String zh) {
            int place = Math.toIntExact(id);
            if (place >= byId.length) {
                byId = Arrays.copyOf(byId, Math.max(place + 1, byId.length + byId.length / 4));
            }
            byId[place] = new Name(slug, en, zh);
        }
    }

    private static EntityManager entities() {
        return Tag.getEntityManager();
    }
}
