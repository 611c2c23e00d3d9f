package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import sulan.ArchiveFixture;

/** What the search box suggests. */
@QuarkusTest
class SuggestionPagesTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    private static ValidatableResponse suggested(String typed) {
        return given().queryParam("q", typed).when().get("/suggestions").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "大语言, /tags/large-language-model, 4 篇", "LARGE LANG, /tags/large-language-model, 4 篇",
            "ｌａｒｇｅ, /tags/large-language-model, 4 篇", "language model, /tags/large-language-model, 4 篇",
            "LLM, /tags/large-language-model, 4 篇",
            "tag:lo, /tags/lora, LoRA", "标签：幻, /tags/hallucination, 1 篇", "c++, /tags/c%2B%2B, 1 篇" })
    void tag(String typed, String address, String shown) {
        suggested(typed).body(stringContainsInOrder("role=\"option\"", "data-address=\"" + address + "\"", shown));
    }

    @Test
    void names_that_begin_so_come_first() {
        // more papers carry large language models, but only these begin with it
        suggested("mul").body(stringContainsInOrder("data-tag=\"multimodal"));
        suggested("mod").body(stringContainsInOrder("data-tag=\"large-language-model\"", "data-tag=\"predictive-model\""));
    }

    @ParameterizedTest
    @CsvSource({ "context, 2309.12307", "efficient long, 2309.12307", "title:verif, 2309.11495", "2309.10668, 2309.10668",
            "https://arxiv.org/abs/2309.10668v1, 2309.10668" })
    void paper(String typed, String id) {
        suggested(typed).body(stringContainsInOrder("role=\"option\"", "data-address=\"/papers/" + id + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "zebra", "rec>=", "-", "(", "date:2023", "%", "_x", "author:Li" })
    void nothing_to_suggest(String typed) {
        suggested(typed).body(not(containsString("role=\"option\"")));
    }

    @Test
    void without_words() {
        when().get("/suggestions").then().statusCode(200).body(is(emptyString()));
    }

    @Test
    void hostile_text() {
        suggested("script").body(containsString("&lt;script&gt;alert"), not(containsString("<script")));
        suggested("x".repeat(1000));
        suggested("(\"" + "-(".repeat(300));
    }

    @Test
    void nothing_for_robots_to_list() {
        suggested("LLM").header("X-Robots-Tag", "noindex");
    }
}
