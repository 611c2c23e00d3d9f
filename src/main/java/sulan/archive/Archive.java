package sulan.archive;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import sulan.digest.Criterion;
import sulan.digest.Diagnostic;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.tag.Folding;

/**
 * The one path by which content goes into the archive. Each call is one transaction: it goes in whole or not at all. What was
 * recorded once is never lost: another version only supersedes it.
 */
@ApplicationScoped
public class Archive {

    private final Clock clock;

    Archive(Clock clock) {
        this.clock = clock;
    }

    /**
     * Records a digest as the edition of its date. The same content again changes nothing; other content supersedes the
     * overviews
     * that the edition brought before. A paper that the new content no longer lists loses its place in the edition, but stays
     * in
     * the archive with all its overviews. An operator's edit stands above whatever is recorded here.
     *
     * @param digest what was read
     * @param diagnostics what was odd in it; those of a paper are kept with its overview
     * @param contentHash SHA-256 of the content, by which the same content is recognised
     * @return whether anything was recorded; {@code false} if the edition had the same content already
     */
    @Transactional
    public boolean record(Digest digest, List<Diagnostic> diagnostics, String contentHash) {
        Edition edition = Edition.findById(digest.date());
        if (edition != null && edition.contentHash.equals(contentHash)) {
            return false;
        }
        Instant now = clock.instant();
        if (edition == null) {
            edition = new Edition();
            edition.date = digest.date();
        }
        edition.declaredCount = digest.declaredCount();
        edition.sourceUrl = digest.sourceUrl();
        edition.note = digest.note();
        edition.unplaced = digest.unplaced();
        edition.diagnostics = diagnostics.stream().filter(diagnostic -> diagnostic.paper() == 0).toList();
        edition.contentHash = contentHash;
        edition.recordedAt = now;
        edition.persist();

        Map<String, Paper> papers = papers(digest);
        Map<String, Overview> standing = standingOverviews(edition);
        removeListings(edition, papers);
        Tags tags = Tags.of(digest);
        for (DigestPaper listed : digest.papers()) {
            Paper paper = papers.get(listed.paperId());
            list(paper, edition, listed, now);
            List<Diagnostic> odd = diagnostics.stream().filter(diagnostic -> diagnostic.paper() == listed.position()).toList();
            Overview before = standing.remove(paper.id);
            if (before == null || !before.content().equals(listed.overview())) {
                supersede(before, now);
                Overview overview = overview(paper, Overview.Origin.IMPORT, listed.overview(), tags, now);
                overview.edition = edition;
                overview.diagnostics = odd;
                overview.persist();
            } else {
                before.diagnostics = odd;
            }
        }
        standing.values().forEach(gone -> supersede(gone, now));
        Paper.flush();
        choose(papers.values());
        choose(standing.values().stream().map(gone -> gone.paper).toList());
        return true;
    }

    /**
     * Records an operator's version of an overview. It supersedes an earlier edit, and readers see it from now on, whatever is
     * imported or written by a model later.
     *
     * @throws IllegalArgumentException if there is no such paper
     */
    @Transactional
    public void edit(String paperId, sulan.digest.Overview content) {
        Paper paper = Paper.findById(paperId);
        if (paper == null) {
            throw new IllegalArgumentException("no paper " + paperId);
        }
        Instant now = clock.instant();
        Overview.<Overview> list("paper = ?1 and origin = ?2 and supersededAt is null", paper, Overview.Origin.EDIT)
                .forEach(edit -> supersede(edit, now));
        Overview edit = overview(paper, Overview.Origin.EDIT, content, Tags.of(content.keywords()), now);
        edit.writtenAt = now;
        edit.persist();
        Paper.flush();
        choose(List.of(paper));
    }

    /** The digest's papers as entities, by id; those that the archive did not have yet are new. */
    private static Map<String, Paper> papers(Digest digest) {
        List<String> ids = digest.papers().stream().map(DigestPaper::paperId).toList();
        Map<String, Paper> papers = Paper.<Paper> list("id in ?1", ids).stream()
                .collect(Collectors.toMap(paper -> paper.id, Function.identity()));
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

    /** The overviews that an edition brought and that still stand, by paper. */
    private static Map<String, Overview> standingOverviews(Edition edition) {
        Map<String, Overview> standing = new HashMap<>();
        Overview.<Overview> list("edition = ?1 and origin = ?2 and supersededAt is null", edition, Overview.Origin.IMPORT)
                .forEach(overview -> standing.put(overview.paper.id, overview));
        return standing;
    }

    private static void removeListings(Edition edition, Map<String, Paper> stillListed) {
        for (Listing listing : List.copyOf(edition.listings)) {
            if (!stillListed.containsKey(listing.id.paperId())) {
                edition.listings.remove(listing);
                listing.paper.listings.remove(listing);
                listing.delete();
            }
        }
    }

    private static void list(Paper paper, Edition edition, DigestPaper listed, Instant now) {
        Listing listing = edition.listings.stream().filter(known -> known.id.paperId().equals(paper.id)).findFirst()
                .orElseGet(() -> {
                    Listing added = new Listing();
                    added.id = new Listing.Id(edition.date, paper.id);
                    added.edition = edition;
                    added.paper = paper;
                    added.firstSeenAt = now;
                    edition.listings.add(added);
                    paper.listings.add(added);
                    return added;
                });
        listing.position = listed.position();
        listing.persist();
        if (paper.listedOn == null || !edition.date.isBefore(paper.listedOn)) {
            paper.title = listed.title();
        }
    }

    private static void supersede(Overview overview, Instant now) {
        if (overview != null) {
            overview.supersededAt = now;
        }
    }

    private static Overview overview(Paper paper, Overview.Origin origin, sulan.digest.Overview content, Tags tags,
            Instant now) {
        Overview overview = new Overview();
        overview.paper = paper;
        overview.origin = origin;
        overview.recordedAt = now;
        overview.mainWork = content.mainWork();
        overview.highlights = content.highlights();
        overview.practicality = content.ratings().get(Criterion.PRACTICALITY);
        overview.novelty = content.ratings().get(Criterion.NOVELTY);
        overview.recommendation = content.ratings().get(Criterion.RECOMMENDATION);
        overview.practicalityReason = content.reasons().get(Criterion.PRACTICALITY);
        overview.noveltyReason = content.reasons().get(Criterion.NOVELTY);
        overview.recommendationReason = content.reasons().get(Criterion.RECOMMENDATION);
        overview.comment = content.comment();
        overview.unplaced = content.unplaced();
        overview.truncated = content.truncated();
        for (sulan.digest.Keyword written : content.keywords()) {
            Keyword keyword = new Keyword();
            keyword.overview = overview;
            keyword.position = overview.keywords.size() + 1;
            keyword.en = written.en();
            keyword.zh = written.zh();
            keyword.tag = tags.tag(written);
            overview.keywords.add(keyword);
        }
        return overview;
    }

    /**
     * Brings what readers see of these papers up to date: the newest listing, and of the overviews that stand the operator's
     * edit, else the one of the newest edition.
     */
    private static void choose(Iterable<Paper> papers) {
        for (Paper paper : papers) {
            Listing newest = paper.listings.stream().max(Comparator.comparing(listing -> listing.id.editionDate()))
                    .orElse(null);
            paper.listedOn = newest == null ? null : newest.id.editionDate();
            paper.position = newest == null ? null : newest.position;
            paper.overview = Overview.<Overview> list("paper = ?1 and supersededAt is null", paper).stream()
                    .max(Comparator.comparing((Overview overview) -> overview.origin == Overview.Origin.EDIT)
                            .thenComparing(overview -> overview.edition == null ? LocalDate.MIN : overview.edition.date)
                            .thenComparing(overview -> overview.id))
                    .orElse(null);
        }
    }

    /** The tags of a digest's keywords, looked up all at once; a spelling that leads to none makes one. */
    private static final class Tags {

        private final Map<String, Tag> byFolded;

        private Tags(Map<String, Tag> byFolded) {
            this.byFolded = byFolded;
        }

        static Tags of(Digest digest) {
            return of(digest.papers().stream().flatMap(paper -> paper.overview().keywords().stream()).toList());
        }

        static Tags of(List<sulan.digest.Keyword> keywords) {
            List<String> folded = new ArrayList<>(keywords.stream().map(Tags::folded).distinct().toList());
            Map<String, Tag> known = new HashMap<>();
            if (!folded.isEmpty()) {
                TagAlias.<TagAlias> list("from TagAlias a join fetch a.tag where a.folded in ?1", folded)
                        .forEach(alias -> known.put(alias.folded, alias.tag));
            }
            return new Tags(known);
        }

        Tag tag(sulan.digest.Keyword keyword) {
            Tag tag = byFolded.computeIfAbsent(folded(keyword), folded -> {
                Tag added = new Tag();
                added.slug = folded;
                added.en = keyword.en();
                added.zh = keyword.zh();
                added.persist();
                TagAlias alias = new TagAlias();
                alias.folded = folded;
                alias.tag = added;
                alias.persist();
                return added;
            });
            if (tag.zh == null) {
                tag.zh = keyword.zh();
            }
            return tag;
        }

        private static String folded(sulan.digest.Keyword keyword) {
            return Folding.fold(Objects.requireNonNullElse(keyword.en(), keyword.zh()));
        }
    }
}
