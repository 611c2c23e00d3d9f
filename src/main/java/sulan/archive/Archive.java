package sulan.archive;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import sulan.digest.Diagnostic;
import sulan.digest.Digest;
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
        DemoContent.remove(clock.instant());
        return Recording.of(digest, diagnostics, contentHash, false, clock.instant());
    }

    /**
     * Records a digest that ships with the portal, as {@link #record} does with a real one.
     *
     * @throws IllegalStateException if the archive holds real editions; demo content is never mixed with them
     */
    @Transactional
    public boolean recordDemo(Digest digest, List<Diagnostic> diagnostics, String contentHash) {
        if (Edition.content() == Edition.Content.REAL) {
            throw new IllegalStateException("The archive holds real editions; the demo does not go in");
        }
        return Recording.of(digest, diagnostics, contentHash, true, clock.instant());
    }

    /** Removes the editions that ship with the portal and what they brought; an operator's edits of their papers stay. */
    @Transactional
    public void removeDemo() {
        DemoContent.remove(clock.instant());
    }

    /**
     * Records an operator's version of an overview. It supersedes an earlier edit, and readers see it from now on, whatever is
     * imported or written by a model later.
     *
     * @throws IllegalArgumentException if there is no such paper
     */
    @Transactional
    public void edit(String paperId, Overview content) {
        Recording.ofEdit(paperId, content, clock.instant());
    }
}
