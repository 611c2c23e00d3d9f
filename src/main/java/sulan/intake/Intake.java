package sulan.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import sulan.archive.Archive;
import sulan.archive.Edition;
import sulan.intake.FolderImport.Poll;

/**
 * Brings content in while the portal answers: the folder of digests if one is set, else the demo. All of it happens on the
 * scheduler's threads; the start of the portal does not wait for it.
 */
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(30);

    private final Archive archive;
    private final Demo demo;
    private final TagRun tags;
    private final IndexRebuild index;
    private final Runs runs;
    private final Clock clock;
    private final boolean demoWanted;
    /** {@code null} if there is none. */
    private final FolderImport folder;

    private int looks;
    private Instant pausedUntil = Instant.MIN;
    private volatile boolean started;
    private boolean stopped;
    private boolean tagged;
    /** At the start as well: the last process may have been killed before it looked. */
    private int runsSeen = -1;
    private volatile boolean loaded;

    Intake(IntakeConfig config, ListsConfig lists, Archive archive, Demo demo, TagRun tags, IndexRebuild index,
            ContentReader reader,
            FileRecorder recorder, Runs runs, Clock clock) {
        this.archive = archive;
        this.demo = demo;
        this.tags = tags;
        this.index = index;
        this.runs = runs;
        this.clock = clock;
        this.folder = config.digests()
                .map(path -> new FolderImport(new WatchedFolder(path, ".md"), reader, recorder, runs, clock)).orElse(null);
        this.demoWanted = folder == null && lists.dumps().isEmpty() && config.demo();
    }

    /** Whether all that was there when the portal started is in the archive. */
    boolean isLoaded() {
        return loaded;
    }

    /**
     * Whether others may bring content in beside it: what a killed process left is in order, and the demo is in if it is
     * wanted.
     */
    boolean admitsOthers() {
        return started && (folder != null || loaded);
    }

    /** Lets what is going in finish, while there is still a database. */
    void stop(@Observes ShutdownEvent event) {
        if (folder != null) {
            folder.stop();
        }
        tags.stop();
        synchronized (this) {
            stopped = true;
        }
    }

    @Scheduled(every = "{sulan.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void poll() {
        if (stopped || clock.instant().isBefore(pausedUntil)) {
            return;
        }
        try {
            if (!started) {
                tidyUp();
                started = true;
            }
            index.ifNeeded();
            if (folder != null) {
                pollFolder();
            } else if (!loaded) {
                if (demoWanted) {
                    demo.load();
                }
                loaded = true;
            }
            if (loaded) {
                keepTags();
            }
        } catch (RunInProgressException e) {
            LOG.debug("Another run is in progress; the next look at the folder goes on");
        } catch (RuntimeException e) {
            pausedUntil = clock.instant().plus(PAUSE_AFTER_ERROR);
            LOG.errorf(e, "Intake broke off; it goes on in %d s", PAUSE_AFTER_ERROR.toSeconds());
        }
    }

    /** The demo stays as long as the settings ask for it, and no longer, even if there is nothing real to take its place. */
    private void tidyUp() {
        runs.interruptLeftOver();
        if (!demoWanted) {
            archive.removeDemo();
        }
        tags.prepare();
    }

    /** When there is something to show already: going over to another vocabulary may take a while. */
    private void keepTags() throws RunInProgressException {
        if (!tagged) {
            tags.catchUp();
            tagged = true;
        }
        if (runs.ended() > runsSeen) {
            runsSeen = runs.ended();
            tags.propose();
        }
    }

    private void pollFolder() throws RunInProgressException {
        Poll poll = folder.poll();
        looks += poll == Poll.UNAVAILABLE ? 0 : 1;
        // A file that is written to all the time does not keep the portal from getting ready, nor does a folder that has gone
        // while there is an archive to show.
        loaded |= switch (poll) {
            case DONE -> true;
            case WAITING -> looks > 1;
            case UNAVAILABLE -> QuarkusTransaction.joiningExisting().call(() -> Edition.content() == Edition.Content.REAL);
        };
    }
}
