package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static sulan.ArchiveFixture.digest;
import static sulan.ArchiveFixture.overview;
import static sulan.ArchiveFixture.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.digest.Diagnostic;
import sulan.digest.Digest;
import sulan.digest.Keyword;
import sulan.digest.ListedPaper;

@QuarkusTest
class ArchiveTest {

    private static final LocalDate MONDAY = LocalDate.of(2023, 9, 18);
    private static final LocalDate TUESDAY = LocalDate.of(2023, 9, 19);
    private static final String ONE = "2309.00001";
    private static final String TWO = "2309.00002";
    private static final Keyword COMPRESSION = new Keyword("Compression", "压缩");

    @Inject
    Archive archive;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void same_content_again() {
        record(monday("一", "二"), "a");
        Long before = shownId(ONE);
        assertThat(record(monday("一", "二"), "a")).isFalse();
        assertThat(shownId(ONE)).isEqualTo(before);
        assertThat(overviews(ONE)).hasSize(1);
    }

    @Test
    void changed_overview_is_superseded_and_kept() {
        record(monday("一", "二"), "a");
        assertThat(record(monday("壹", "二"), "b")).isTrue();
        assertThat(shown(ONE)).isEqualTo("壹");
        assertThat(overviews(ONE)).containsExactly("一 superseded", "壹");
    }

    @Test
    void overview_that_says_the_same_in_a_changed_digest() {
        record(monday("一", "二"), "a");
        Long before = shownId(TWO);
        record(monday("壹", "二"), "b");
        assertThat(shownId(TWO)).isEqualTo(before);
        assertThat(overviews(TWO)).containsExactly("二");
    }

    @Test
    void change_back_to_the_first_content() {
        record(monday("一", "二"), "a");
        record(monday("壹", "二"), "b");
        assertThat(record(monday("一", "二"), "a")).isTrue();
        assertThat(overviews(ONE)).containsExactly("一 superseded", "壹 superseded", "一");
    }

    @Test
    void paper_that_vanishes_from_a_changed_digest() {
        record(monday("一", "二"), "a");
        record(digest(MONDAY, 1, paper(1, ONE, "One", says("一"))), "b");
        tx(() -> {
            Paper gone = Paper.findById(TWO);
            assertThat(gone.listedOn).isNull();
            assertThat(gone.position).isNull();
            assertThat(gone.overview).isNull();
            assertThat(gone.listings).isEmpty();
        });
        assertThat(overviews(TWO)).containsExactly("二 superseded");
    }

    @Test
    void paper_that_vanishes_from_one_of_two_days() {
        record(monday("一", "二"), "a");
        record(digest(TUESDAY, 1, paper(1, TWO, "Two, again", says("又二"))), "c");
        record(digest(TUESDAY, 1, paper(1, ONE, "One", says("又一"))), "d");
        assertThat(shown(TWO)).isEqualTo("二");
        tx(() -> {
            Paper two = Paper.findById(TWO);
            assertThat(two.listedOn).isEqualTo(MONDAY);
            assertThat(two.position).isEqualTo(2);
        });
    }

    @Test
    void paper_that_swaps_its_place() {
        record(monday("一", "二"), "a");
        record(digest(MONDAY, 2, paper(1, TWO, "Two", says("二")), paper(2, ONE, "One", says("一"))), "b");
        tx(() -> {
            assertThat(Edition.<Edition> findById(MONDAY).listings).extracting(listing -> listing.paper.id)
                    .containsExactly(TWO, ONE);
            assertThat(Paper.<Paper> findById(ONE).position).isEqualTo(2);
        });
        assertThat(overviews(ONE)).containsExactly("一");
    }

    @Test
    void first_sight_of_a_paper_that_stays_listed() {
        record(monday("一", "二"), "a");
        var before = inTx(() -> Listing.<Listing> findById(new Listing.Id(MONDAY, ONE)).firstSeenAt);
        record(monday("壹", "二"), "b");
        assertThat(inTx(() -> Listing.<Listing> findById(new Listing.Id(MONDAY, ONE)).firstSeenAt)).isEqualTo(before);
    }

    @Test
    void paper_on_two_days_shows_the_newest_listing_title_and_overview() {
        record(monday("一", "二"), "a");
        record(digest(TUESDAY, 2, paper(1, "2309.00003", "Three", says("三")), paper(2, ONE, "One, again", says("又一"))), "b");
        assertNewestIsShown();
    }

    @Test
    void paper_that_is_listed_again_with_nothing_said_about_it() {
        record(monday("一", "二"), "a");
        Digest again = digest(TUESDAY, 1, paper(1, ONE, "One, again", sulan.digest.Overview.EMPTY));
        record(again, "b");
        assertThat(shown(ONE)).isEqualTo("一");
        assertThat(overviews(ONE)).containsExactly("一");
        assertThat(inTx(() -> Edition.<Edition> findById(TUESDAY).digest())).isEqualTo(again);
        record(monday("壹", "二"), "c");
        assertThat(shown(ONE)).isEqualTo("壹");
    }

    @Test
    void paper_about_which_nothing_was_said_yet() {
        record(digest(MONDAY, 1, paper(1, ONE, "One", sulan.digest.Overview.EMPTY)), "a");
        assertThat(inTx(() -> Paper.<Paper> findById(ONE).overview)).isNull();
        record(digest(MONDAY, 1, paper(1, ONE, "One", says("一"))), "b");
        assertThat(shown(ONE)).isEqualTo("一");
    }

    @Test
    void paper_on_two_days_that_come_in_newest_first() {
        record(digest(TUESDAY, 2, paper(1, "2309.00003", "Three", says("三")), paper(2, ONE, "One, again", says("又一"))), "b");
        record(monday("一", "二"), "a");
        assertNewestIsShown();
    }

    private void assertNewestIsShown() {
        assertThat(shown(ONE)).isEqualTo("又一");
        tx(() -> {
            Paper one = Paper.findById(ONE);
            assertThat(one.title).isEqualTo("One, again");
            assertThat(one.listedOn).isEqualTo(TUESDAY);
            assertThat(one.position).isEqualTo(2);
            assertThat(one.listingDates()).containsExactly(MONDAY, TUESDAY);
        });
        assertThat(overviews(ONE)).containsExactlyInAnyOrder("一", "又一");
    }

    @Test
    void edit_over_a_later_import() {
        record(monday("一", "二"), "a");
        archive.edit(ONE, says("编辑"));
        record(monday("壹", "二"), "b");
        record(digest(TUESDAY, 1, paper(1, ONE, "One", says("又一"))), "c");
        assertThat(shown(ONE)).isEqualTo("编辑");
        assertThat(overviews(ONE)).containsExactly("一 superseded", "编辑", "壹", "又一");
    }

    @Test
    void second_edit() {
        record(monday("一", "二"), "a");
        archive.edit(ONE, says("编辑"));
        archive.edit(ONE, says("再编辑"));
        assertThat(shown(ONE)).isEqualTo("再编辑");
        assertThat(overviews(ONE)).containsExactly("一", "编辑 superseded", "再编辑");
    }

    @Test
    void edit_over_what_a_model_writes_later() {
        record(monday("一", "二"), "a");
        archive.edit(ONE, says("编辑"));
        archive.write(ONE, says("模型"), new Provenance("a-model", "1", Instant.EPOCH));
        assertThat(shown(ONE)).isEqualTo("编辑");
        assertThat(overviews(ONE)).containsExactly("一", "编辑", "模型");
    }

    @Test
    void edit_over_a_later_list() {
        record(monday("一", "二"), "a");
        archive.edit(ONE, says("编辑"));
        archive.list(TUESDAY, List.of(listed(ONE)), List.of(), 0, true, false);
        assertThat(shown(ONE)).isEqualTo("编辑");
        assertThat(inTx(() -> Paper.<Paper> findById(ONE).listingDates())).containsExactly(MONDAY, TUESDAY);
    }

    @Test
    void edit_that_is_taken_back() {
        record(monday("一", "二"), "a");
        archive.edit(ONE, says("编辑"));
        record(monday("壹", "二"), "b");
        assertThat(inTx(() -> Paper.<Paper> findById(ONE).withoutEdit().mainWork)).isEqualTo("壹");
        long before = inTx(() -> Revision.current().number());
        assertThat(archive.withdrawEdit(ONE)).isTrue();
        assertThat(shown(ONE)).isEqualTo("壹");
        assertThat(overviews(ONE)).containsExactly("一 superseded", "编辑 superseded", "壹");
        assertThat(inTx(() -> Paper.<Paper> findById(ONE).revision)).isGreaterThan(before);
        assertThat(archive.withdrawEdit(ONE)).isFalse();
        assertThatThrownBy(() -> archive.withdrawEdit("2309.99999")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void edit_that_is_taken_back_with_nothing_below_it() {
        record(digest(MONDAY, 1, paper(1, ONE, "One", sulan.digest.Overview.EMPTY)), "a");
        archive.edit(ONE, says("编辑"));
        archive.withdrawEdit(ONE);
        tx(() -> {
            assertThat(Paper.<Paper> findById(ONE).overview).isNull();
            assertThat(Paper.<Paper> findById(ONE).withoutEdit()).isNull();
        });
    }

    @Test
    void edit_of_a_paper_that_is_not_there() {
        assertThatThrownBy(() -> archive.edit("2309.99999", says("编辑"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spellings_that_lead_to_one_tag() {
        var spellings = List.of(new Keyword("Large Language Models", null), new Keyword("large-language model", "大语言模型"));
        record(digest(MONDAY, 1, paper(1, ONE, "One", overview("一", null, spellings, null, null, null))), "a");
        record(digest(TUESDAY, 1, paper(1, TWO, "Two",
                overview("二", null, List.of(new Keyword("Ｌａｒｇｅ Language Model", "大型语言模型")), null, null, null))), "b");
        tx(() -> {
            assertThat(ArchiveFixture.tagCounts()).containsExactly(
                    new TagCount("large-language-model", "Large language model", "大语言模型", 2));
            assertThat(Overview.<Overview> listAll().get(0).keywords).extracting(keyword -> keyword.content())
                    .isEqualTo(spellings);
            assertThat(Tag.bySpelling("LARGE LANGUAGE MODEL")).isPresent();
        });
    }

    @Test
    void spellings_of_one_concept_and_its_neighbours() {
        record(digest(MONDAY, 1, paper(1, ONE, "One", overview("一", null, List.of(new Keyword("LLMs", "大的语言模型"),
                new Keyword("Transformer", "变压器"), new Keyword("Multimodal LLM", null)), null, null, null))), "a");
        record(digest(TUESDAY, 1, paper(1, TWO, "Two", overview("二", null, List.of(
                new Keyword("Large-scale Language Models", null), new Keyword(null, "变形器")), null, null, null))), "b");
        tx(() -> {
            assertThat(ArchiveFixture.tagCounts()).extracting(TagCount::slug, TagCount::papers).containsExactly(
                    tuple("large-language-model", 2L), tuple("transformer", 2L), tuple("multimodal-large-language-model", 1L));
            assertThat(Tag.bySpelling("大规模语言模型")).get().extracting(tag -> tag.slug).isEqualTo("large-language-model");
        });
    }

    @Test
    void keyword_that_the_vocabulary_does_not_know() {
        record(digest(MONDAY, 1, paper(1, ONE, "One",
                overview("一", null, List.of(new Keyword("Gizmo Widgets", "小装置")), null, null, null))), "a");
        tx(() -> assertThat(ArchiveFixture.tagCounts())
                .containsExactly(new TagCount("gizmo-widget", "Gizmo Widgets", "小装置", 1)));
    }

    @Test
    void diagnostics_of_the_document_and_of_a_paper() {
        Diagnostic ofAll = new Diagnostic(Diagnostic.Level.INFO, 3, 0, "篇数相符");
        Diagnostic ofTwo = new Diagnostic(Diagnostic.Level.WARNING, 42, 2, "在句中断开");
        archive.record(monday("一", "二"), List.of(ofAll, ofTwo), "a");
        tx(() -> {
            assertThat(Edition.<Edition> findById(MONDAY).diagnostics).containsExactly(ofAll);
            assertThat(Paper.<Paper> findById(ONE).overview.diagnostics).isEmpty();
            assertThat(Paper.<Paper> findById(TWO).overview.diagnostics).containsExactly(ofTwo);
        });
    }

    @Test
    void digest_without_papers() {
        record(digest(MONDAY, 0), "a");
        assertThat(inTx(() -> Edition.<Edition> findById(MONDAY).status())).isEqualTo(EditionStatus.NOTHING_LISTED);
    }

    @Test
    void digest_that_comes_back_as_it_went_in() {
        record(ArchiveFixture.wednesday(), "a");
        assertThat(inTx(() -> Edition.<Edition> findById(ArchiveFixture.WEDNESDAY).digest()))
                .isEqualTo(ArchiveFixture.wednesday());
    }

    @Test
    void error_in_the_middle_of_a_digest() {
        record(monday("一", "二"), "a");
        String tooLong = "longer-than-any-archive-of-arxiv-ever-was/0000001";
        Digest half = digest(MONDAY, 2, paper(1, ONE, "One", says("壹")), paper(2, tooLong, "Two", says("贰")));
        assertThatThrownBy(() -> record(half, "b")).isInstanceOf(RuntimeException.class);
        assertThat(overviews(ONE)).containsExactly("一");
        assertThat(inTx(() -> Edition.<Edition> findById(MONDAY).contentHash)).isEqualTo("a");
    }

    private boolean record(Digest digest, String hash) {
        return archive.record(digest, List.of(), hash);
    }

    private static Digest monday(String one, String two) {
        return digest(MONDAY, 2, paper(1, ONE, "One", says(one)), paper(2, TWO, "Two", says(two)));
    }

    private static sulan.digest.Overview says(String mainWork) {
        return overview(mainWork, "- 亮点", List.of(COMPRESSION), "4.0", "4.5", null);
    }

    private static ListedPaper listed(String id) {
        return new ListedPaper(id, "One", null, List.of(), null, null, null, null, null, 7, null, null, List.of(), null, null,
                null,
                null, null, List.of());
    }

    private static String shown(String paper) {
        return inTx(() -> Paper.<Paper> findById(paper).overview.mainWork);
    }

    private static Long shownId(String paper) {
        return inTx(() -> Paper.<Paper> findById(paper).overview.id);
    }

    /** What all overviews of a paper say, in the order in which they were recorded. */
    private static List<String> overviews(String paper) {
        return inTx(() -> Overview.<Overview> list("paper.id = ?1 order by id", paper).stream()
                .map(overview -> overview.mainWork + (overview.supersededAt == null ? "" : " superseded")).toList());
    }

    private static void tx(Runnable assertions) {
        QuarkusTransaction.requiringNew().run(assertions);
    }

    private static <T> T inTx(java.util.concurrent.Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
