package sulan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sulan.ArchiveFixture.LONGLORA;
import static sulan.ArchiveFixture.overview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.DigestGenerator;
import sulan.archive.Archive;
import sulan.archive.Revision;

/** An index in a folder, through starts and stops of a portal, and what can happen to the folder between them. */
@QuarkusTest
class PaperIndexTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int PAPERS = 10;

    @Inject
    Archive archive;
    @Inject
    ArchiveFixture fixture;
    @Inject
    EntityManager entities;

    @TempDir
    Path root;

    private PaperIndex index;

    @BeforeEach
    void fill() {
        fixture.small();
        start();
    }

    @AfterEach
    void stop() throws Exception {
        index.stop(null);
    }

    private void start() {
        index = new PaperIndex(Optional.of(root));
        index.start(null);
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    private void rebuild() {
        index.rebuild(papers -> {
        });
    }

    @Test
    void first_start() {
        assertThat(index.isToBeRebuilt()).isTrue();
        assertThat(index.isInStep()).isFalse();
        assertThatThrownBy(this::found).isInstanceOf(IndexNotReadyException.class);
        List<Integer> progress = new ArrayList<>();
        index.rebuild(progress::add);
        assertThat(index.isToBeRebuilt()).isFalse();
        assertThat(index.isInStep()).isTrue();
        assertThat(progress.stream().mapToInt(count -> count).sum()).isEqualTo(PAPERS);
        assertThat(found()).hasSize(PAPERS);
    }

    @Test
    void empty_archive() throws Exception {
        fixture.empty();
        restart();
        assertThat(index.isToBeRebuilt()).isFalse();
        assertThat(found()).isEmpty();
    }

    @Test
    void start_with_an_index_of_the_same_state() throws Exception {
        rebuild();
        restart();
        assertThat(index.isToBeRebuilt()).isFalse();
        assertThat(index.isInStep()).isTrue();
        assertThat(found()).hasSize(PAPERS);
    }

    @Test
    void change_while_it_runs() throws Exception {
        rebuild();
        edit("量子纠缠");
        index.changed(null);
        assertThat(index.awaitInStep(LONG)).isTrue();
        assertThat(found("量子纠缠")).containsExactly(LONGLORA);
    }

    @Test
    void many_changes_without_a_rest() throws Exception {
        rebuild();
        for (int change = 1; change <= 30; change++) {
            edit("第" + change + "次");
            index.changed(null);
        }
        Revision last = QuarkusTransaction.requiringNew().call(Revision::current);
        index.at(last.number()).get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(found("第30次")).containsExactly(LONGLORA);
        edit("量子纠缠");
        index.changed(null);
        assertThat(index.awaitInStep(LONG)).isTrue();
        assertThat(found("量子纠缠")).containsExactly(LONGLORA);
    }

    @Test
    void change_that_only_the_archive_saw() throws Exception {
        rebuild();
        stop();
        edit("量子纠缠");
        archive.record(new DigestGenerator(1, 30, 30).digest(0), List.of(), "new");
        start();
        assertThat(index.isToBeRebuilt()).isFalse();
        assertThat(index.awaitInStep(LONG)).isTrue();
        assertThat(index.isInStep()).isTrue();
        assertThat(found("量子纠缠")).containsExactly(LONGLORA);
        assertThat(found()).hasSize(PAPERS + 30);
    }

    @Test
    void papers_that_leave_the_archive_and_come_back() throws Exception {
        fixture.empty();
        archive.recordDemo(ArchiveFixture.wednesday(), List.of(), "a");
        rebuild();
        assertThat(found()).hasSize(5);
        archive.removeDemo();
        index.changed(null);
        assertThat(index.awaitInStep(LONG)).isTrue();
        assertThat(found()).isEmpty();
        archive.recordDemo(ArchiveFixture.wednesday(), List.of(), "a");
        archive.removeDemo();
        archive.record(ArchiveFixture.wednesday(), List.of(), "a");
        index.changed(null);
        assertThat(index.awaitInStep(LONG)).isTrue();
        assertThat(found()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = { "revision = revision - 1", "changed_at = changed_at - interval '1' second",
            "begun_at = begun_at - interval '1' second" })
    void archive_that_took_the_place_of_another(String change) throws Exception {
        rebuild();
        stop();
        Revision before = QuarkusTransaction.requiringNew().call(Revision::current);
        try {
            update(change);
            start();
            assertThat(index.isToBeRebuilt()).isTrue();
            rebuild();
            assertThat(index.isInStep()).isTrue();
        } finally {
            QuarkusTransaction.requiringNew().run(() -> entities.createQuery("update ArchiveRevision r set r.number = :number,"
                    + " r.changedAt = :changedAt, r.begunAt = :begunAt").setParameter("number", before.number())
                    .setParameter("changedAt", before.changedAt()).setParameter("begunAt", before.begunAt()).executeUpdate());
        }
    }

    private void update(String change) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update archive_revision set " + change).executeUpdate());
    }

    @Test
    void index_by_another_version_of_the_portal() throws Exception {
        rebuild();
        stop();
        try (IndexFolder folder = IndexFolder.open(onlyFolder()); SearchSession session = folder.session()) {
            IndexState state = folder.state();
            session.indexer().addOrUpdate(IndexState.of(state.number, state.changedAt, state.begunAt, "other"))
                    .toCompletableFuture().join();
        }
        start();
        assertThat(index.isToBeRebuilt()).isTrue();
    }

    @Test
    void kill_while_it_is_made() throws Exception {
        stop();
        try (IndexFolder folder = IndexFolder.open(root.resolve("7"))) {
            PaperDocument paper = new PaperDocument();
            paper.id = LONGLORA;
            folder.write(List.of(paper), List.of());
        }
        start();
        assertThat(index.isToBeRebuilt()).isTrue();
        assertThat(root.resolve("7")).doesNotExist();
        rebuild();
        assertThat(found()).hasSize(PAPERS);
    }

    @Test
    void damaged_files() throws Exception {
        rebuild();
        stop();
        for (Path file : files(onlyFolder())) {
            if (Files.size(file) > 100) {
                byte[] content = Files.readAllBytes(file);
                content[content.length / 2] ^= 1;
                Files.write(file, content);
                start();
                assertThat(index.isToBeRebuilt()).as("%s", file.getFileName()).isTrue();
                rebuild();
                assertThat(found()).hasSize(PAPERS);
                return;
            }
        }
        throw new AssertionError("no file that is worth damaging");
    }

    @Test
    void something_else_in_the_folder() throws Exception {
        stop();
        Files.createDirectories(root.resolve("3/papers"));
        Files.writeString(root.resolve("3/papers/segments_1"), "not an index");
        Files.writeString(root.resolve("note.txt"), "left alone");
        start();
        assertThat(index.isToBeRebuilt()).isTrue();
        assertThat(root.resolve("note.txt")).exists();
    }

    @Test
    void folder_deleted_under_the_running_portal() throws Exception {
        rebuild();
        IndexFolder.delete(root);
        assertThat(index.isToBeRebuilt()).isTrue();
        assertThat(found()).as("the old one answers").hasSize(PAPERS);
        edit("量子纠缠");
        index.changed(null);
        rebuild();
        assertThat(index.isToBeRebuilt()).isFalse();
        assertThat(found("量子纠缠")).containsExactly(LONGLORA);
    }

    @Test
    void answers_and_changes_while_it_is_made_anew() throws Exception {
        rebuild();
        Path old = onlyFolder();
        index.rebuild(papers -> {
            assertThat(found()).hasSize(PAPERS);
            QuarkusTransaction.suspendingExisting().run(() -> edit("量子纠缠"));
        });
        assertThat(found("量子纠缠")).containsExactly(LONGLORA);
        assertThat(old).doesNotExist();
        assertThat(onlyFolder()).isDirectory();
    }

    @Test
    void rebuilding_that_breaks_off() throws Exception {
        rebuild();
        Path old = onlyFolder();
        assertThatThrownBy(() -> index.rebuild(papers -> {
            throw new IllegalStateException("no more room");
        })).hasMessageContaining("no more room");
        assertThat(onlyFolder()).isEqualTo(old);
        assertThat(found()).hasSize(PAPERS);
    }

    @Test
    void question_without_time_left() {
        rebuild();
        assertThatThrownBy(() -> found(PaperQuery.ALL.withWords("模型"), Duration.ZERO)).isInstanceOf(SlowQueryException.class);
    }

    private void edit(String mainWork) {
        archive.edit(LONGLORA, overview(mainWork, null, List.of(), null, null, null));
    }

    private List<String> found() {
        return found("");
    }

    private List<String> found(String words) {
        return found(PaperQuery.ALL.withWords(words), LONG);
    }

    private List<String> found(PaperQuery query, Duration limit) {
        return index.ask(session -> {
            try (IndexSearch search = new IndexSearch(session, slug -> slug, limit)) {
                return search.ask(query, 0, 1000, true).ids();
            }
        });
    }

    private Path onlyFolder() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            List<Path> all = folders.filter(Files::isDirectory).toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(IndexFolder.PAPERS))) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().equals("write.lock"))
                    .sorted().toList();
        }
    }
}
