package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** All tags, and one tag. */
@QuarkusTest
class TagPagesTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void most_frequent_first() {
        when().get("/tags").then().statusCode(200).body(
                stringContainsInOrder("href=\"/tags/large-language-model\"", "大语言模型", "href=\"/tags/c%2B%2B\""),
                containsString("href=\"/tags?sort=name\""));
    }

    @Test
    void by_name() {
        when().get("/tags?sort=name").then().statusCode(200).body(
                stringContainsInOrder("C++", "幻觉", "开源", "弦论"), containsString("name=\"sort\" value=\"name\""));
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
        when().get("/tags?sort=colour").then().statusCode(400).body(containsString("weight、name"),
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
}
