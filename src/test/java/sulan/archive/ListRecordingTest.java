package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static sulan.ArchiveFixture.digest;
import static sulan.ArchiveFixture.overview;
import static sulan.ArchiveFixture.paper;
import static sulan.ListedPapers.bare;
import static sulan.ListedPapers.full;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive.Listed;
import sulan.digest.Diagnostic;
import sulan.digest.Keyword;
import sulan.digest.ListedPaper;

/** What daily lists bring into the archive, alone and beside digests. */
@QuarkusTest
class ListRecordingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 2, 9);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 2, 10);
    private static final String ONE = "2602.00001";
    private static final String TWO = "2602.00002";
    private static final String THREE = "2602.00003";

    @Inject
    Archive archive;
    @Inject
    TagCuration curation;
    @Inject
    TagCounts counts;
    @Inject
    Retagging retagging;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void all_that_a_list_says_of_a_paper() {
        ListedPaper said = full(ONE, "Looms", 12, "weaving");
        assertThat(list(MONDAY, said)).isEqualTo(new Listed(1, 0, 0));
        tx(() -> {
            Paper paper = Paper.findById(ONE);
            assertThat(paper).usingRecursiveComparison().comparingOnlyFields("id", "title", "summary", "authors", "publishedAt",
                    "submittedAt", "submittedBy", "organization", "upvotes", "comments", "thumbnailUrl", "media", "projectUrl",
                    "codeUrl", "codeStars", "lead", "leadModel").isEqualTo(said);
            assertThat(paper.listedOn).isEqualTo(MONDAY);
            assertThat(paper.position).isEqualTo(1);
            assertThat(paper.listings.get(0).listedAt).isEqualTo(said.listedAt());
            assertThat(paper.listings.get(0).huggingFace).isTrue();
            Edition edition = Edition.findById(MONDAY);
            assertThat(edition.contentHash).isNull();
            assertThat(edition.sourceUrl).isEqualTo("https://huggingface.co/papers?date=2026-02-09");
            assertThat(Edition.content()).isEqualTo(Edition.Content.REAL);
        });
    }

    @Test
    void list_that_grows_at_its_top() {
        list(MONDAY, bare(ONE, "One"), bare(TWO, "Two"));
        Instant seen = firstSeen(ONE);
        assertThat(list(MONDAY, bare(THREE, "Three"), bare(TWO, "Two"), bare(ONE, "One"))).isEqualTo(new Listed(1, 0, 0));
        assertThat(places(MONDAY)).containsExactly(tuple(1, ONE), tuple(2, TWO), tuple(3, THREE));
        assertThat(firstSeen(ONE)).isEqualTo(seen);
        assertThat(firstSeen(THREE)).isAfter(seen);
    }

    @Test
    void shorter_list_and_empty_one() {
        list(MONDAY, bare(ONE, "One"), bare(TWO, "Two"), bare(THREE, "Three"));
        assertThat(list(MONDAY, bare(TWO, "Two"))).isEqualTo(new Listed(0, 0, 2));
        assertThat(day(MONDAY).missing).isEqualTo(2);
        assertThat(list(MONDAY)).isEqualTo(new Listed(0, 0, 3));
        assertThat(places(MONDAY)).containsExactly(tuple(1, ONE), tuple(2, TWO), tuple(3, THREE));
        assertThat(day(MONDAY).entries).isEqualTo(3);
        list(MONDAY, bare(ONE, "One"), bare(TWO, "Two"), bare(THREE, "Three"));
        assertThat(day(MONDAY).missing).isZero();
    }

    @Test
    void paper_twice_in_one_answer() {
        assertThat(list(MONDAY, full(ONE, "One", 3), full(ONE, "One again", 4), bare(TWO, "Two")))
                .isEqualTo(new Listed(2, 0, 0));
        assertThat(places(MONDAY)).containsExactly(tuple(1, ONE), tuple(2, TWO));
        tx(() -> assertThat(Paper.<Paper> findById(ONE).title).isEqualTo("One"));
    }

    @Test
    void same_list_again() {
        list(MONDAY, full(ONE, "One", 3, "weaving"), bare(TWO, "Two"));
        long before = revision();
        assertThat(list(MONDAY, full(ONE, "One", 3, "weaving"), bare(TWO, "Two"))).isEqualTo(new Listed(0, 0, 0));
        assertThat(revision()).isEqualTo(before);
        assertThat(inTx(() -> sulan.archive.Keyword.count())).isEqualTo(1);
    }

    @Test
    void figures_that_change_and_those_that_the_list_leaves_out() {
        list(MONDAY, full(ONE, "One", 3), full(TWO, "Two", 3));
        long before = revision();
        assertThat(list(MONDAY, full(ONE, "One", 5), bare(TWO, "Two"))).isEqualTo(new Listed(0, 1, 0));
        tx(() -> {
            assertThat(Paper.<Paper> findById(ONE).upvotes).isEqualTo(5);
            assertThat(Paper.<Paper> findById(ONE).revision).isEqualTo(before + 1);
            assertThat(Paper.<Paper> findById(TWO).upvotes).isEqualTo(3);
            assertThat(Paper.<Paper> findById(TWO).revision).isEqualTo(before);
        });
    }

    @Test
    void second_listing_on_a_later_day() {
        list(MONDAY, full(ONE, "One", 3));
        list(TUESDAY, bare(TWO, "Two"), full(ONE, "One, revised", 9));
        tx(() -> {
            Paper paper = Paper.findById(ONE);
            assertThat(paper.listingDates()).containsExactly(MONDAY, TUESDAY);
            assertThat(paper.listedOn).isEqualTo(TUESDAY);
            assertThat(paper.position).isEqualTo(2);
            assertThat(paper.title).isEqualTo("One, revised");
        });
        list(MONDAY, full(ONE, "One", 4));
        tx(() -> {
            assertThat(Paper.<Paper> findById(ONE).title).as("Monday's list is not the newest").isEqualTo("One, revised");
            assertThat(Paper.<Paper> findById(ONE).upvotes).isEqualTo(9);
        });
    }

    @Test
    void saved_answer_adds_what_was_not_known() {
        list(MONDAY, full(ONE, "One", 9, "weaving"), bare(TWO, "Two"));
        assertThat(saved(MONDAY, full(ONE, "One, as saved", 2, "spinning"), full(TWO, "Two, as saved", 4, "spinning"),
                full(THREE, "Three", 1))).isEqualTo(new Listed(1, 1, 0));
        tx(() -> {
            assertThat(Paper.<Paper> findById(ONE).title).isEqualTo("One");
            assertThat(Paper.<Paper> findById(ONE).upvotes).isEqualTo(9);
            assertThat(listedKeywords(ONE)).containsExactly("weaving");
            assertThat(Paper.<Paper> findById(TWO).title).isEqualTo("Two");
            assertThat(Paper.<Paper> findById(TWO).upvotes).isEqualTo(4);
            assertThat(listedKeywords(TWO)).containsExactly("spinning");
        });
        assertThat(places(MONDAY)).containsExactly(tuple(1, ONE), tuple(2, TWO), tuple(3, THREE));
    }

    @Test
    void list_over_the_edition_of_a_digest() {
        archive.record(digest(MONDAY, 2, paper(1, ONE, "One", says("一")), paper(2, TWO, "Two", says("二"))), List.of(), "a");
        assertThat(list(MONDAY, bare(THREE, "Three"), full(TWO, "Two", 8))).isEqualTo(new Listed(1, 1, 0));
        assertThat(places(MONDAY)).containsExactly(tuple(1, ONE), tuple(2, TWO), tuple(3, THREE));
        tx(() -> {
            assertThat(Paper.<Paper> findById(TWO).overview.mainWork).isEqualTo("二");
            assertThat(Paper.<Paper> findById(TWO).upvotes).isEqualTo(8);
            Edition edition = Edition.findById(MONDAY);
            assertThat(edition.contentHash).isEqualTo("a");
            assertThat(edition.listings).extracting(listing -> listing.huggingFace).containsExactly(false, true, true);
        });
    }

    @Test
    void digest_over_the_edition_of_a_list() {
        list(MONDAY, full(ONE, "One", 1), full(TWO, "Two", 2), full(THREE, "Three", 3));
        Instant seen = firstSeen(TWO);
        archive.record(digest(MONDAY, 1, paper(1, TWO, "Two", says("二"))), List.of(), "a");
        assertThat(places(MONDAY)).extracting(place -> place.toArray()[1]).containsExactly(TWO, ONE, THREE);
        assertThat(firstSeen(TWO)).isEqualTo(seen);
        archive.record(digest(MONDAY, 1, paper(1, ONE, "One", says("一"))), List.of(), "b");
        assertThat(places(MONDAY)).as("nothing is taken away").extracting(place -> place.toArray()[1])
                .containsExactlyInAnyOrder(ONE, TWO, THREE);
        tx(() -> assertThat(Paper.<Paper> findById(TWO).upvotes).isEqualTo(2));
    }

    @Test
    void keywords_of_the_list_beside_those_of_the_overview() {
        list(MONDAY, full(ONE, "One", 1, "LLMs", "weaving"));
        archive.record(digest(MONDAY, 1, paper(1, ONE, "One", overview("一", null,
                List.of(new Keyword("Large language models", "大语言模型"), new Keyword("Looms", null)), null, null, null))),
                List.of(), "a");
        tx(() -> {
            assertThat(listedKeywords(ONE)).containsExactly("LLMs", "weaving");
            assertThat(Paper.<Paper> findById(ONE).overview.keywords).extracting(keyword -> keyword.en)
                    .containsExactly("Large language models", "Looms");
        });
        assertThat(span("large-language-model")).as("one paper, whoever says it").isEqualTo(1);
        assertThat(span("weaving")).isEqualTo(1);
        assertThat(span("loom")).isEqualTo(1);
        assertThat(inTx(() -> counts.current().papers())).isEqualTo(1);
    }

    @Test
    void keywords_that_change() {
        list(MONDAY, full(ONE, "One", 1, "weaving", "yarn"));
        long before = revision();
        assertThat(list(MONDAY, full(ONE, "One", 1, "yarn", "spinning"))).isEqualTo(new Listed(0, 1, 0));
        assertThat(inTx(() -> listedKeywords(ONE))).containsExactly("yarn", "spinning");
        assertThat(span("weaving")).isZero();
        assertThat(span("spinning")).isEqualTo(1);
        assertThat(revision()).isEqualTo(before + 1);
    }

    @Test
    void merge_of_a_tag_that_only_the_list_has() {
        list(MONDAY, full(ONE, "One", 1, "weaving"), full(TWO, "Two", 1, "weaving", "yarn"), full(THREE, "Three", 1, "yarn"));
        long before = revision();
        curation.merge("weaving", "yarn", "ann");
        assertThat(span("weaving")).isZero();
        assertThat(span("yarn")).isEqualTo(3);
        tx(() -> assertThat(Paper.<Paper> findById(ONE).revision).isGreaterThan(before));
        list(TUESDAY, full("2602.00004", "Four", 1, "weaving"));
        assertThat(span("yarn")).as("what is listed later follows the merge").isEqualTo(4);
        curation.undoMerge("weaving", "ann");
        assertThat(span("weaving")).isEqualTo(3);
        assertThat(span("yarn")).isEqualTo(2);
    }

    @Test
    void other_vocabulary() {
        list(MONDAY, full(ONE, "One", 1, "gadgets"), full(TWO, "Two", 1, "gadgets", "yarn"));
        sulan.tag.Vocabulary other = sulan.tag.Vocabulary.read("""
                Gizmo | 小玩意
                = gadget
                """.lines().toList());
        assertThat(retagging.toDo(other)).isEqualTo(2);
        long run = inTx(ListRecordingTest::openRun);
        assertThat(retagging.next(other, run, 1)).isEqualTo(new Retagging.Step(1, 0));
        assertThat(span("gadget")).isEqualTo(1);
        assertThat(retagging.next(other, run, 1)).isEqualTo(new Retagging.Step(1, 0));
        assertThat(retagging.next(other, run, 1).isLast()).isTrue();
        assertThat(span("gadget")).isZero();
        assertThat(span("gizmo")).isEqualTo(2);
        assertThat(retagging.toDo(other)).isZero();
        // back to the portal's own
        retagging.toDo(sulan.tag.Vocabulary.curated());
        retagging.next(sulan.tag.Vocabulary.curated(), run, 100);
        assertThat(span("gadget")).isEqualTo(2);
    }

    @Test
    void hidden_paper() {
        list(MONDAY, full(ONE, "One", 1, "weaving"), full(TWO, "Two", 1, "weaving"));
        archive.hide(ONE, true);
        assertThat(list(MONDAY, full(ONE, "One", 6, "weaving"), full(TWO, "Two", 1, "weaving"), bare(THREE, "Three")))
                .isEqualTo(new Listed(1, 1, 0));
        tx(() -> {
            Paper paper = Paper.findById(ONE);
            assertThat(paper.listedOn).isNull();
            assertThat(paper.upvotes).isEqualTo(6);
            assertThat(Edition.summaries().get(0).papers()).isEqualTo(2);
            assertThat(Edition.<Edition> findById(MONDAY).shownListings()).extracting(listing -> listing.id.paperId())
                    .containsExactly(TWO, THREE);
        });
        assertThat(span("weaving")).isEqualTo(1);
        archive.hide(ONE, false);
        assertThat(span("weaving")).isEqualTo(2);
        assertThat(places(MONDAY)).containsExactly(tuple(1, ONE), tuple(2, TWO), tuple(3, THREE));
    }

    @Test
    void entries_that_could_not_be_read() {
        Diagnostic odd = new Diagnostic(Diagnostic.Level.ERROR, 0, 2, "没有编号");
        archive.list(MONDAY, List.of(bare(ONE, "One")), List.of(odd), 1, true, false);
        assertThat(day(MONDAY)).extracting(day -> day.entries, day -> day.leftOut, day -> day.diagnostics)
                .containsExactly(2, 1, List.of(odd));
        archive.list(MONDAY, List.of(bare(ONE, "One")), List.of(), 0, true, false);
        assertThat(day(MONDAY)).as("a shorter answer does not count").extracting(day -> day.entries, day -> day.leftOut)
                .containsExactly(2, 1);
        archive.list(MONDAY, List.of(bare(ONE, "One"), bare(TWO, "Two")), List.of(), 0, true, false);
        assertThat(day(MONDAY)).extracting(day -> day.entries, day -> day.leftOut, day -> day.diagnostics)
                .containsExactly(2, 0, List.of());
    }

    @Test
    void day_that_settles_and_one_that_fails() {
        list(MONDAY, bare(ONE, "One"));
        assertThat(status(MONDAY)).isEqualTo(EditionStatus.GROWING);
        long before = revision();
        archive.list(MONDAY, List.of(bare(ONE, "One")), List.of(), 0, true, true);
        assertThat(status(MONDAY)).isEqualTo(EditionStatus.LISTED);
        assertThat(revision()).as("readers see another status").isEqualTo(before + 1);
        Instant settled = day(MONDAY).settledAt;
        archive.listFailed(MONDAY, "不通。");
        archive.listFailed(MONDAY, "还是不通。");
        assertThat(day(MONDAY)).extracting(day -> day.failure, day -> day.settledAt).containsExactly("还是不通。", settled);
        assertThat(revision()).isEqualTo(before + 2);
        assertThat(places(MONDAY)).hasSize(1);
        list(MONDAY, bare(ONE, "One"));
        assertThat(day(MONDAY)).extracting(day -> day.failure, day -> day.failedAt, day -> day.settledAt)
                .containsExactly(null, null, settled);
    }

    @Test
    void empty_list_of_a_new_day() {
        assertThat(list(MONDAY)).isEqualTo(new Listed(0, 0, 0));
        assertThat(day(MONDAY).lookedAt).isNotNull();
        assertThat(inTx(() -> Edition.count())).isZero();
    }

    @Test
    void demo_leaves_with_the_first_paper() {
        fixture.demo();
        list(MONDAY);
        assertThat(inTx(Edition::content)).isEqualTo(Edition.Content.DEMO);
        list(MONDAY, bare(ONE, "One"));
        assertThat(inTx(() -> Edition.count())).isEqualTo(1);
        assertThat(inTx(() -> Paper.count())).isEqualTo(1);
    }

    private Listed list(LocalDate date, ListedPaper... papers) {
        return archive.list(date, List.of(papers), List.of(), 0, true, false);
    }

    private Listed saved(LocalDate date, ListedPaper... papers) {
        return archive.list(date, List.of(papers), List.of(), 0, false, true);
    }

    private static sulan.digest.Overview says(String mainWork) {
        return overview(mainWork, null, List.of(), null, null, null);
    }

    private static DayList day(LocalDate date) {
        return inTx(() -> DayList.findById(date));
    }

    private static EditionStatus status(LocalDate date) {
        return inTx(() -> Edition.<Edition> findById(date).status());
    }

    private static Instant firstSeen(String paper) {
        return inTx(() -> Paper.<Paper> findById(paper).listings.get(0).firstSeenAt);
    }

    /** Places and ids, in their order. */
    private static List<Tuple> places(LocalDate date) {
        return inTx(() -> Edition.<Edition> findById(date).listings.stream()
                .map(listing -> tuple(listing.position, listing.id.paperId())).toList());
    }

    private static List<String> listedKeywords(String paper) {
        return Paper.<Paper> findById(paper).listedKeywords.stream().map(keyword -> keyword.en).toList();
    }

    /** How many papers readers see with a tag. */
    private long span(String slug) {
        return inTx(() -> Tag.<Tag> find("slug", slug).<Tag> firstResultOptional()
                .map(tag -> counts.current().statistics().span(tag).papers()).orElse(0L));
    }

    private static long revision() {
        return inTx(() -> Revision.current().number());
    }

    private static long openRun() {
        Run run = new Run();
        run.kind = Run.Kind.TAGS;
        run.source = "标签词表";
        run.status = Run.Status.SUCCEEDED;
        run.startedAt = Instant.now();
        run.persist();
        return run.id;
    }

    private static void tx(Runnable assertions) {
        QuarkusTransaction.requiringNew().run(assertions);
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
