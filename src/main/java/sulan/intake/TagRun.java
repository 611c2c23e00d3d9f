package sulan.intake;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Retagging;
import sulan.archive.Run;
import sulan.archive.TagProposals;
import sulan.intake.OpenRun.Outcome;
import sulan.tag.Vocabulary;

/**
 * Keeps the tags in step with the vocabulary: leads all keywords to their tags anew when it is another one than at the last
 * start. A run that was stopped goes on where it was.
 */
@ApplicationScoped
class TagRun {

    private static final Logger LOG = Logger.getLogger(TagRun.class);
    private static final String SOURCE = "标签词表";
    /** Overviews in one transaction: some hundred keywords, a fraction of a second. */
    private static final int STEP = 200;
    /** All keywords are gone through. A portal that is to stop waits for it. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(2);

    private final Retagging retagging;
    private final TagProposals proposals;
    private final Runs runs;
    private volatile boolean stopping;

    TagRun(Retagging retagging, TagProposals proposals, Runs runs) {
        this.retagging = retagging;
        this.proposals = proposals;
        this.runs = runs;
    }

    /** Notes the vocabulary of an archive that has nothing to be resolved yet. */
    void prepare() {
        retagging.toDo(Vocabulary.curated());
    }

    /** Lets the step that is going on finish, and no other one begin. */
    void stop() {
        stopping = true;
    }

    /** Does nothing if the archive was resolved with the vocabulary of this portal. */
    void catchUp() throws RunInProgressException {
        catchUp(Vocabulary.curated(), STEP);
    }

    void catchUp(Vocabulary vocabulary, int step) throws RunInProgressException {
        long toDo = retagging.toDo(vocabulary);
        if (toDo == 0) {
            return;
        }
        try (OpenRun run = runs.open(Run.Kind.TAGS, SOURCE, (int) Math.min(Integer.MAX_VALUE, toDo))) {
            while (!stopping) {
                Retagging.Step done = retagging.next(vocabulary, run.id(), step);
                if (done.isLast()) {
                    run.complete();
                    return;
                }
                run.count(Outcome.RECORDED, done.moved());
                run.count(Outcome.UNCHANGED, done.unchanged());
            }
            run.interrupt();
        }
    }

    /** Looks for likely merges if the archive has changed. They are a help, so that a failure only costs them. */
    void propose() {
        try {
            boolean looked = QuarkusTransaction.requiringNew().timeout((int) LONGEST_LOOK.toSeconds())
                    .call(proposals::refreshIfChanged);
            LOG.debug(looked ? "Merges of tags were looked for" : "No merges of tags were looked for");
        } catch (RuntimeException e) {
            LOG.error("Merges of tags could not be looked for; the old proposals stand", e);
        }
    }
}
