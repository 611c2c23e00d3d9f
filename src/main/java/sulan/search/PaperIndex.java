package sulan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import sulan.archive.Paper;
import sulan.archive.Revision;

/**
 * The index of the papers, kept in step with the archive: after each commit a thread takes in what has a higher revision than
 * the index. Nothing in it is worth keeping. If it is lacking, or damaged, or made from another archive or by another version
 * of the portal, it {@linkplain #isToBeRebuilt is to be rebuilt}, in a folder beside the old one, which answers until the new
 * one takes its place.
 */
@ApplicationScoped
public class PaperIndex {

    private static final Logger LOG = Logger.getLogger(PaperIndex.class);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(5);
    /** So many changes without a rest between them are an import, or another run, rather than what somebody did. */
    private static final int MANY = 8;
    private static final Duration REST = Duration.ofMillis(250);
    /** How long changes gather while there are many. */
    private static final Duration GATHERING = Duration.ofSeconds(1);

    /** Empty for an index in memory. */
    private final Optional<Path> root;
    private final IndexUpdate update = new IndexUpdate();

    /** Held for reading by whoever uses the index, for writing while another one takes its place. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    /** {@code null} before the first is finished. */
    private volatile IndexFolder current;
    private volatile boolean isOpened;

    /** Held by whoever changes an index, or puts one in the place of another. */
    private final Object writing = new Object();
    /** Those wait here who wait for the archive to change, or for the index to follow. Never held for long. */
    private final Object changes = new Object();
    private final Map<CompletableFuture<Void>, Long> followers = new ConcurrentHashMap<>();
    private boolean isBehind = true;
    private boolean isFollowing;
    private long followedAt = System.nanoTime();
    private int withoutRest;
    private volatile boolean isStopped;
    private Thread updater;

    PaperIndex(@ConfigProperty(name = "sulan.index") Optional<Path> root) {
        this.root = root;
    }

    /** Before anything is done by the clock: who is asked whether there is an index that can be relied on is to know. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
        open();
        updater = new Thread(this::keepInStep, "index");
        updater.setDaemon(true);
        updater.start();
        IndexFolder opened = current;
        if (opened != null) {
            Thread check = new Thread(opened::check, "index-check");
            check.setDaemon(true);
            check.start();
        }
    }

    /** Lets what is being written finish, while there is still a database. Before those stop that wait for a rebuilding. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) throws InterruptedException {
        synchronized (changes) {
            isStopped = true;
            changes.notifyAll();
        }
        if (updater != null) {
            updater.join(Duration.ofSeconds(10).toMillis());
        }
        replace(null);
    }

    /** Takes the newest folder that fits the archive, and throws all others away. */
    void open() {
        Revision archive = revision();
        root.ifPresent(folder -> {
            for (Path path : folders(folder)) {
                IndexFolder found = current == null ? opened(path, archive) : null;
                if (found == null) {
                    IndexFolder.delete(path);
                } else {
                    current = found;
                }
            }
        });
        if (current == null && QuarkusTransaction.requiringNew().call(() -> Paper.count()) == 0) {
            rebuild(papers -> {
            });
        }
        isOpened = true;
    }

    /** The index in a folder, if it is finished and fits the archive; else {@code null}. */
    private static IndexFolder opened(Path path, Revision archive) {
        try {
            IndexFolder folder = IndexFolder.open(path);
            if (folder.state() != null && folder.state().fits(archive)) {
                return folder;
            }
            folder.close();
            LOG.infof("The index in %s is unfinished, or not of this archive and version", path);
        } catch (RuntimeException e) {
            LOG.warnf(e, "The index in %s is damaged", path);
        }
        return null;
    }

    /** The folders of indexes, the newest first. */
    private static List<Path> folders(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{1,9}"))
                    .sorted(Comparator.comparing(PaperIndex::number).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be read", e);
        }
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }

    /**
     * Whether there is no index that can be relied on. Lists may be answered all the same, by the one from before. Never so
     * before the portal has looked for one.
     */
    public boolean isToBeRebuilt() {
        IndexFolder index = current;
        return isOpened && (index == null || index.isBroken());
    }

    /** Whether lists are answered from what is in the archive now. */
    public boolean isInStep() {
        IndexFolder index = current;
        return index != null && index.state().revision() >= revision().number();
    }

    /**
     * Makes a new index of all papers that are listed. The old one answers, and follows the archive, until the new one takes
     * its place; if this breaks off with an exception, it stays.
     *
     * @param progress told how many papers went in with each step
     * @return whether it is made; {@code false} if the portal stopped before
     */
    public boolean rebuild(IntConsumer progress) {
        IndexFolder next = IndexFolder.open(root.map(this::nextFolder).orElse(null));
        try {
            update.all(next, papers -> {
                if (isStopped) {
                    throw new CancellationException();
                }
                progress.accept(papers);
            });
            synchronized (writing) {
                // what has changed meanwhile
                update.since(next);
                replace(next);
            }
            synchronized (changes) {
                changes.notifyAll();
            }
            tellFollowers();
            return true;
        } catch (CancellationException e) {
            next.discard();
            return false;
        } catch (RuntimeException | Error e) {
            next.discard();
            throw e;
        }
    }

    /** Behind all others, also behind that of an open index whose folder was deleted. */
    private Path nextFolder(Path root) {
        Stream<Path> open = Stream.ofNullable(current).map(IndexFolder::path);
        int last = Stream.concat(folders(root).stream(), open).mapToInt(PaperIndex::number).max().orElse(0);
        return root.resolve(String.valueOf(last + 1));
    }

    private void replace(IndexFolder next) {
        IndexFolder old = current;
        use.writeLock().lock();
        try {
            current = next;
        } finally {
            use.writeLock().unlock();
        }
        if (old != null && next != null) {
            old.discard();
        } else if (old != null) {
            old.close();
        }
    }

    /** The revision that lists are answered from; empty if there is no index yet. */
    Optional<Long> indexed() {
        return Optional.ofNullable(current).map(index -> index.state().revision());
    }

    /**
     * Asks the index.
     *
     * @throws IndexNotReadyException if there is none yet
     */
    <R> R ask(Function<SearchSession, R> question) {
        use.readLock().lock();
        try {
            IndexFolder index = current;
            if (index == null) {
                throw new IndexNotReadyException();
            }
            try (SearchSession session = index.session()) {
                return question.apply(session);
            }
        } finally {
            use.readLock().unlock();
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Revision.Raised raised) {
        synchronized (changes) {
            isBehind = true;
            changes.notifyAll();
        }
    }

    /**
     * Waits until lists are answered from all that was committed before, and nothing is being done about the index.
     *
     * @return whether that came about in the given time, and before the portal stopped
     */
    public boolean awaitInStep(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (changes) {
            while (current == null || isBehind || isFollowing) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0 || isStopped) {
                    return false;
                }
                changes.wait(left);
            }
            return true;
        }
    }

    /** Whether lists are answered from this revision of the archive or a later one; also if nothing will change about that. */
    public boolean isAt(long revision) {
        IndexFolder index = current;
        return index == null || index.state().revision() >= revision;
    }

    /**
     * Completes when the index {@linkplain #isAt is at} a revision. If it does not follow any more, it never does; whoever does
     * not wait longer cancels it.
     */
    public CompletableFuture<Void> at(long revision) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        followers.put(reached, revision);
        reached.whenComplete((nothing, cancelled) -> followers.remove(reached));
        tellFollowers();
        synchronized (changes) {
            changes.notifyAll();
        }
        return reached;
    }

    private void tellFollowers() {
        followers.forEach((reached, revision) -> {
            if (isAt(revision)) {
                reached.complete(null);
            }
        });
    }

    private void keepInStep() {
        try {
            while (awaitChange()) {
                try {
                    catchUp();
                } catch (RuntimeException e) {
                    LOG.errorf(e, "The index did not follow the archive; next try in %d s", PAUSE_AFTER_ERROR.toSeconds());
                    pause();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted; the index follows no longer", e);
        }
    }

    /** Whether there is a change; else the portal stops. */
    private boolean awaitChange() throws InterruptedException {
        synchronized (changes) {
            while (!isBehind && !isStopped) {
                changes.wait();
            }
            gather();
            isBehind = false;
            isFollowing = true;
            return !isStopped;
        }
    }

    /** Each commit of an index costs as much as many papers: while many changes come, some go in together, unless one waits. */
    private void gather() throws InterruptedException {
        long now = System.nanoTime();
        withoutRest = now - followedAt < REST.toNanos() ? withoutRest + 1 : 0;
        long end = now + GATHERING.toNanos();
        while (withoutRest > MANY && followers.isEmpty() && !isStopped && now < end) {
            changes.wait(Duration.ofNanos(end - now).toMillis() + 1);
            now = System.nanoTime();
        }
    }

    private void catchUp() {
        synchronized (writing) {
            IndexFolder index = current;
            if (index != null && !index.isBroken()) {
                update.since(index);
            }
        }
        tellThatItFollowed();
    }

    private void tellThatItFollowed() {
        synchronized (changes) {
            isFollowing = false;
            followedAt = System.nanoTime();
            changes.notifyAll();
        }
        tellFollowers();
    }

    private void pause() throws InterruptedException {
        synchronized (changes) {
            isBehind = true;
            isFollowing = false;
            if (!isStopped) {
                changes.wait(PAUSE_AFTER_ERROR.toMillis());
            }
        }
    }

    private static Revision revision() {
        return QuarkusTransaction.requiringNew().call(Revision::current);
    }
}
