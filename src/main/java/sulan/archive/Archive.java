package sulan.archive;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import sulan.digest.Diagnostic;
import sulan.digest.Digest;
import sulan.digest.ListedPaper;
import sulan.digest.Overview;

/**
 * The one path by which content goes into the archive. Each call is one transaction, or a part of the caller's: it goes in
 * whole or not at all. What was recorded once is never lost: another version only supersedes it.
 */
@ApplicationScoped
public class Archive {

    private final Clock clock;

    Archive(Clock clock) {
        this.clock = clock;
    }

    /**
     * Records a digest as the edition of its date. The same content again changes nothing; other content supersedes the
     * overviews that the edition brought before. A paper that the new content no longer lists loses its place in the edition,
     * but stays in the archive with all its overviews. An operator's edit stands above whatever is recorded here. Demo content
     * leaves the archive, so that the two are never mixed.
     *
     * @param digest what was read
     * @param diagnostics what was odd in it; those of a paper are kept with its overview
     * @param contentHash SHA-256 of the content, by which the same content is recognised
     * @return whether anything was recorded; {@code false} if the edition had the same content already
     */
    @Transactional
    public boolean record(Digest digest, List<Diagnostic> diagnostics, String contentHash) {
        Instant now = begin();
        DemoContent.remove(now);
        return Recording.of(digest, diagnostics, contentHash, false, now);
    }

    /**
     * Records a digest that ships with the portal, as {@link #record} does with a real one.
     *
     * @throws IllegalStateException if the archive holds real editions; demo content is never mixed with them
     */
    @Transactional
    public boolean recordDemo(Digest digest, List<Diagnostic> diagnostics, String contentHash) {
        Instant now = begin();
        if (Edition.content() == Edition.Content.REAL) {
            throw new IllegalStateException("The archive holds real editions; the demo does not go in");
        }
        return Recording.of(digest, diagnostics, contentHash, true, now);
    }

    /** Removes the editions that ship with the portal and what they brought; an operator's edits of their papers stay. */
    @Transactional
    public void removeDemo() {
        DemoContent.remove(begin());
    }

    /**
     * What a daily list brought.
     *
     * @param added papers that are new in the edition
     * @param changed others of which something is other than before
     * @param missing papers that the edition has from an earlier answer and that this one lacks; they stay
     */
    public record Listed(int added, int changed, int missing) {
    }

    /**
     * Records Hugging Face's list of a date. What an earlier answer brought is never taken away by a shorter one; a paper keeps
     * its place and the time when it was first seen; what the list says of a paper anew (title, upvotes, …) takes the place of
     * what was known, and what it does not say stays. Demo content leaves the archive when there is a paper. Nothing is raised
     * when nothing has changed.
     *
     * @param diagnostics what was odd in the list, with the numbers of its entries
     * @param leftOut how many entries could not be read
     * @param live whether it was asked for now; a saved answer only adds to what is known
     * @param settled whether no more papers are waited for; a list that has settled stays so
     */
    @Transactional
    public Listed list(LocalDate date, List<ListedPaper> papers, List<Diagnostic> diagnostics, int leftOut, boolean live,
            boolean settled) {
        Instant now = begin();
        if (!papers.isEmpty()) {
            DemoContent.remove(now);
        }
        DayList list = DayList.of(date);
        boolean other = list.failure != null || settled && list.settledAt == null;
        list.lookedAt = now;
        list.failure = null;
        list.failedAt = null;
        list.settledAt = settled && list.settledAt == null ? now : list.settledAt;
        int entries = papers.size() + leftOut;
        if (entries >= list.entries) {
            other |= leftOut != list.leftOut;
            list.entries = entries;
            list.leftOut = leftOut;
            list.diagnostics = diagnostics;
        }
        Listed listed = ListRecording.of(date, papers, live, now);
        list.missing = listed.missing;
        if (other && listed.added + listed.changed == 0) {
            Revision.raise(now);
        }
        return listed;
    }

    /** Notes that the list of a date could not be had, with a sentence for people that says why; all that is known stays. */
    @Transactional
    public void listFailed(LocalDate date, String failure) {
        Instant now = begin();
        DayList list = DayList.of(date);
        boolean other = list.failure == null;
        list.failure = failure;
        list.failedAt = now;
        if (other) {
            Revision.raise(now);
        }
    }

    /**
     * Records what a language model wrote about a paper, and takes the wish for it from the queue. It supersedes what a model
     * wrote before, and readers see it, unless the operator has edited the paper.
     *
     * @throws IllegalArgumentException if there is no such paper
     */
    @Transactional
    public void write(String paperId, Overview content, Provenance provenance) {
        Recording.ofModel(paperId, content, provenance, begin());
    }

    /**
     * Records how a model ordered the papers of a date; it decides among papers of that day with the same recommendation.
     *
     * @param best ids of the papers, best first; papers that are not among them have no place in the order
     */
    @Transactional
    public void order(LocalDate date, List<String> best) {
        Instant now = begin();
        Edition edition = Edition.findById(date);
        edition.listings.forEach(listing -> {
            int place = best.indexOf(listing.id.paperId());
            listing.choice = place < 0 ? null : place + 1;
        });
        ShownContent.refresh(edition.listings.stream().map(listing -> listing.paper).toList(), now);
    }

    /**
     * Hides a paper from readers, or shows it again; all that is known of it stays.
     *
     * @throws IllegalArgumentException if there is no such paper
     */
    @Transactional
    public void hide(String paperId, boolean hidden) {
        Instant now = begin();
        Paper paper = Recording.known(paperId);
        if (paper.hidden != hidden) {
            paper.hidden = hidden;
            List<Paper> touched = paper.listings.stream().flatMap(listing -> listing.edition.listings.stream())
                    .map(listing -> listing.paper).distinct().toList();
            ShownContent.refresh(touched.isEmpty() ? List.of(paper) : touched, now);
        }
    }

    /**
     * Records an operator's version of an overview. It supersedes an earlier edit, and readers see it from now on, whatever is
     * imported or written by a model later.
     *
     * @throws IllegalArgumentException if there is no such paper
     */
    @Transactional
    public void edit(String paperId, Overview content) {
        Recording.ofEdit(paperId, content, begin());
    }

    /** The time at which the caller's transaction has its turn to write. */
    private Instant begin() {
        Revision.claim();
        return clock.instant();
    }

    /**
     * Takes the operator's edit of a paper back: it is superseded, and readers see again what was imported or written by a
     * model, in its newest version.
     *
     * @return whether there was an edit
     * @throws IllegalArgumentException if there is no such paper
     */
    @Transactional
    public boolean withdrawEdit(String paperId) {
        return Recording.withdrawEdit(paperId, clock.instant());
    }
}
