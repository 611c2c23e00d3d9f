package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static sulan.ArchiveFixture.digest;
import static sulan.ArchiveFixture.overview;
import static sulan.ArchiveFixture.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.ExpectedChange.Kind;
import sulan.archive.ExpectedChange.Place;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;

/** What is told of a digest before it is recorded, and what comes of it then. */
@QuarkusTest
class ExpectedChangeTest {

    private static final LocalDate MONDAY = LocalDate.of(2023, 9, 18);
    private static final String ONE = "2309.00001";
    private static final String TWO = "2309.00002";
    private static final String THREE = "2309.00003";

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
    void new_edition() {
        assertThat(expected(monday(ONE, "一"), "a"))
                .isEqualTo(new ExpectedChange(Kind.NEW, List.of(ONE), List.of(), 0, List.of(), 0));
        assertThat(inTx(() -> Edition.<Edition> listAll())).isEmpty();
    }

    @Test
    void same_content() {
        record(monday(ONE, "一"), "a");
        assertThat(expected(monday(ONE, "一"), "a"))
                .isEqualTo(new ExpectedChange(Kind.NONE, List.of(), List.of(), 1, List.of(), 0));
    }

    @Test
    void other_content() {
        record(monday(ONE, "一", TWO, "二"), "a");
        archive.edit(ONE, says("编辑"));
        Digest other = monday(ONE, "壹", THREE, "三");
        ExpectedChange expected = expected(other, "b");
        assertThat(expected).isEqualTo(new ExpectedChange(Kind.REPLACED, List.of(THREE), List.of(ONE), 0,
                List.of(new Place(TWO, "Paper " + TWO)), 1));
        record(other, "b");
        assertThat(inTx(() -> Overview.list("edition.date = ?1 and supersededAt is null", MONDAY).size())).isEqualTo(2);
        assertThat(inTx(() -> Paper.<Paper> findById(TWO).listedOn)).isNull();
    }

    @Test
    void same_overviews_in_another_text() {
        record(monday(ONE, "一", TWO, "二"), "a");
        assertThat(expected(monday(TWO, "二", ONE, "一"), "b"))
                .isEqualTo(new ExpectedChange(Kind.REPLACED, List.of(), List.of(), 2, List.of(), 0));
    }

    @Test
    void overview_that_a_model_has_written() {
        record(monday(ONE, ""), "a");
        archive.write(ONE, says("模型"), new Provenance("a-model", "1", Instant.EPOCH));
        assertThat(expected(monday(ONE, "模型"), "b").changed()).isEmpty();
        assertThat(expected(monday(ONE, "别的"), "b").changed()).containsExactly(ONE);
    }

    @Test
    void digest_that_repeats_an_edit() {
        record(monday(ONE, "一"), "a");
        archive.edit(ONE, says("编辑"));
        assertThat(expected(monday(ONE, "编辑"), "b").changed()).isEmpty();
    }

    @Test
    void digest_that_no_longer_says_anything() {
        record(monday(ONE, "一"), "a");
        assertThat(expected(monday(ONE, ""), "b").changed()).containsExactly(ONE);
    }

    @Test
    void hidden_paper_that_is_left_out() {
        record(monday(ONE, "一", TWO, "二"), "a");
        archive.hide(TWO, true);
        assertThat(expected(monday(ONE, "一"), "b").leaving()).isEmpty();
    }

    @Test
    void demo_of_the_same_day() {
        archive.recordDemo(monday(ONE, "一"), List.of(), "a");
        assertThat(expected(monday(ONE, "一"), "a").kind()).isEqualTo(Kind.NEW);
    }

    private static Digest monday(String... idsAndTexts) {
        DigestPaper[] papers = new DigestPaper[idsAndTexts.length / 2];
        for (int i = 0; i < papers.length; i++) {
            String text = idsAndTexts[2 * i + 1];
            papers[i] = paper(i + 1, idsAndTexts[2 * i], "Paper " + idsAndTexts[2 * i],
                    text.isEmpty() ? sulan.digest.Overview.EMPTY : says(text));
        }
        return digest(MONDAY, papers.length, papers);
    }

    private static sulan.digest.Overview says(String text) {
        return overview(text, null, List.of(), null, null, null);
    }

    private void record(Digest digest, String hash) {
        archive.record(digest, List.of(), hash);
    }

    private static ExpectedChange expected(Digest digest, String hash) {
        return inTx(() -> ExpectedChange.of(digest, hash));
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
