package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import sulan.ArchiveFixture;

/** What programs get. */
@QuarkusTest
class TwinsTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void newest_edition() {
        when().get("/index.json").then().statusCode(200).body("date", is("2023-09-22"), "next", is(nullValue()));
    }

    @Test
    void calendar() {
        when().get("/days.json").then().statusCode(200)
                .body("days.date", contains("2022-12-30", "2023-09-19", "2023-09-20", "2023-09-22"),
                        "days.count", contains(1, 3, 5, 2),
                        "days.status", contains("complete", "complete", "complete", "partly-failed"));
    }

    @Test
    void day() {
        when().get("/days/2023-09-20.json").then().statusCode(200)
                .contentType("application/json;charset=UTF-8")
                .body("date", is("2023-09-20"),
                        "declaredCount", is(5),
                        "status", is("complete"),
                        "previous", is("2023-09-19"),
                        "next", is("2023-09-22"),
                        "sourceUrl", is("https://huggingface.co/papers?date=2023-09-20"),
                        "note", is("每日论文速览由语言模型生成，**仅供参考**。"),
                        "unplaced", is("没有归属的一段话。"),
                        "diagnostics", is(List.of(Map.of("level", "info", "line", 3, "message", "篇数与标题一致"))),
                        "papers.id", contains("2309.10400", "2309.10668", "2309.12307", "2309.10202", "2309.10706"));
    }

    @Test
    void day_sorted_and_filtered() {
        when().get("/days/2023-09-20.json?sort=recommendation").then()
                .body("papers.id", contains("2309.12307", "2309.10668", "2309.10706", "2309.10202", "2309.10400"));
        when().get("/days/2023-09-20.json?recommendation=4&sort=position").then()
                .body("papers.id", contains("2309.10668", "2309.12307", "2309.10706"));
        when().get("/days/2023-09-20.json?tag=large-language-model").then()
                .body("papers.id", contains("2309.10706"));
    }

    @Test
    void paper() {
        String json = when().get("/papers/2309.10668.json").then().statusCode(200).extract().asString();
        assertThat(json).isEqualTo("""
                {"id":"2309.10668","title":"Language Modeling Is Compression","abstract":null,"authors":[],"publishedAt":null,\
                "listedOn":["2023-09-20"],"upvotes":null,"organization":null,\
                "links":{"arxiv":"https://arxiv.org/abs/2309.10668","pdf":"https://arxiv.org/pdf/2309.10668",\
                "huggingFace":"https://huggingface.co/papers/2309.10668","code":null,"project":null},\
                "overview":{"mainWork":"把语言模型看作**压缩器**。","highlights":"1. 新的视角\\n2. 统一图像与音频",\
                "keywords":[{"en":"Predictive models","zh":"预测模型","tag":"predictive-model"},\
                {"en":"Compression","zh":"压缩","tag":"compression"}],\
                "ratings":{"practicality":4.0,"novelty":4.5,"recommendation":4.0},\
                "reasons":{"practicality":"可以直接用于压缩。","novelty":"视角新颖。","recommendation":"值得一读，因为它把"},\
                "comment":null,"unplaced":"另见附录。","truncated":true,\
                "diagnostics":[{"level":"warning","line":42,"message":"“打分”一节在句中断开"}],\
                "provenance":{"source":"import","model":null,"writtenAt":null,"promptVersion":null,"basis":null}},\
                "rank":{"date":"2023-09-20","rank":2,"of":5,"percentile":50},\
                "submittedAt":null,"submittedBy":null,"comments":null,"thumbnail":null,"media":[],"codeStars":null,\
                "lead":null,"leadModel":null,"listedKeywords":[],"pending":null}""");
    }

    @Test
    void paper_without_rating() {
        when().get("/papers/2309.10400.json").then()
                .body("overview.ratings", is(ratings(null, null, null)), "rank.rank", is(nullValue()), "rank.of", is(5),
                        "rank.percentile", is(nullValue()));
    }

    @Test
    void paper_with_an_old_id() {
        when().get("/papers/hep-th/9901001.json").then().statusCode(200).body("id", is("hep-th/9901001"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "json", "md" })
    void paper_with_a_version(String extension) {
        given().redirects().follow(false).when().get("/papers/2309.10668v2." + extension).then()
                .statusCode(301).header("Location", endsWith("/papers/2309.10668." + extension));
    }

    @Test
    void paper_listed_twice() {
        when().get("/papers/2309.12307.json").then()
                .body("listedOn", contains("2023-09-20", "2023-09-22"),
                        "overview.mainWork", is("再次上榜：长上下文微调。"),
                        "rank.of", is(2));
    }

    @Test
    void rating_with_two_places() {
        assertThat(when().get("/papers/2309.11495.json").asString()).contains("\"novelty\":4.25");
    }

    @Test
    void text_that_means_harm() {
        when().get("/papers/2309.10202.json").then()
                .header("X-Content-Type-Options", "nosniff")
                .body("title", startsWith("<script>alert('标题')</script> & \"quotes\" Unbroken"),
                        "overview.keywords[1]", is(Map.of("en", "<b>bold</b>", "zh", "\"'&", "tag", "b-bold-b")));
    }

    @Test
    void list() {
        when().get("/papers.json").then().statusCode(200)
                .body("total", is(10), "page", is(1), "pages", is(1),
                        "items[0].id", is("2309.12307"),
                        "items[0].title", startsWith("LongLoRA"),
                        "items[0].listedOn", contains("2023-09-20", "2023-09-22"),
                        "items[0].ratings.recommendation", is(4.5f),
                        "items[0].tags", contains("lora"),
                        "items[0].rank.rank", is(1),
                        "items[0].rank.of", is(2),
                        "facets.tag.find { it.value == 'large-language-model' }.count", is(4),
                        "facets.year.value", contains("2023", "2022"),
                        "facets.year.count", contains(9, 1),
                        "facets.recommendation.find { it.value == '4.5' }.count", is(4));
    }

    @Test
    void list_filtered_and_paged() {
        when().get("/papers.json?recommendation=4&sort=recommendation&size=2&page=2").then()
                .body("total", is(6), "page", is(2), "pages", is(3), "items.id", contains("2309.10305", "2309.10150"));
        when().get("/papers.json?tag=large-language-model&not=lora&from=2023-09-20").then()
                .body("items.id", contains("2309.11495", "2309.10706"));
        given().queryParam("q", "上下文").when().get("/papers.json").then()
                .body("items.id", contains("2309.12307", "2309.10400"));
    }

    @Test
    void list_without_results() {
        when().get("/papers.json?tag=no-such-tag").then().statusCode(200)
                .body("total", is(0), "pages", is(1), "items", is(empty()));
    }

    @Test
    void page_behind_the_last() {
        when().get("/papers.json?page=99").then().statusCode(200).body("total", is(10), "items", is(empty()));
    }

    @Test
    void week() {
        when().get("/weeks/2023-W38.json").then().statusCode(200)
                .body("name", is("2023-W38"), "from", is("2023-09-18"), "to", is("2023-09-24"),
                        "previous", is("2022-W52"), "next", is(nullValue()),
                        "days.date", contains("2023-09-19", "2023-09-20", "2023-09-22"),
                        "total", is(9), "items[0].ratings.recommendation", is(4.5f), "facets.tag", not(empty()));
    }

    @Test
    void month() {
        when().get("/months/2022-12.json").then().statusCode(200)
                .body("name", is("2022-12"), "next", is("2023-09"), "items.id", contains("hep-th/9901001"));
    }

    @Test
    void tags() {
        when().get("/tags.json").then().statusCode(200)
                .body("tags[0].slug", is("large-language-model"), "tags[0].en", is("Large language model"), "tags[0].zh",
                        is("大语言模型"), "tags[0].count", is(4));
    }

    @Test
    void tag() {
        when().get("/tags/large-language-model.json").then().statusCode(200)
                .body("slug", is("large-language-model"), "zh", is("大语言模型"), "total", is(4),
                        "items.tags", everyItem(hasItem("large-language-model")));
        given().urlEncodingEnabled(false).when().get("/tags/c%2B%2B.json").then().statusCode(200).body("slug", is("c++"));
        when().get("/tags/开源.json").then().statusCode(200).body("slug", is("open-source-model"));
    }

    @Test
    void tags_found_and_sorted_as_on_their_page() {
        when().get("/tags.json?q=hallu").then().statusCode(200).body("tags.slug", contains("hallucination"));
        when().get("/tags.json?sort=name").then().statusCode(200).body("tags[0].slug", not(is("large-language-model")));
        when().get("/tags.json?sort=colour").then().statusCode(400).body("message", containsString("weight, name, rising"));
    }

    @Test
    void day_in_pages_if_asked_for() {
        when().get("/days/2023-09-20.json?size=2").then().body("papers.id", contains("2309.10400", "2309.10668"));
        when().get("/days/2023-09-20.json?size=2&page=3").then().body("papers.id", contains("2309.10706"));
        when().get("/days/2023-09-20.json?size=&page=").then().body("papers.id", hasSize(5));
    }

    @Test
    void tag_spelt_otherwise() {
        given().redirects().follow(false).when().get("/tags/Large Language Models.json?sort=novelty").then()
                .statusCode(301).header("Location", endsWith("/tags/large-language-model.json?sort=novelty"));
    }

    @Test
    void status() {
        when().get("/status.json").then().statusCode(200)
                .body("editions", is(4), "papers", is(10), "overviews", is(10), "newest", is("2023-09-22"),
                        "running", is(nullValue()), "runs", is(empty()), "files", is(empty()));
    }

    @Test
    void about() {
        when().get("/about.json").then().statusCode(200)
                .body("name", containsString("速览"), "addresses", hasItems("/papers.json", "/days/{date}.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/days/2023-09-21.json", "/days/2023-02-30.json", "/days/yesterday.json",
            "/papers/2309.99999.json",
            "/papers/x.json", "/tags/no-such-tag.json", "/weeks/2023-W54.json", "/weeks/2023-W01.json", "/months/2023-13.json",
            "/months/2021-01.json", "/no-such-thing.json" })
    void nothing_there(String address) {
        when().get(address).then().statusCode(404)
                .contentType("application/json")
                .body("", hasEntry("status", 404), "error", is("Not Found"), "message", not(empty()));
    }

    @Test
    void day_without_edition_tells_its_neighbours() {
        assertThat(when().get("/days/2023-09-21.json").asString()).contains("/days/2023-09-20", "/days/2023-09-22")
                .doesNotContain("下面");
    }

    @ParameterizedTest
    @CsvSource({ "/papers.json?sort=best, recommendation", "/papers.json?page=0, 1", "/papers.json?size=101, 100",
            "/papers.json?recommendation=6, 5", "/papers.json?from=yesterday, 2023-09-20", "/papers.json?rated=yes, true",
            "/days/2023-09-20.json?sort=best, position", "/tags/compression.json?page=x, x",
            "/weeks/2023-W38.json?novelty=-1, 5" })
    void value_that_makes_no_sense(String address, String help) {
        when().get(address).then().statusCode(400)
                .contentType("application/json")
                .body("status", is(400), "error", is("Bad Request"), "message", containsString(help));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers.json?q=%00", "/papers.json?q=a%00b", "/papers.json?tag=%00", "/papers.json?not=%00",
            "/tags/%00.json", "/papers/%00.json", "/papers/%00.md", "/days/%00.json", "/weeks/%00.json",
            "/days/%2B999999999-12-31.json", "/days/-0001-01-01.json", "/weeks/0000-W01.json", "/months/0000-01.json",
            "/papers.json?from=%2B999999999-12-31", "/papers.json?q=%25_!%27%22%5C", "/papers.json?q=%ff%fe",
            "/papers.json?q=%ED%A0%80", "/papers.json?tag=%F0%9F%98%80", "/papers.json?page=1000000",
            "/tags/..%2F..%2Fetc%2Fpasswd.json" })
    void address_that_tries_the_database(String address) {
        assertThat(given().urlEncodingEnabled(false).when().get(address).statusCode()).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/days.json", "/days/2023-09-20.json", "/days/2023-09-20.md", "/papers/2309.10668.json",
            "/papers/2309.10668.md", "/papers.json" })
    void twin_whatever_is_accepted(String address) {
        for (String accept : List.of("text/html", "image/png", "application/xml;q=0.5")) {
            given().accept(accept).when().get(address).then().statusCode(200);
        }
    }

    @Test
    void wrong_method() {
        when().delete("/papers.json").then().statusCode(405).contentType("application/json").body("status", is(405));
    }

    @Test
    void empty_archive() {
        archive.empty();
        when().get("/index.json").then().statusCode(404);
        when().get("/days.json").then().statusCode(200).body("days", is(empty()));
        when().get("/papers.json").then().statusCode(200).body("total", is(0));
        when().get("/tags.json").then().statusCode(200).body("tags", is(empty()));
        when().get("/status.json").then().statusCode(200).body("newest", is(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/index.json", "/days.json", "/days/2023-09-20.json", "/papers.json", "/papers/2309.10668.json",
            "/weeks/2023-W38.json", "/months/2023-09.json", "/tags.json", "/tags/compression.json", "/status.json",
            "/about.json" })
    void head(String address) {
        Response head = when().head(address);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(head.asString()).isEmpty();
        assertThat(when().get(address).asByteArray().length).isGreaterThanOrEqualTo(2);
    }

    private static Map<String, Object> ratings(Float practicality, Float novelty, Float recommendation) {
        Map<String, Object> ratings = new java.util.HashMap<>();
        ratings.put("practicality", practicality);
        ratings.put("novelty", novelty);
        ratings.put("recommendation", recommendation);
        return ratings;
    }
}
