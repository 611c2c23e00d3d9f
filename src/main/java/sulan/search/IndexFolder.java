package sulan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.engine.reporting.EntityIndexingFailureContext;
import org.hibernate.search.engine.reporting.FailureContext;
import org.hibernate.search.engine.reporting.FailureHandler;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMappingBuilder;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchIndexingPlan;
import org.hibernate.search.mapper.pojo.standalone.work.SearchWorkspace;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.jboss.logging.Logger;

import sulan.archive.Revision;

/** An index that is open. Searches may come from any thread, changes from one at a time. */
final class IndexFolder implements AutoCloseable {

    /** Names of the two indexes in the mapping, and of their folders. */
    static final String PAPERS = "papers";
    static final String STATE = "state";

    /** What is larger is not read as a whole before it is used: that could take minutes. */
    private static final long MOST_READ_AT_ONCE = 64 << 20;

    private static final Logger LOG = Logger.getLogger(IndexFolder.class);

    /** Waits until all is written, and leaves it to {@link #finish} to make it last. */
    private static final IndexingPlanSynchronizationStrategy UNCOMMITTED = context -> {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(written -> written.join().throwable().ifPresent(e -> {
            throw new IllegalStateException("Papers could not be indexed", e);
        }));
    };

    /** {@code null} for an index in memory. */
    private final Path path;
    private final CloseableSearchMapping mapping;
    /** {@code null} as long as the index is not finished. */
    private volatile IndexState state;
    private volatile boolean broken;

    /**
     * Opens an index, or makes an empty one.
     *
     * @param path its folder; {@code null} for an index in memory
     * @throws RuntimeException if there is something else in the folder than an index that can be read
     */
    static IndexFolder open(Path path) {
        if (path != null) {
            verify(path.resolve(PAPERS));
            verify(path.resolve(STATE));
        }
        IndexFolder folder = new IndexFolder(path);
        try {
            folder.readState();
            return folder;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Reads all files once, because Lucene notices a damage only where it happens to read; those of a large index are left to
     * {@link #check}.
     */
    private static void verify(Path index) {
        if (!Files.isDirectory(index) || size(index) > MOST_READ_AT_ONCE) {
            return;
        }
        try (Directory directory = FSDirectory.open(index); CheckIndex check = new CheckIndex(directory)) {
            check.setChecksumsOnly(true);
            if (DirectoryReader.indexExists(directory) && !check.checkIndex().clean) {
                throw new IllegalStateException(index + " is damaged");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(index + " cannot be read", e);
        }
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /**
     * Reads all that a large index has once, while it is in use already; if it is damaged, it cannot be relied on any more. It
     * may be closed meanwhile.
     */
    void check() {
        if (path == null || size(path.resolve(PAPERS)) <= MOST_READ_AT_ONCE) {
            return;
        }
        try (SearchSession session = mapping.createSession(); Snapshot papers = Snapshot.open(session)) {
            for (Snapshot.Part part : papers.parts()) {
                part.leaf().reader().checkIntegrity();
            }
        } catch (IOException e) {
            broken = true;
            LOG.errorf(e, "The index in %s is damaged", path);
        } catch (RuntimeException e) {
            LOG.debugf(e, "The index in %s was closed while it was checked", path);
        }
    }

    private IndexFolder(Path path) {
        this.path = path;
        LuceneAnalysisConfigurer analysis = context -> context.analyzer(Analysis.NAME).instance(Analysis.ANALYZER);
        SearchMappingBuilder builder = SearchMapping
                .builder(AnnotatedTypeSource.fromClasses(PaperDocument.class, IndexState.class), MethodHandles.lookup())
                // these two classes are all; to look for others takes Jandex, which a packaged portal does not have
                .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", false)
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.analysis.configurer", BeanReference.ofInstance(analysis))
                .property("hibernate.search.background_failure_handler", BeanReference.ofInstance(new Failures()));
        if (path == null) {
            builder.property("hibernate.search.backend.directory.type", "local-heap");
        } else {
            builder.property("hibernate.search.backend.directory.root", path.toString());
        }
        mapping = builder.build();
    }

    /** What the writing threads run into; whoever waits for them only hears of some of it. */
    private final class Failures implements FailureHandler {

        @Override
        public void handle(FailureContext context) {
            broken = true;
            LOG.errorf(context.throwable(), "The index is broken: %s", context.failingOperation());
        }

        @Override
        public void handle(EntityIndexingFailureContext context) {
            handle((FailureContext) context);
        }
    }

    private void readState() {
        try (SearchSession session = mapping.createSession()) {
            state = session.search(IndexState.class)
                    .select(field -> field.composite().from(field.field("number"), field.field("changedAt"),
                            field.field("begunAt"), field.field("mapping")).asList(
                                    values -> IndexState.of(values.get(0),
                                            values.get(1), values.get(2), values.get(3))))
                    .where(field -> field.matchAll()).fetchSingleHit().orElse(null);
            // the papers are to be readable, too
            prepare();
        }
    }

    /** Its folder; {@code null} for an index in memory. */
    Path path() {
        return path;
    }

    /** Which state of the archive it holds; {@code null} if it was never finished. */
    IndexState state() {
        return state;
    }

    /** How many papers it holds. */
    long papers() {
        try (SearchSession session = mapping.createSession()) {
            return session.search(PaperDocument.class).where(field -> field.matchAll()).fetchTotalHitCount();
        }
    }

    /** Opens what searches read from, so that no reader waits for it, and they can go on when the files are deleted. */
    private void prepare() {
        try (SearchSession session = mapping.createSession()) {
            Snapshot.open(session).close();
        }
    }

    /** Whether it cannot be relied on any more: writing has failed, or its files were deleted under it. */
    boolean isBroken() {
        return broken || path != null && !hasFiles();
    }

    private boolean hasFiles() {
        try (Stream<Path> files = Files.list(path.resolve(PAPERS))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("segments"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Says that it cannot be relied on any more. */
    void setBroken() {
        broken = true;
    }

    /** For searches; to be closed. */
    SearchSession session() {
        return mapping.createSession();
    }

    /** Takes papers in, in the place of what it knew of them, and others out. */
    void write(Collection<PaperDocument> papers, Collection<String> gone) {
        // closing the session writes
        try (SearchSession session = mapping.createSessionWithOptions().indexingPlanSynchronizationStrategy(UNCOMMITTED)
                .build()) {
            SearchIndexingPlan plan = session.indexingPlan();
            papers.forEach(plan::addOrUpdate);
            gone.forEach(id -> plan.purge(PaperDocument.class, id, null));
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        }
    }

    /** Makes what was written last and be seen, as the state of this revision. */
    void finish(Revision revision) {
        IndexState next = IndexState.of(revision);
        try (SearchSession session = mapping.createSession()) {
            SearchWorkspace papers = session.workspace(PaperDocument.class);
            papers.flush();
            // this one commits
            session.indexer().addOrUpdate(next).toCompletableFuture().join();
            papers.refresh();
            prepare();
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        }
        state = next;
    }

    @Override
    public void close() {
        mapping.close();
    }

    /** Closes it and deletes its files. */
    void discard() {
        try {
            close();
        } catch (RuntimeException e) {
            LOG.debug("An index that is thrown away does not close", e);
        }
        if (path != null) {
            delete(path);
        }
    }

    /** Deletes a folder with all that is in it, as far as that is possible. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf(e, "%s cannot be deleted", folder);
        }
    }
}
