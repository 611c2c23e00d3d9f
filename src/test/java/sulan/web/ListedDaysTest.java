package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.digest.ListedPaper;

/** What readers see of days that Hugging Face lists, with and without overviews. */
@QuarkusTest
class ListedDaysTest {

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;

    @BeforeEach
    void fill() {
        fixture.small();
        fixture.listed();
    }

    @Test
    void day_without_overviews_comes_by_upvotes() {
        when().get("/days/2023-09-26").then().statusCode(200).body(
                stringContainsInOrder("目录 · 按点赞数", "href=\"#2309.14322\"", "54", "href=\"#2309.14316\"", "href=\"#2309.14327\"",
                        "id=\"2309.14322\"", "id=\"2309.14316\"", "id=\"2309.14327\""),
                containsString("只有论文"), containsString("本站没有设置语言模型"), not(containsString("当日名次")),
                not(containsString("class=\"ratings")));
        when().get("/days/2023-09-26.json").then().body("papers.id", contains("2309.14322", "2309.14316", "2309.14327"),
                "papers.overview", contains(nullValue(), nullValue(), nullValue()), "status", is("listed"));
        when().get("/days/2023-09-26.json?sort=position").then().body("papers.id",
                contains("2309.14327", "2309.14316", "2309.14322"));
        when().get("/").then().body(containsString("当日点赞最多"));
    }

    @Test
    void what_the_list_says_of_a_paper() {
        when().get("/days/2023-09-26").then().body(stringContainsInOrder("id=\"2309.14316\"", "Ada Lovelace, Charles Babbage",
                "等 5 人", "20 赞", "2 条评论", "Example Laboratory", "尚无速览", "<span lang=\"en\">It stores facts.</span>",
                "Hugging Face 摘要 · a-small-model", "Hugging Face 关键词", "href=\"/tags/large-language-model\"",
                "hx-get=\"/papers/2309.14316\"", "<summary>摘要与链接</summary>", "href=\"/papers/2309.14316\""),
                not(containsString("Where knowledge lies.")));
        given().header("HX-Request", "true").when().get("/papers/2309.14316").then().body(stringContainsInOrder(
                "Where knowledge lies.", "https://code.example.org/2309.14316", "★ 321",
                "https://project.example.org/2309.14316"), not(containsString("<html")));
        when().get("/papers/2309.14316").then()
                .body(stringContainsInOrder("Alan Turing", "20 赞", "Example Laboratory", "尚无速览", "本站没有设置语言模型",
                        "★ 321", "摘要", "Where knowledge lies.", "Hugging Face 摘要", "It stores facts.", "Hugging Face 关键词",
                        "发表于 arXiv", "2023年9月22日", "提交到 Hugging Face", "2023年9月24日", "Somebody"), not(containsString("位作者")));
        when().get("/papers?q=proxies").then().body(containsString("54 赞"), containsString("Training stability"));
    }

    @Test
    void many_authors() {
        List<String> authors = IntStream.rangeClosed(1, 13).mapToObj(number -> "Author No" + number).toList();
        archive.list(ArchiveFixture.UNWRITTEN,
                List.of(new ListedPaper("2309.14999", "Many Hands", null, authors, null, null, null,
                        null, null, null, null, null, List.of(), null, null, null, null, null, List.of())),
                List.of(), 0, true, true);
        when().get("/papers/2309.14999").then().body(stringContainsInOrder("Author No10</p>", "<summary>另有 3 位作者</summary>",
                "Author No11, Author No12, Author No13</p>"));
    }

    @Test
    void day_that_is_being_written() {
        when().get("/days/2023-09-25").then().body(
                stringContainsInOrder("正在写速览", "还有 1 篇等待撰写", "有 1 篇暂时没有写成"),
                stringContainsInOrder("id=\"2309.13041\"", "速览正在撰写", "id=\"2309.12969\"", "速览暂时没有写成", "id=\"2309.12941\"",
                        "尚无速览"),
                not(containsString("回答不是中文")));
        when().get("/days.json").then().body("days.find { it.date == '2023-09-25' }.status", is("writing"));
        when().get("/days").then().body(stringContainsInOrder("/days/2023-09-25", "正在写速览", "/days/2023-09-26", "只有论文"));
        when().get("/papers/2309.13041.json").then().body("pending", is("waiting"));
        when().get("/papers/2309.12969.json").then().body("pending", is("given-up"));
        when().get("/papers/2309.13042.json").then().body("pending", is(nullValue()));
    }

    @Test
    void provenance_of_what_a_model_wrote() {
        for (String page : List.of("/papers/2309.13042", "/days/2023-09-25")) {
            when().get(page).then().body(stringContainsInOrder("由本站请语言模型写成，仅依据摘要", "some-model-1", "overview-3",
                    "2023-09-25 09:30 UTC"));
        }
        when().get("/papers/2309.13042.json").then().body("overview.provenance.source", is("model"),
                "overview.provenance.model", is("some-model-1"), "overview.provenance.promptVersion", is("overview-3"),
                "overview.provenance.basis", is("abstract"));
        when().get("/papers/2309.10668.json").then().body("overview.provenance.basis", is(nullValue()),
                "overview.provenance.promptVersion", is(nullValue()));
    }

    @Test
    void edited_overview() {
        archive.edit(ArchiveFixture.WRITTEN, ArchiveFixture.overview("改过的工作。", null, List.of(), "4.0", "4.0", "4.0"));
        when().get("/papers/2309.13042").then().body(containsString("经管理员修订"), not(containsString("未注明撰写模型")),
                not(containsString("some-model-1")));
    }

    @Test
    void fields_of_the_json() {
        when().get("/papers/2309.13042.json").then().body("abstract", is("We teach a picture maker to label its pictures."),
                "submittedAt", is("2023-09-24T12:00:00Z"), "submittedBy", is("Somebody"), "comments", is(2),
                "thumbnail", is("https://cdn.example.org/2309.13042.png"), "media", empty(), "codeStars", is(321),
                "lead", is("It labels what it draws."), "leadModel", is("a-small-model"),
                "listedKeywords.en", contains("Diffusion models", "Data augmentation"),
                "listedKeywords.tag", hasItem("diffusion-model"), "overview.keywords.en", contains("Instance segmentation"));
        when().get("/papers/2309.12941.json").then().body("abstract", is(nullValue()), "upvotes", is(nullValue()),
                "codeStars", is(nullValue()), "lead", is(nullValue()), "listedKeywords", empty(), "overview", is(nullValue()));
        when().get("/papers.json?q=augmenters").then().body("items[0].lead", is("It labels what it draws."),
                "items[0].tags", containsInAnyOrder("instance-segmentation", "diffusion-model", "data-augmentation"));
    }

    @Test
    void keywords_of_both_lead_to_the_paper() {
        when().get("/tags/diffusion-model.json").then().statusCode(200).body("items.id", hasItem("2309.13042"));
        when().get("/papers.json?tag=instance-segmentation&tag=diffusion-model").then().body("items.id",
                contains("2309.13042"));
        when().get("/papers.json?q=\"example laboratory\" films").then().body("items.id", contains("2309.13041"));
    }

    @Test
    void citation() {
        when().get("/papers/2309.13041.bib").then().body(containsString("author = {Ada Lovelace and Charles Babbage and"),
                containsString("year = {2023}"));
        when().get("/papers/2309.13041.ris").then().body(containsString("AU  - Grace Hopper"),
                containsString("DA  - 2023/09/22"), containsString("AB  - Robots watch films"), containsString("KW  - "));
        when().get("/papers/2309.13041").then().body(
                stringContainsInOrder("<meta name=\"citation_author\" content=\"Ada Lovelace\">",
                        "<meta name=\"citation_publication_date\" content=\"2023/09/22\">"));
    }

    @Test
    void feed_and_markdown_of_papers_without_overview() {
        when().get("/days/2023-09-26.atom").then().body(stringContainsInOrder("Small-scale proxies",
                "Small models break as large ones do.", "Knowledge Storage", "It stores facts.", "Where knowledge lies."));
        when().get("/papers.md?q=storage").then().body(containsString("It stores facts."), containsString("20 赞"));
        when().get("/days/2023-09-26.md").then().body(containsString("DeepSpeed-VisualChat"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/days/2023-09-25", "/days/2023-09-25.json", "/days/2023-09-25.md", "/days/2023-09-25.atom",
            "/days/2023-09-25.csv", "/days/2023-09-25.bib", "/weeks/2023-W39", "/months/2023-09.atom?size=100",
            "/papers?size=100",
            "/papers?q=pathways", "/papers?q=2309.13018", "/papers.json?size=100", "/papers.csv?size=100", "/tags",
            "/tags.json",
            "/tags?q=secret", "/suggestions?q=dynamic asr", "/suggestions?q=2309.13018", "/suggestions?q=secret",
            "/sitemap-papers-1.xml", "/sitemap-tags-1.xml" })
    void hidden_paper_is_nowhere(String address) {
        given().redirects().follow(false).when().get(address).then().statusCode(200).body(
                not(containsString("/papers/2309.13018")), not(containsString("Dynamic ASR")),
                not(containsString("Secret keyword")));
    }

    @Test
    void page_of_a_hidden_paper() {
        when().get("/papers/2309.13018").then().statusCode(404).body(containsString("管理员没有公开这一篇"));
        for (String twin : List.of("json", "md", "bib", "ris")) {
            when().get("/papers/2309.13018." + twin).then().statusCode(404);
        }
        archive.hide(ArchiveFixture.HIDDEN, false);
        fixture.awaitIndex();
        when().get("/papers/2309.13018").then().statusCode(200).body(containsString("Dynamic ASR"));
        when().get("/papers.json?q=pathways").then().body("items.id", contains("2309.13018"));
    }

    @Test
    void models_order_breaks_ties_in_the_day_alone() {
        // the same recommendation; the one that the comparison sets behind is the more novel one
        archive.write(ArchiveFixture.WAITING, ArchiveFixture.overview("看片学习。", null, List.of(), "2.0", "2.0", "4.0"),
                new sulan.archive.Provenance("some-model-1", "overview-3", java.time.Instant.parse("2023-09-25T10:00:00Z")));
        archive.order(ArchiveFixture.MONDAY, List.of(ArchiveFixture.WAITING, ArchiveFixture.WRITTEN));
        fixture.awaitIndex();
        when().get("/days/2023-09-25.json?sort=recommendation").then().body("papers.id[0]", is("2309.13041"),
                "papers[0].rank.rank", is(1), "papers[1].id", is("2309.13042"), "papers[1].rank.rank", is(2));
        when().get("/papers.json?sort=recommendation&from=2023-09-25").then().body("items.id[0]", is("2309.13042"),
                "items[0].rank.rank", is(2));
    }

    @Test
    void order_of_a_day_with_overviews_stays_that_of_the_list() {
        when().get("/days/2023-09-25.json").then().body("papers.id",
                contains("2309.13042", "2309.13041", "2309.12969", "2309.12941"), "papers.title",
                hasItems("Trained Transformers"));
    }
}
