package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.TagCuration;
import sulan.digest.DigestPaper;
import sulan.digest.Keyword;

/** All tags, and one tag. */
@QuarkusTest
class TagPagesTest {

    @Inject
    ArchiveFixture archive;
    @Inject
    TagCuration curation;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void most_frequent_first() {
        when().get("/tags").then().statusCode(200).body(
                stringContainsInOrder("href=\"/tags/large-language-model\"", "大语言模型", "href=\"/tags/compression\""),
                not(containsString("href=\"/tags/c%2B%2B\"")), containsString("href=\"/tags?sort=name\""));
    }

    @Test
    void by_name() {
        when().get("/tags?sort=name").then().statusCode(200).body(
                stringContainsInOrder("LoRA", "幻觉", "开源", "压缩"), containsString("name=\"sort\" value=\"name\""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "hallu", "HALLU", "幻" })
    void part_of_a_name(String part) {
        given().queryParam("q", part).header("HX-Request", "true").when().get("/tags").then().statusCode(200).body(
                containsString("id=\"names\""), containsString("1 个标签"), containsString("/tags/hallucination"),
                not(containsString("<html")));
    }

    @Test
    void no_such_name() {
        when().get("/tags?q=zebra").then().statusCode(200).body(containsString("没有这样的标签"), containsString("href=\"/tags\""));
    }

    @Test
    void unknown_order() {
        when().get("/tags?sort=colour").then().statusCode(400).body(containsString("weight, name, rising"),
                containsString("href=\"/tags\""));
    }

    @Test
    void papers_of_a_tag_with_filters() {
        when().get("/tags/large-language-model").then().statusCode(200).body(
                stringContainsInOrder("<h1>", "大语言模型", "Large language model", "</h1>"), containsString("<b>4</b> 篇"),
                containsString("href=\"/tags/large-language-model?sort=recommendation\""),
                containsString("href=\"/tags/large-language-model?tag=hallucination\""));
        when().get("/tags/large-language-model?tag=hallucination").then().body(containsString("<b>1</b> 篇"));
    }

    @Test
    void exclusion_of_the_tag_itself() {
        when().get("/tags/lora?not=lora").then().statusCode(200).body(containsString("<b>0</b> 篇"),
                stringContainsInOrder("href=\"/tags/lora\"", "去掉 排除：", "<span class=\"count\">1 篇</span>"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Large Language Models", "large-language models", "ＬＡＲＧＥ Language Model" })
    void other_spelling(String spelling) {
        given().redirects().follow(false).when().get("/tags/{spelling}?sort=novelty", spelling).then().statusCode(301)
                .header("Location", endsWith("/tags/large-language-model?sort=novelty"));
    }

    @Test
    void tag_with_signs_in_its_slug() {
        given().urlEncodingEnabled(false).when().get("/tags/c%2B%2B").then().statusCode(200).body(containsString("C++"));
    }

    @Test
    void unknown_tag() {
        when().get("/tags/zebra").then().statusCode(404)
                .body(containsString("没有标签“zebra”"), containsString("href=\"/papers?q=zebra\""));
    }

    @Test
    void hub() {
        when().get("/tags/large-language-model").then().statusCode(200).body(
                stringContainsInOrder("大语言模型", "Large language model", "海量文本", "trained on very large", "4 篇",
                        "2023年9月19日至 2023年9月22日", "中文别名", "大型语言模型", "英文别名", "LLM"),
                not(containsString("style=")));
        when().get("/tags/lora").then().body(containsString("<h1>"), not(containsString("<svg viewBox=\"0 0 -")));
    }

    @Test
    void hub_as_json() {
        when().get("/tags/large-language-model.json").then().statusCode(200).body("slug", is("large-language-model"),
                "count", is(4), "firstListedOn", is("2023-09-19"), "lastListedOn", is("2023-09-22"),
                "description.zh", containsString("海量文本"), "per", is("week"), "history.period", contains("2023-W38"),
                "history.count", contains(4), "total", is(4), "aliases.find { it.spelling == 'LLM' }.source", is("vocabulary"),
                "aliases.find { it.spelling == '大型语言模型' }.language", is("zh"));
    }

    @Test
    void aliases_and_candidates_of_a_tag_of_peoples_own_words() {
        archive.of(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 2,
                paper(1, "Joint Audio Text (JAT)", "联合音频文本"), paper(2, "joint audio-text", "音频文本联合")));
        when().get("/tags/joint-audio-text.json").then().body("aliases.spelling", contains("JAT"), "aliases.source",
                contains("acronym"), "candidates.zh", contains("音频文本联合"), "candidates.papers", contains(1),
                "description.zh", nullValue());
        when().get("/tags/joint-audio-text").then().body(stringContainsInOrder("其他译法", "音频文本联合"));
        moved("/tags/jat", "/tags/joint-audio-text");
        moved("/tags/jat.json?page=2", "/tags/joint-audio-text.json?page=2");
        when().get("/tags/音频文本联合").then().statusCode(404);
    }

    @Test
    void related_tags() {
        when().get("/tags/large-language-model.json").then().body("related", empty());
        archive.of(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 5, paper(1, "Gizmo", null, "Gadget"),
                paper(2, "Gizmo", null, "Gadget"), paper(3, "Gizmo", null, "Widget"), paper(4, "Widget", null),
                paper(5, "Widget", null)));
        // 2 papers in common of 3 and 2, in 5: 2 * 5 / (3 * 2)
        when().get("/tags/gizmo.json").then().body("related.slug", contains("gadget"), "related[0].together", is(2),
                "related[0].lift", is(1.67f));
        when().get("/tags/gizmo").then().body(stringContainsInOrder("相关标签", "/tags/gadget", "同现 2 篇，是随机的 1.7 倍"));
    }

    @Test
    void merged_tag() {
        curation.merge("lora", "compression", "ann");
        moved("/tags/lora?sort=novelty", "/tags/compression?sort=novelty");
        moved("/tags/LoRA.json", "/tags/compression.json");
        when().get("/tags/compression.json").then().body("total", is(2),
                "aliases.find { it.spelling == 'LoRA' }.source", is("merge"));
        when().get("/tags.json?q=lora").then().body("tags.slug", contains("compression"));
        when().get("/papers.json?tag=lora").then().body("total", is(2));
        curation.undoMerge("lora", "ann");
        when().get("/tags/lora.json").then().statusCode(200).body("total", is(1));
    }

    @Test
    void alias_of_the_operator() {
        curation.addAlias("Rank tricks", "lora", "ann");
        moved("/tags/rank-trick", "/tags/lora");
        when().get("/tags/lora.json").then().body("aliases[0].spelling", is("Rank tricks"), "aliases[0].source",
                is("operator"));
        when().get("/tags.json?q=rank tri").then().body("tags.slug", contains("lora"));
    }

    @Test
    void tag_of_one_paper_by_its_name_only() {
        archive.of(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 3, paper(1, "Gizmo", null), paper(2, "Gizmos", null),
                paper(3, "Widget", null, "LoRA")));
        when().get("/tags.json").then().body("tags.slug", contains("gizmo", "lora"), "total", is(2), "single", is(1));
        when().get("/tags").then().body(containsString("另有 1 个标签"), not(containsString("/tags/widget")));
        when().get("/tags?q=widget").then().body(containsString("/tags/widget"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "大型语言", "llm", "ＬＬＭ", "large-scale lang" })
    void part_of_an_alias(String part) {
        given().queryParam("q", part).when().get("/tags.json").then().body("tags.slug", hasItem("large-language-model"));
    }

    private static void moved(String from, String to) {
        given().redirects().follow(false).when().get(from).then().statusCode(301).header("Location", endsWith(to));
    }

    private static DigestPaper paper(int position, String en, String zh, String... others) {
        List<Keyword> keywords = new ArrayList<>(List.of(new Keyword(en, zh)));
        Arrays.stream(others).forEach(other -> keywords.add(new Keyword(other, null)));
        return ArchiveFixture.paper(position, "2309.0000" + position, "Paper",
                ArchiveFixture.overview("工作", null, keywords, null, null, null));
    }
}
