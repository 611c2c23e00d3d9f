package sulan.archive;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import sulan.archive.Overview.Origin;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;

/**
 * What recording a digest would change: told before it is done, for someone to decide. Nothing is changed by asking.
 *
 * @param kind what would become of the edition
 * @param added ids of papers that the edition would have anew
 * @param changed ids of papers that it has, whose overview in it would be another one
 * @param unchanged how many of its papers would stay as they are
 * @param leaving papers that would lose their place in it
 * @param edited how many papers of the digest the operator has edited; readers go on seeing the edits
 */
public record ExpectedChange(Kind kind, List<String> added, List<String> changed, int unchanged, List<Place> leaving,
        int edited) {

    /** What becomes of an edition. */
    public enum Kind {
        /** There is none of this date yet. */
        NEW,
        /** There is one, and it would be another one; also where only Hugging Face's list has brought it so far. */
        REPLACED,
        /** It has the same content already. */
        NONE
    }

    /** A paper in an edition. */
    public record Place(String paperId, String title) {
    }

    /**
     * Compares a digest with the edition of its date.
     *
     * @param contentHash as {@link Archive#record} would be given it
     */
    public static ExpectedChange of(Digest digest, String contentHash) {
        Edition known = Edition.findById(digest.date());
        // demo content leaves before anything real comes in
        Edition edition = known == null || known.demo ? null : known;
        int edited = edited(digest);
        if (edition != null && contentHash.equals(edition.contentHash)) {
            return new ExpectedChange(Kind.NONE, List.of(), List.of(), digest.papers().size(), List.of(), edited);
        }
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        Map<String, Listing> places = places(edition);
        Map<String, List<Overview>> standing = standing(digest);
        for (DigestPaper listed : digest.papers()) {
            if (places.remove(listed.paperId()) == null) {
                added.add(listed.paperId());
            } else if (saysOtherwise(listed, standing.getOrDefault(listed.paperId(), List.of()))) {
                changed.add(listed.paperId());
            }
        }
        List<Place> leaving = places.values().stream().filter(listing -> !listing.huggingFace && !listing.paper.hidden)
                .map(listing -> new Place(listing.paper.id, listing.paper.title)).toList();
        return new ExpectedChange(edition == null ? Kind.NEW : Kind.REPLACED, added, changed,
                digest.papers().size() - added.size() - changed.size(), leaving, edited);
    }

    /** By paper, in the order of their positions. */
    private static Map<String, Listing> places(Edition edition) {
        Map<String, Listing> places = new LinkedHashMap<>();
        if (edition != null) {
            edition.listings.forEach(listing -> places.put(listing.id.paperId(), listing));
        }
        return places;
    }

    /** What the edition's digest said of its papers, and what a model or the operator wrote about them. */
    private static Map<String, List<Overview>> standing(Digest digest) {
        // two questions, because for "or" H2 goes through all overviews of the archive
        return Stream.concat(
                Overview.<Overview> list("edition.date = ?1 and supersededAt is null", digest.date()).stream(),
                Overview.<Overview> list("paper.id in ?1 and origin <> ?2 and supersededAt is null", ids(digest), Origin.IMPORT)
                        .stream())
                .distinct().collect(groupingBy(overview -> overview.paper.id));
    }

    /** Whether a digest says something of a paper that nobody has said, or no longer what it has said. */
    private static boolean saysOtherwise(DigestPaper listed, List<Overview> standing) {
        return listed.overview().equals(sulan.digest.Overview.EMPTY)
                ? standing.stream().anyMatch(overview -> overview.origin == Origin.IMPORT)
                : standing.stream().noneMatch(overview -> overview.content().equals(listed.overview()));
    }

    private static int edited(Digest digest) {
        return (int) Overview.count("paper.id in ?1 and origin = ?2 and supersededAt is null", ids(digest), Origin.EDIT);
    }

    private static List<String> ids(Digest digest) {
        return digest.papers().stream().map(DigestPaper::paperId).toList();
    }
}
