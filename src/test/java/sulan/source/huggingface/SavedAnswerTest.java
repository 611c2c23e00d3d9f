package sulan.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static sulan.source.huggingface.ListedPaperJson.list;
import static sulan.source.huggingface.ListedPaperJson.paper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sulan.digest.Diagnostic;
import sulan.digest.Diagnostic.Level;
import sulan.digest.ListedPaper;

class SavedAnswerTest {

    private static final String ID = "2606.00001";

    @Test
    void a_complete_entry() {
        ListedPaper paper = only(paper(ID));

        assertThat(paper).isEqualTo(new ListedPaper(ID, "A Made-up Study of " + ID,
                "We made this study up. It has the number " + ID + " and nothing else to say.",
                List.of("Ada Example", "Ben Sample"), Instant.parse("2026-06-01T00:00:00Z"),
                Instant.parse("2026-06-03T01:02:03.456Z"), Instant.parse("2026-06-03T01:02:03.456Z"), "Cleo Member",
                "Example Laboratory", 7, 3, "https://pictures.example/social-thumbnails/papers/" + ID + ".png", List.of(),
                "https://project.example/" + ID, "https://code.example/" + ID, 12, "A study that was made up says nothing.",
                "example/model-1", List.of("made-up studies", "tests")));
    }

    @Test
    void an_entry_of_2024() {
        ListedPaper paper = only(paper(ID).without("paper.submittedOnDailyAt").without("thumbnail").without("submittedBy")
                .without("organization").without("paper.projectPage").without("paper.githubRepo").without("paper.githubStars")
                .without("paper.ai_summary").without("paper.ai_keywords").without("paper.ai_summary_model")
                .with("publishedAt", "2026-06-03T03:50:58.348Z")
                .with("mediaUrl", "https://pictures.example/social-thumbnails/papers/1.png"));

        assertThat(paper.listedAt()).isEqualTo("2026-06-03T03:50:58.348Z");
        assertThat(paper.submittedAt()).isEqualTo(paper.listedAt());
        assertThat(paper.thumbnailUrl()).isEqualTo("https://pictures.example/social-thumbnails/papers/1.png");
        assertThat(paper.media()).isEmpty();
        assertThat(paper.submittedBy()).isNull();
        assertThat(paper.organization()).isNull();
        assertThat(paper.codeUrl()).isNull();
        assertThat(paper.codeStars()).isNull();
        assertThat(paper.lead()).isNull();
        assertThat(paper.keywords()).isEmpty();
    }

    @Test
    void a_publication_in_new_york_s_time_is_no_listing() {
        assertThat(only(paper(ID).without("paper.submittedOnDailyAt")).listedAt()).isNull();
    }

    @Test
    void names_without_a_full_one() {
        ListedPaper paper = only(paper(ID).without("submittedBy").with("paper.submittedOnDailyBy.user", "cleo")
                .without("organization.fullname"));

        assertThat(paper.submittedBy()).isEqualTo("cleo");
        assertThat(paper.organization()).isEqualTo("example-lab");
    }

    @ParameterizedTest
    @CsvSource({ "2606.00001v3, 2606.00001", "' 2606.00001 ', 2606.00001", "0704.0001, 0704.0001",
            "math.GT/0309136v1, math.GT/0309136" })
    void ids(String given, String read) {
        assertThat(only(paper(ID).with("paper.id", given)).id()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'A Study\n  of Lines' | A Study of Lines",
            "<b>Bold</b> Claims about H<sub>2</sub>O | Bold Claims about H2O",
            "Q&amp;A for &lt;1B Parameters | Q&A for <1B Parameters",
            "When a < b and c > d | When a < b and c > d",
            "'Rotating by 360$^\\circ$' | Rotating by 360°" })
    void titles(String given, String read) {
        assertThat(only(paper(ID).title(given)).title()).isEqualTo(read);
    }

    @Test
    void a_title_that_only_the_entry_has() {
        assertThat(only(paper(ID).without("paper.title").with("title", "Its Other Title")).title())
                .isEqualTo("Its Other Title");
    }

    @Test
    void an_abstract_in_short_lines() {
        assertThat(only(paper(ID).with("paper.summary", "One line\nand another.\n\n  A second\n  paragraph.\n")).summary())
                .isEqualTo("One line and another.\n\nA second paragraph.");
    }

    @Test
    void characters_that_no_database_takes() {
        String answer = list(paper(ID).with("paper.summary", "a NUL b HALF c")).replace("NUL", "\\u0000").replace("HALF",
                "\\ud800");

        assertThat(SavedAnswer.read(bytes(answer)).papers().get(0).summary()).isEqualTo("a \ufffd b \ufffd c");
    }

    @Test
    void fields_that_no_one_knows() {
        assertThat(only(paper(ID).with("paper.novelty", Map.of("of", "tomorrow")).with("more", 1)).id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = { "paper.summary", "paper.authors", "paper.publishedAt", "paper.upvotes" })
    void a_field_that_should_be_there(String path) {
        DailyList list = SavedAnswer.read(paper(ID).without(path).answer());

        assertThat(list.papers()).hasSize(1);
        assertWarnsOf(list, path);
    }

    @Test
    void upvotes_that_are_not_given_are_not_zero() {
        assertThat(SavedAnswer.read(paper(ID).without("paper.upvotes").answer()).papers().get(0).upvotes()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "numComments, many", "paper.githubStars, -3", "paper.githubStars, 12.5", "paper.githubStars, 99999999999",
            "thumbnail, /relative.png", "paper.projectPage, javascript:alert(1)", "paper.githubRepo, github.com/someone/code",
            "paper.githubRepo, https://", "paper.ai_summary, 5", "paper.ai_keywords, none", "mediaUrls, none",
            "paper.submittedOnDailyAt, yesterday", "paper.submittedOnDailyAt, 2026-13-01T00:00:00Z",
            "paper.submittedOnDailyAt, +999999-01-01T00:00:00Z", "organization, 5", "submittedBy, cleo" })
    void a_field_of_another_kind(String path, String value) {
        Object other = value.matches("-?\\d+") ? (Object) Long.valueOf(value) : value.equals("12.5") ? (Object) 12.5 : value;
        DailyList list = SavedAnswer.read(paper(ID).with(path, other).answer());

        assertThat(list.papers()).hasSize(1);
        assertWarnsOf(list, path);
    }

    @Test
    void two_authors_of_one_name_and_a_keyword_that_is_there_twice() {
        ListedPaper paper = only(paper(ID).authors("Yi Example", "Ada Example", "Yi Example")
                .with("paper.ai_keywords", List.of("tests", "papers", "", "tests")));

        assertThat(paper.authors()).containsExactly("Yi Example", "Ada Example", "Yi Example");
        assertThat(paper.keywords()).containsExactly("tests", "papers");
    }

    @Test
    void elements_of_another_kind() {
        DailyList list = SavedAnswer.read(paper(ID).with("paper.ai_keywords", List.of("one", 2, "", List.of()))
                .with("paper.authors", List.of(Map.of("name", "Ada Example"), "Ben Sample", Map.of("user", "x"), 4))
                .with("mediaUrls", List.of("https://films.example/1.mp4", "ftp://films.example/2.mp4", 3)).answer());

        ListedPaper paper = list.papers().get(0);
        assertThat(paper.keywords()).containsExactly("one");
        assertThat(paper.authors()).containsExactly("Ada Example", "Ben Sample");
        assertThat(paper.media()).containsExactly("https://films.example/1.mp4");
        assertThat(list.diagnostics()).extracting(Diagnostic::level).containsExactly(Level.WARNING, Level.WARNING,
                Level.WARNING);
    }

    @Test
    void texts_that_are_too_long() {
        DailyList list = SavedAnswer.read(paper(ID).with("paper.summary", "x".repeat(100_000))
                .with("paper.ai_summary", "x".repeat(100_000)).with("paper.githubRepo", "https://x.example/" + "x".repeat(5000))
                .answer());

        assertThat(list.papers().get(0).lead()).isNull();
        assertThat(list.papers().get(0).codeUrl()).isNull();
        assertThat(list.papers().get(0).title()).contains(ID);
        assertThat(list.diagnostics()).isNotEmpty().allMatch(diagnostic -> diagnostic.message().length() < 200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "5", "true", "[]", "{}", "\"text\"", "{\"paper\":null}", "{\"paper\":\"x\"}",
            "{\"paper\":{}}",
            "{\"paper\":{\"id\":5,\"title\":\"x\"}}", "{\"paper\":{\"id\":\"../x\",\"title\":\"x\"}}",
            "{\"paper\":{\"id\":\"2606.00002\"}}", "{\"paper\":{\"id\":\"2606.00002\",\"title\":\" \"}}" })
    void an_entry_that_is_none(String entry) {
        DailyList list = SavedAnswer
                .read(bytes("[" + paper("2606.00001").json() + "," + entry + "," + paper("2606.00003").json() + "]"));

        assertThat(list.papers()).extracting(ListedPaper::id).containsExactly("2606.00001", "2606.00003");
        assertThat(list.diagnostics()).filteredOn(diagnostic -> diagnostic.level() == Level.ERROR).singleElement()
                .satisfies(error -> {
                    assertThat(error.paper()).isEqualTo(2);
                    assertThat(error.message()).startsWith("第 2 条").endsWith("没有收入。");
                });
    }

    @Test
    void an_entry_in_python_s_notation() {
        DailyList list = SavedAnswer.read(bytes("[\"{'paper': {'id': '2606.00009', 'hidden': False}}\"]"));

        assertThat(list.papers()).isEmpty();
        assertThat(list.diagnostics()).singleElement().satisfies(error -> {
            assertThat(error.level()).isEqualTo(Level.ERROR);
            assertThat(error.paper()).isEqualTo(1);
            assertThat(error.message()).contains("Python").contains("2606.00009");
        });
    }

    @Test
    void an_object_around_the_list() {
        String list = list(paper("2606.00001"), paper("2606.00002"));

        assertThat(SavedAnswer.read(bytes("{\"status\":\"success\",\"count\":2,\"data\":" + list + "}")).papers()).hasSize(2);
    }

    @Test
    void a_paper_that_is_there_twice() {
        DailyList list = SavedAnswer.read(bytes(list(paper("2606.00001").upvotes(1), paper("2606.00002"),
                paper("2606.00001").with("paper.id", "2606.00001v2").upvotes(3))));

        assertThat(list.papers()).extracting(ListedPaper::upvotes).containsExactly(1, 7);
        assertThat(list.diagnostics()).singleElement().satisfies(info -> {
            assertThat(info.level()).isEqualTo(Level.INFO);
            assertThat(info.paper()).isEqualTo(3);
        });
    }

    @Test
    void a_day_without_papers() {
        assertThat(SavedAnswer.read(bytes("[]"))).isEqualTo(new DailyList(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "<!doctype html><html></html>", "[{\"paper\":{\"id\":\"2606.0", "[] []",
            "{\"error\":\"x\"}",
            "{\"data\":\"[]\"}", "null", "17", "Not found", "\u0000", "[\"\ud800" })
    void what_is_no_list(String content) {
        assertIsNoList(bytes(content));
    }

    @Test
    void bytes_that_are_no_text() {
        assertIsNoList(new byte[] { '[', '"', (byte) 0xff, (byte) 0xfe, '"', ']' });
    }

    @Test
    void brackets_without_end() {
        assertIsNoList(bytes("[".repeat(100_000)));
    }

    private static void assertIsNoList(byte[] content) {
        DailyList list = SavedAnswer.read(content);

        assertThat(list.papers()).isEmpty();
        assertThat(list.diagnostics()).singleElement().satisfies(error -> {
            assertThat(error.level()).isEqualTo(Level.ERROR);
            assertThat(error.paper()).isZero();
            assertThat(error.message()).startsWith("这份回答").endsWith("请换一份完整的。");
        });
    }

    private static void assertWarnsOf(DailyList list, String path) {
        assertThat(list.diagnostics()).isNotEmpty().allSatisfy(warning -> {
            assertThat(warning.level()).isEqualTo(Level.WARNING);
            assertThat(warning.paper()).isEqualTo(1);
            assertThat(warning.message()).contains("第 1 条（" + ID + "）").contains(path);
        });
    }

    private static ListedPaper only(ListedPaperJson entry) {
        DailyList list = SavedAnswer.read(entry.answer());
        assertThat(list.diagnostics()).isEmpty();
        assertThat(list.papers()).hasSize(1);
        return list.papers().get(0);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
