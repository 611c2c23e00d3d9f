package sulan.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import sulan.archive.Overview.Origin;
import sulan.digest.Diagnostic;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.tag.Vocabulary;

/**
 * Writes one digest, or one edit, into the archive: the state of one call of {@link Archive}, within its transaction. The
 * number of queries does not depend on the number of papers or on the size of the archive, and entities are persisted kind by
 * kind, because only neighbours of one kind share a JDBC batch.
 */
final class Recording {

    private final Instant now;
    private final Tags tags;
    private final List<Keyword> keywords = new ArrayList<>();

    private Recording(Tags tags, Instant now) {
        this.tags = tags;
        this.now = now;
    }

    /** @return whether anything was recorded; see {@link Archive#record} */
    static boolean of(Digest digest, List<Diagnostic> diagnostics, String contentHash, boolean demo, Instant now) {
        Edition edition = Edition.findById(digest.date());
        if (edition != null && contentHash.equals(edition.contentHash)) {
            return false;
        }
        Tags tags = Tags.of(digest.papers().stream().flatMap(paper -> paper.overview().keywords().stream()).toList(),
                Vocabulary.curated());
        new Recording(tags, now).record(edition == null ? Edition.of(digest.date()) : edition, digest, diagnostics, contentHash,
                demo);
        return true;
    }

    /** @throws IllegalArgumentException if there is no such paper */
    static void ofEdit(String paperId, sulan.digest.Overview content, Instant now) {
        Paper paper = known(paperId);
        supersede(paper, Origin.EDIT, now);
        Recording recording = new Recording(Tags.of(content.keywords(), Vocabulary.curated()), now);
        recording.addOverview(paper, Origin.EDIT, content).writtenAt = now;
        Keyword.persist(recording.keywords);
        ShownContent.refresh(List.of(paper), now);
    }

    private void record(Edition edition, Digest digest, List<Diagnostic> diagnostics, String contentHash, boolean demo) {
        // diagnostics that belong to no paper stand under position 0
        Map<Integer, List<Diagnostic>> odd = diagnostics.stream().collect(groupingBy(Diagnostic::paper));
        edition.declaredCount = digest.declaredCount();
        edition.sourceUrl = digest.sourceUrl();
        edition.note = digest.note();
        edition.unplaced = digest.unplaced();
        edition.diagnostics = odd.getOrDefault(0, List.of());
        edition.contentHash = contentHash;
        edition.recordedAt = now;
        edition.demo = demo;
        edition.persist();

        Map<String, Paper> papers = papers(digest);
        List<Paper> gone = removeListings(edition, papers);
        list(edition, digest, papers);
        replaceOverviews(edition, digest, papers, odd);
        Keyword.persist(keywords);

        List<Paper> touched = new ArrayList<>(papers.values());
        touched.addAll(gone);
        ShownContent.refresh(touched, now);
    }

    /** The digest's papers as entities, by id; those that the archive did not have yet are new. */
    private static Map<String, Paper> papers(Digest digest) {
        List<String> ids = digest.papers().stream().map(DigestPaper::paperId).toList();
        Map<String, Paper> papers = Paper.<Paper> list("id in ?1", ids).stream()
                .collect(toMap(paper -> paper.id, Function.identity()));
        for (DigestPaper listed : digest.papers()) {
            papers.computeIfAbsent(listed.paperId(), id -> {
                Paper paper = new Paper();
                paper.id = id;
                paper.title = listed.title();
                paper.persist();
                return paper;
            });
        }
        return papers;
    }

    private static List<Paper> removeListings(Edition edition, Map<String, Paper> stillListed) {
        List<Paper> gone = new ArrayList<>();
        for (Listing listing : List.copyOf(edition.listings)) {
            // what an export of this archive leaves out is still in its place
            if (!listing.huggingFace && !listing.paper.hidden && !stillListed.containsKey(listing.id.paperId())) {
                gone.add(listing.paper);
                edition.listings.remove(listing);
                listing.paper.listings.remove(listing);
                listing.delete();
            }
        }
        return gone;
    }

    private void list(Edition edition, Digest digest, Map<String, Paper> papers) {
        Map<String, Listing> listings = edition.listings.stream()
                .collect(toMap(listing -> listing.id.paperId(), Function.identity()));
        int last = digest.papers().size();
        for (Listing listing : edition.listings) {
            if (!papers.containsKey(listing.id.paperId())) {
                // Hugging Face lists it, or it is hidden, and the digest does not have it
                listing.position = ++last;
            }
        }
        for (DigestPaper listed : digest.papers()) {
            Paper paper = papers.get(listed.paperId());
            Listing listing = listings.computeIfAbsent(paper.id, id -> Listing.of(edition, paper, now));
            listing.position = listed.position();
            listing.persist();
            if (paper.listedOn == null || !edition.date.isBefore(paper.listedOn)) {
                paper.title = listed.title();
            }
        }
    }

    /**
     * An overview that says the same as before stays; all others that the edition brought are superseded, and so is what a
     * model wrote. But a digest that only repeats what a model or the operator wrote, as an export does, says nothing new.
     */
    private void replaceOverviews(Edition edition, Digest digest, Map<String, Paper> papers,
            Map<Integer, List<Diagnostic>> odd) {
        Map<String, Overview> standing = new HashMap<>();
        Map<String, Overview> written = new HashMap<>();
        Map<String, Overview> edited = new HashMap<>();
        // two questions, because for "or" H2 goes through all overviews of the archive
        Overview.<Overview> list("edition = ?1 and origin = ?2 and supersededAt is null", edition, Origin.IMPORT)
                .forEach(overview -> standing.put(overview.paper.id, overview));
        Overview.<Overview> list("paper in ?1 and origin <> ?2 and supersededAt is null", papers.values(), Origin.IMPORT)
                .forEach(overview -> (overview.origin == Origin.MODEL ? written : edited).put(overview.paper.id, overview));
        standing.values().removeIf(overview -> overview.paper.hidden && !papers.containsKey(overview.paper.id));
        for (DigestPaper listed : digest.papers()) {
            if (listed.overview().equals(sulan.digest.Overview.EMPTY)) {
                // it says nothing, and must not stand above what another edition says
                continue;
            }
            Overview byModel = written.get(listed.paperId());
            if (saysTheSame(edited.get(listed.paperId()), listed) || saysTheSame(byModel, listed)) {
                standing.remove(listed.paperId());
                continue;
            }
            Overview overview = standing.get(listed.paperId());
            if (overview != null && overview.content().equals(listed.overview())) {
                standing.remove(listed.paperId());
            } else {
                overview = addOverview(papers.get(listed.paperId()), Origin.IMPORT, listed.overview());
                overview.edition = edition;
                if (byModel != null) {
                    byModel.supersededAt = now;
                }
            }
            overview.model = digest.model();
            overview.diagnostics = odd.getOrDefault(listed.position(), List.of());
        }
        standing.values().forEach(replaced -> replaced.supersededAt = now);
    }

    private static boolean saysTheSame(Overview known, DigestPaper listed) {
        return known != null && known.content().equals(listed.overview());
    }

    /** @throws IllegalArgumentException if there is no such paper */
    static void ofModel(String paperId, sulan.digest.Overview content, Provenance provenance, Instant now) {
        Paper paper = known(paperId);
        supersede(paper, Origin.MODEL, now);
        Recording recording = new Recording(Tags.of(content.keywords(), Vocabulary.curated()), now);
        Overview overview = recording.addOverview(paper, Origin.MODEL, content);
        overview.model = provenance.model();
        overview.promptVersion = provenance.promptVersion();
        overview.writtenAt = provenance.writtenAt();
        Keyword.persist(recording.keywords);
        PendingOverview.deleteById(paperId);
        ShownContent.refresh(List.of(paper), now);
    }

    /**
     * @return whether there was an edit
     * @throws IllegalArgumentException if there is no such paper
     */
    static boolean withdrawEdit(String paperId, Instant now) {
        Paper paper = known(paperId);
        boolean edited = supersede(paper, Origin.EDIT, now);
        if (edited) {
            ShownContent.refresh(List.of(paper), now);
        }
        return edited;
    }

    static Paper known(String paperId) {
        Paper paper = Paper.findById(paperId);
        if (paper == null) {
            throw new IllegalArgumentException("no paper " + paperId);
        }
        return paper;
    }

    /** @return whether there was anything to supersede */
    private static boolean supersede(Paper paper, Origin origin, Instant now) {
        List<Overview> standing = Overview.list("paper = ?1 and origin = ?2 and supersededAt is null", paper, origin);
        standing.forEach(overview -> overview.supersededAt = now);
        return !standing.isEmpty();
    }

    private Overview addOverview(Paper paper, Origin origin, sulan.digest.Overview content) {
        Overview overview = Overview.of(content);
        overview.paper = paper;
        overview.origin = origin;
        overview.recordedAt = now;
        overview.persist();
        for (sulan.digest.Keyword written : content.keywords()) {
            Keyword keyword = Keyword.of(paper, overview.keywords.size() + 1, written, tags);
            keyword.overview = overview;
            overview.keywords.add(keyword);
            keywords.add(keyword);
        }
        return overview;
    }
}
