package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static sulan.ArchiveFixture.digest;
import static sulan.ArchiveFixture.overview;
import static sulan.ArchiveFixture.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.archive.Keyword;
import sulan.archive.Retagging;
import sulan.archive.Run;
import sulan.archive.Run.Status;
import sulan.archive.Tag;
import sulan.archive.TagCuration;
import sulan.archive.TagMove;
import sulan.digest.DigestPaper;
import sulan.tag.Vocabulary;

/** The archive follows another vocabulary. */
@QuarkusTest
class TagRunTest {

    private static final LocalDate MONDAY = LocalDate.of(2023, 9, 18);
    /** Knows gizmos, and nothing else. */
    private static final Vocabulary OTHER = Vocabulary.read("""
            Gizmo | 小玩意
            = gadget, widget
            """.lines().toList());

    @Inject
    TagRun tags;
    @Inject
    Archive archive;
    @Inject
    Retagging retagging;
    @Inject
    Runs runs;
    @Inject
    TagCuration curation;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    void fill() {
        fixture.empty();
        DigestPaper[] papers = IntStream.rangeClosed(1, 5).mapToObj(position -> paper(position, "2309.0000" + position, "Paper",
                overview("工作", null, List.of(new sulan.digest.Keyword("Gadgets", "小装置"),
                        new sulan.digest.Keyword(position == 1 ? "LLM" : "Hallucination", null)), null, null, null)))
                .toArray(DigestPaper[]::new);
        archive.record(digest(MONDAY, 5, papers), List.of(), "a");
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void same_vocabulary() throws Exception {
        tags.catchUp();
        assertThat(inTx(() -> Run.count())).isZero();
    }

    @Test
    void other_vocabulary_and_back() throws Exception {
        TreeMap<Long, String> before = where();
        tags.catchUp(OTHER, 2);
        Run run = last();
        assertThat(run.kind).isEqualTo(Run.Kind.TAGS);
        assertThat(run.status).isEqualTo(Status.SUCCEEDED);
        assertThat(run.total).isEqualTo(5);
        assertThat(run.recorded).isEqualTo(5);
        assertThat(moves(run)).containsExactly(tuple("gadget", "gizmo", 5L, 5L), tuple("large-language-model", "llm", 1L, 1L));
        tx(() -> assertThat(Tag.bySlug("gizmo").orElseThrow()).extracting(tag -> tag.en, tag -> tag.zh)
                .containsExactly("Gizmo", "小玩意"));
        tags.catchUp(OTHER, 2);
        assertThat(inTx(() -> Run.count())).isEqualTo(1);

        tags.catchUp();
        assertThat(moves(last())).containsExactly(tuple("gizmo", "gadget", 5L, 5L),
                tuple("llm", "large-language-model", 1L, 1L));
        assertThat(where()).isEqualTo(before);
    }

    @Test
    void kill_between_two_steps() throws Exception {
        long killed = leftOpen();
        assertThat(retagging.toDo(OTHER)).isEqualTo(5);
        assertThat(retagging.next(OTHER, killed, 2)).isEqualTo(new Retagging.Step(2, 0));
        runs.interruptLeftOver();

        tags.catchUp(OTHER, 2);
        assertThat(last().total).as("what was left").isEqualTo(3);
        assertThat(moves(inTx(() -> Run.findById(killed)))).containsExactly(tuple("gadget", "gizmo", 2L, 2L),
                tuple("large-language-model", "llm", 1L, 1L));
        assertThat(moves(last())).containsExactly(tuple("gadget", "gizmo", 3L, 3L));
        assertThat(where().values()).doesNotContain("gadget", "large-language-model");
    }

    @Test
    void third_vocabulary_after_a_kill() throws Exception {
        TreeMap<Long, String> before = where();
        retagging.toDo(OTHER);
        retagging.next(OTHER, leftOpen(), 2);
        runs.interruptLeftOver();
        tags.catchUp();
        assertThat(last().total).as("all of it again").isEqualTo(5);
        assertThat(last().recorded).isEqualTo(2);
        assertThat(where()).isEqualTo(before);
    }

    @Test
    void decisions_of_the_operator() throws Exception {
        curation.addAlias("LLM", "hallucination", "ann");
        curation.merge("gadget", "hallucination", "ann");
        curation.rename("gadget", "Gadget!", null);
        tags.catchUp(OTHER, 100);
        tx(() -> {
            assertThat(Tag.<Tag> find("slug", "gadget").singleResult().en).isEqualTo("Gadget!");
            assertThat(Keyword.<Keyword> list("en", "LLM")).extracting(keyword -> keyword.tag.slug)
                    .containsExactly("hallucination");
            // the merge was of the tag, and gadgets lead to another one now
            assertThat(Keyword.<Keyword> list("en", "Gadgets")).extracting(keyword -> keyword.tag.slug).containsOnly("gizmo");
        });
        tags.catchUp();
        assertThat(where().values()).containsOnly("hallucination");
    }

    @Test
    void empty_archive() throws Exception {
        fixture.empty();
        tags.catchUp(OTHER, 2);
        assertThat(inTx(() -> Run.count())).isZero();
        assertThat(retagging.toDo(OTHER)).isZero();
    }

    @Test
    void another_run_at_the_same_time() throws Exception {
        try (OpenRun run = runs.open(Run.Kind.IMPORT, "digests", 0)) {
            assertThatThrownBy(() -> tags.catchUp(OTHER, 2)).isInstanceOf(RunInProgressException.class);
            run.complete();
        }
        tags.catchUp(OTHER, 2);
        assertThat(where().values()).contains("gizmo");
    }

    /** As a portal that was killed leaves it. */
    private static long leftOpen() {
        return inTx(() -> {
            Run run = new Run();
            run.kind = Run.Kind.TAGS;
            run.source = "标签词表";
            run.status = Status.RUNNING;
            run.startedAt = Instant.now().minusSeconds(60);
            run.persist();
            return run.id;
        });
    }

    private static TreeMap<Long, String> where() {
        TreeMap<Long, String> where = new TreeMap<>();
        tx(() -> Keyword.<Keyword> listAll().forEach(keyword -> where.put(keyword.id, keyword.tag.slug)));
        return where;
    }

    private static List<Tuple> moves(Run run) {
        return inTx(() -> TagMove.of(run, 10).stream()
                .map(move -> tuple(move.fromSlug, move.intoSlug, move.keywords, move.papers)).toList());
    }

    private static Run last() {
        return inTx(() -> Run.newest(1).get(0));
    }

    private static void tx(Runnable assertions) {
        QuarkusTransaction.requiringNew().run(assertions);
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
