package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import sulan.ArchiveFixture;
import sulan.search.Words;

/** The list of all papers, and one paper. */
@QuarkusTest
class PaperPagesTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void newest_first() {
        when().get("/papers").then().statusCode(200).body(containsString("<b>10</b> 篇"),
                stringContainsInOrder("LongLoRA", "Chain-of-Verification", "Language Modeling", "Contrastive",
                        "Strings and Duality"));
    }

    @ParameterizedTest
    @CsvSource({ "q=long context, 1", "q=长上下文, 1", "tag=large-language-model, 4",
            "tag=large-language-model&tag=hallucination, 1",
            "not=large-language-model, 6", "from=2023-09-20, 6", "to=2022-12-31, 1", "from=2023-09-20&to=2023-09-21, 5",
            "recommendation=4.5, 4", "novelty=4.5, 2", "practicality=4.5, 4", "rated=true, 8" })
    void filter(String parameters, int total) {
        when().get("/papers?" + parameters).then().statusCode(200)
                .body(containsString("<b>" + total + "</b> 篇"));
    }

    @Test
    void chips_each_with_the_list_without_it() {
        when().get("/papers?q=LLM&tag=large-language-model&recommendation=4&sort=novelty").then().body(
                containsString("“LLM”"),
                containsString("href=\"/papers?tag=large-language-model&amp;recommendation=4&amp;sort=novelty\""),
                containsString("标签：大语言模型"), containsString("href=\"/papers?q=LLM&amp;recommendation=4&amp;sort=novelty\""),
                containsString("推荐度 ≥ 4"),
                containsString("href=\"/papers?q=LLM&amp;tag=large-language-model&amp;sort=novelty\""),
                containsString("id=\"clear\" class=\"clear\" href=\"/papers?sort=novelty\""));
    }

    @Test
    void chips_of_words_each_with_the_list_without_it() {
        given().queryParam("q", "大模型 title:\"long context\" -survey tag:LLM -tag:lora 推荐≥4.5 date:2023-09..")
                .when().get("/papers?sort=novelty").then().statusCode(200).body(
                        stringContainsInOrder("“大模型”", "标题含词组“long context”", "不含“survey”", "标签：大语言模型", "排除：LoRA",
                                "推荐度 ≥ 4.5", "日期：2023-09-01 至 …"),
                        containsString(
                                "href=\"/papers?q=%E5%A4%A7%E6%A8%A1%E5%9E%8B+title%3A%22long+context%22+tag%3ALLM+-tag%3Alora"
                                        + "+%E6%8E%A8%E8%8D%90%E2%89%A54.5+date%3A2023-09..&amp;sort=novelty\""),
                        not(containsString("class=\"misread\"")));
    }

    @Test
    void alternatives_are_one_chip() {
        given().queryParam("q", "(LoRA OR \"a b\" tag:lora) -(x y) date:2023-09-20").when().get("/papers").then().body(
                containsString("“LoRA” 或 （词组“a b” 且 标签：LoRA）"), containsString("不要 （“x” 且 “y”）"),
                containsString("日期：2023-09-20"));
    }

    @Test
    void words_that_were_not_understood() {
        given().queryParam("q", "LoRA date:2023-13 \"<b>").when().get("/papers").then().statusCode(200).body(
                stringContainsInOrder("<q>LoRA <mark>date:2023-13</mark> &quot;&lt;b&gt;</q>", "没有这样的日期",
                        "<q>LoRA date:2023-13 <mark>&quot;</mark>&lt;b&gt;</q>", "缺少后引号"));
    }

    @Test
    void empty_result_with_each_of_the_words_to_leave_out() {
        given().queryParam("q", "zebra LongLoRA rec>=4").when().get("/papers").then().statusCode(200).body(
                stringContainsInOrder("href=\"/papers?q=LongLoRA+rec%3E%3D4\"", "去掉 “zebra”", "1 篇"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2309.10668", "arXiv:2309.10668v3", "https://arxiv.org/pdf/2309.10668.pdf",
            " huggingface.co/papers/2309.10668 " })
    void id_or_address_of_a_paper_leads_to_it(String words) {
        given().redirects().follow(false).queryParam("q", words).when().get("/papers").then().statusCode(303)
                .header("Location", endsWith("/papers/2309.10668")).header("Vary", containsString("HX-Request"));
        given().header("HX-Request", "true").queryParam("q", words).when().get("/papers").then().statusCode(204)
                .header("HX-Redirect", "/papers/2309.10668");
        given().queryParam("q", words).when().get("/papers.json").then().statusCode(200)
                .body("items.id", contains("2309.10668"));
    }

    @Test
    void id_of_a_paper_that_is_not_there() {
        given().queryParam("q", "2309.99999").when().get("/papers").then().statusCode(200).body(containsString("没有符合条件的论文"));
    }

    @Test
    void examples_of_the_syntax() {
        when().get("/papers").then().body(stringContainsInOrder("<details class=\"syntax\">", "href=\"/papers?q=rec%3E%3D4.5\"",
                "rec&gt;=4.5</a>"));
        for (SyntaxExample example : SyntaxExample.values()) {
            assertThat(Words.parse(example.words()).problems()).isEmpty();
        }
    }

    @Test
    void form_that_keeps_what_it_does_not_show() {
        when().get("/papers?tag=hallucination&not=lora&sort=novelty&size=5&recommendation=4.2").then().body(
                containsString("<input type=\"hidden\" name=\"tag\" value=\"hallucination\">"),
                containsString("<input type=\"hidden\" name=\"not\" value=\"lora\">"),
                containsString("<input type=\"hidden\" name=\"sort\" value=\"novelty\">"),
                containsString("<input type=\"hidden\" name=\"size\" value=\"5\">"),
                containsString("<option value=\"4.2\" selected>"),
                stringContainsInOrder("name=\"q\"", ">搜索</button>", "name=\"recommendation\""));
    }

    @Test
    void facets_with_counts() {
        when().get("/papers").then().body(
                stringContainsInOrder("href=\"/papers?tag=large-language-model\"", "大语言模型", "<span class=\"count\">4</span>"),
                stringContainsInOrder("href=\"/papers?from=2022-01-01&amp;to=2022-12-31\"", "<span class=\"count\">1</span>"));
    }

    @Test
    void pages() {
        when().get("/papers?size=3&page=2").then().body(containsString("第 2 / 4 页"),
                containsString("rel=\"prev\" href=\"/papers?size=3\""),
                containsString("rel=\"next\" href=\"/papers?page=3&amp;size=3\""),
                containsString("aria-current=\"page\">2</a>"));
    }

    @Test
    void page_behind_the_last() {
        when().get("/papers?page=99").then().statusCode(200).body(containsString("这份列表只有 1 页"),
                containsString("href=\"/papers\""));
    }

    @Test
    void empty_result_with_what_to_loosen() {
        when().get("/papers?q=zebra&recommendation=4.5").then().statusCode(200).body(containsString("没有符合条件的论文"),
                stringContainsInOrder("href=\"/papers?recommendation=4.5\"", "去掉 “zebra”", "4 篇"));
    }

    @ParameterizedTest
    @CsvSource({ "true,,,true", "true,true,,false", "true,,true,false", ",,,false" })
    void fragment_only_for_htmx_itself(String request, String boosted, String restored, boolean fragment) {
        var asking = given();
        if (request != null) {
            asking.header("HX-Request", request);
        }
        if (boosted != null) {
            asking.header("HX-Boosted", boosted);
        }
        if (restored != null) {
            asking.header("HX-History-Restore-Request", restored);
        }
        String body = asking.when().get("/papers?sort=novelty").then().statusCode(200)
                .header("Vary", containsString("HX-Request"))
                .extract().asString();
        assertThat(body).contains("<section id=\"papers\"");
        assertThat(!body.contains("<html")).isEqualTo(fragment);
    }

    @Test
    void twin_of_the_list_that_a_fragment_shows() {
        given().header("HX-Request", "true").when().get("/papers?sort=novelty").then()
                .body(containsString("href=\"/papers.json?sort=novelty\""),
                        containsString("href=\"/papers.atom?sort=novelty\""));
    }

    @Test
    void paper() {
        when().get("/papers/2309.12307").then().statusCode(200).body(
                containsString("<h1 class=\"title\" lang=\"en\">LongLoRA"), containsString("再次上榜"),
                stringContainsInOrder("href=\"/days/2023-09-20#2309.12307\"", "href=\"/days/2023-09-22#2309.12307\""),
                containsString("<link rel=\"canonical\" href=\"/papers/2309.12307\">"),
                containsString(
                        "<link rel=\"alternate\" type=\"application/json\" title=\"JSON\" href=\"/papers/2309.12307.json\">"),
                containsString("<link rel=\"alternate\" type=\"application/x-bibtex\" title=\"BibTeX\" "
                        + "href=\"/papers/2309.12307.bib\">"));
    }

    @Test
    void neighbours_by_recommendation_in_the_newest_edition() {
        when().get("/papers/2309.10668").then().body(
                stringContainsInOrder("rel=\"prev\" href=\"/papers/2309.12307\"", "LongLoRA", "<b>2</b> / 5",
                        "href=\"/days/2023-09-20#2309.10668\"", "rel=\"next\" href=\"/papers/2309.10706\"", "OpenBA"));
        when().get("/papers/2309.10400").then().body(containsString("<b>5</b> / 5"), not(containsString("rel=\"next\"")));
        when().get("/papers/2309.12307").then().body(containsString("<b>1</b> / 2"), not(containsString("rel=\"prev\"")));
    }

    @Test
    void overview_that_a_list_opens_in_place() {
        given().header("HX-Request", "true").when().get("/papers/2309.10668").then().statusCode(200)
                .header("HX-Push-Url", "false").header("Vary", containsString("HX-Request"))
                .body(stringContainsInOrder("主要工作", "主要亮点", "评分理由", "https://arxiv.org/abs/2309.10668", "来自导入的每日速览文件"),
                        not(containsString("<html")));
        when().get("/papers").then().body(
                stringContainsInOrder("data-paper=\"2309.10668\"", "hx-get=\"/papers/2309.10668\"", "速览全文"),
                not(containsString("统一图像与音频")));
    }

    @Test
    void citation() {
        when().get("/papers/2309.10668").then().body(
                containsString("<meta name=\"citation_title\" content=\"Language Modeling Is Compression\">"),
                containsString("<meta name=\"citation_publication_date\" content=\"2023/09\">"),
                containsString("<meta name=\"citation_arxiv_id\" content=\"2309.10668\">"),
                containsString("<meta name=\"citation_pdf_url\" content=\"https://arxiv.org/pdf/2309.10668\">"),
                not(containsString("citation_author")));
    }

    @Test
    void description_for_search_engines() {
        JsonPath article = description("/papers/2309.10668");
        assertThat(article.getString("'@type'")).isEqualTo("ScholarlyArticle");
        assertThat(article.getString("headline")).isEqualTo("Language Modeling Is Compression");
        assertThat(article.getString("datePublished")).isEqualTo("2023-09");
        assertThat(article.getList("keywords")).containsExactly("Predictive models", "Compression");
        assertThat(article.getMap("")).doesNotContainKeys("author", "abstract");
    }

    @Test
    void description_of_hostile_title() {
        assertThat(description("/papers/2309.10202").getString("headline"))
                .startsWith("<script>alert('标题')</script> & \"quotes\"");
    }

    private static JsonPath description(String address) {
        Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">([^<>&]*)</script>")
                .matcher(when().get(address).asString());
        assertThat(script.find()).isTrue();
        return JsonPath.from(script.group(1));
    }

    @Test
    void what_was_found_beyond_title_and_lead() {
        when().get("/papers?q=视角").then().statusCode(200)
                .body(containsString("<p class=\"passage\""), containsString("新的<mark>视角</mark>"));
        when().get("/papers?q=压缩").then().statusCode(200)
                .body(containsString("<span lang=\"zh-CN\"><mark>压缩</mark></span>"), not(containsString("class=\"passage\"")));
    }

    @Test
    void sections_in_the_order_of_the_digest() {
        when().get("/papers/2309.10668").then().body(
                stringContainsInOrder("主要工作", "主要亮点", "关键词", "评分理由", "推荐度", "实用性", "创新性", "来自导入的每日速览文件"));
    }

    @Test
    void paper_with_an_old_id() {
        when().get("/papers/hep-th/9901001").then().statusCode(200).body(containsString("Strings and Duality"));
    }

    @ParameterizedTest
    @CsvSource({ "2309.10668v2, 2309.10668", "math.GT/0309136v12, math.GT/0309136", "hep-th/9901001v1, hep-th/9901001" })
    void version(String given, String id) {
        given().redirects().follow(false).when().get("/papers/" + given).then().statusCode(301)
                .header("Location", endsWith("/papers/" + id));
    }

    @ParameterizedTest
    @ValueSource(strings = { "foo%20barv2", "a%5Bv1", "%E8%AE%BA%E6%96%87v1", "v1", "2309.10668v", "a/b/cv3", "%22v1" })
    void version_of_what_is_no_id(String given) {
        for (String extension : List.of("", ".json", ".md")) {
            given().urlEncodingEnabled(false).when().get("/papers/" + given + extension).then().statusCode(404);
        }
    }

    @Test
    void unknown_paper() {
        when().get("/papers/2401.99999").then().statusCode(404).body(
                containsString("存档里没有论文 2401.99999"), containsString("https://arxiv.org/abs/2401.99999"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/days/2023-09-20", "/papers", "/papers/2309.10202", "/weeks/2023-W38", "/tags" })
    void hostile_text(String path) {
        String body = when().get(path).then().statusCode(200).extract().asString();
        assertThat(body).doesNotContain("<script>", "<img", "javascript:alert", "</textarea>", "<b>bold", "style=\"")
                .doesNotContainPattern(Pattern.compile("\\son\\w+=\""));
        if (path.contains("papers")) {
            // an apostrophe means nothing in the text of an element
            assertThat(body.replace("&#39;", "'"))
                    .contains("&lt;script&gt;alert('标题')&lt;/script&gt; &amp; &quot;quotes&quot;");
        }
    }

    @Test
    void what_was_found_is_marked() {
        when().get("/papers?q=compression title:language").then().statusCode(200)
                .body(containsString("<mark>Language</mark> Modeling Is <mark>Compression</mark>"));
        when().get("/papers?q=压缩器").then().statusCode(200).body(containsString("把语言模型看作<mark>压缩器</mark>。"));
        when().get("/days/2023-09-20?q=压缩器").then().statusCode(200)
                .body(containsString("把语言模型看作<strong><mark>压缩器</mark></strong>。"));
    }

    @Test
    void months_and_other_facets() {
        when().get("/papers?from=2023-01-01&to=2023-12-31").then().statusCode(200)
                .body(containsString("href=\"/papers?from=2023-09-01&amp;to=2023-09-30\""), containsString("9月"),
                        containsString("href=\"/papers?from=2023-01-01&amp;to=2023-12-31&amp;rated=true\""));
    }

    @Test
    void hostile_words() {
        given().queryParam("q", "\"><script>alert(1)</script>").when().get("/papers").then().statusCode(200).body(
                not(containsString("<script>alert")),
                containsString("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""));
    }
}
