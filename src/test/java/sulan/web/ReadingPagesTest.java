package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** Papers that a reader chose, by their ids. */
@QuarkusTest
class ReadingPagesTest {

    private static final Pattern CARD = Pattern.compile("class=\"card\" data-paper=\"([^\"]+)\"");

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
        archive.listed();
    }

    @Test
    void page_that_is_the_same_for_everybody() {
        String page = when().get("/reading").then().statusCode(200)
                .body(containsString("<meta name=\"robots\" content=\"noindex\">"), containsString("<noscript>"))
                .extract().asString();
        assertThat(cards(page)).isEmpty();
    }

    @Test
    void papers_in_the_order_of_their_ids_with_those_that_are_not_there() {
        String page = when().get("/reading?ids=2309.10668,hep-th/9901001,2309.99999,2309.12307,2309.10668,"
                + ArchiveFixture.HIDDEN).then().statusCode(200).extract().asString();
        assertThat(cards(page)).containsExactly("2309.10668", "hep-th/9901001", "2309.12307");
        assertThat(page).contains("<code>2309.99999</code> <code>" + ArchiveFixture.HIDDEN + "</code>")
                .doesNotContain("Dynamic ASR Pathways")
                .contains("href=\"/reading.md?ids=2309.10668,hep-th/9901001,2309.99999,2309.12307,2309.13018\"");
    }

    @Test
    void fragment() {
        String fragment = given().header("HX-Request", "true").when().get("/reading?ids=2309.12307").then().statusCode(200)
                .header("HX-Push-Url", "false").body(not(containsString("<html"))).extract().asString();
        assertThat(cards(fragment)).containsExactly("2309.12307");
    }

    @Test
    void what_a_list_tells_of_its_papers() {
        assertThat(when().get("/reading?ids=2309.12307,2309.13042").asString())
                .contains("data-listed=\"2309.12307|2023-09-20,2023-09-22|")
                .containsPattern("2309.13042\\|2023-09-25\\|instance-segmentation,[^ \"]*diffusion-model");
    }

    @ParameterizedTest
    @ValueSource(strings = { "23.1", "2309.10668v2", "2309.10668,,2309.12307", "2309.10668;x", "../etc", "<b>" })
    void no_ids(String ids) {
        given().queryParam("ids", ids).when().get("/reading").then().statusCode(400).body(containsString("不是论文编号"));
        given().queryParam("ids", ids).when().get("/reading.bib").then().statusCode(400)
                .body("message", containsString("不是论文编号"));
    }

    @ParameterizedTest
    @CsvSource({ "200, 200", "201, 400" })
    void as_many_as_can_be_asked_for(int papers, int status) {
        String ids = IntStream.range(0, papers).mapToObj(n -> "2401.%05d".formatted(n)).collect(Collectors.joining(","));
        for (String page : List.of("/reading", "/reading.md", "/reading.bib")) {
            when().get(page + "?ids=" + ids).then().statusCode(status);
        }
    }

    @Test
    void markdown() {
        String document = when().get("/reading.md?ids=2309.12307,2309.10668").then().statusCode(200)
                .contentType(startsWith("text/markdown")).header("X-Robots-Tag", "noindex").extract().asString();
        assertThat(document).startsWith("# 收藏的论文\n\n2 篇 · [").contains("/reading?ids=2309.12307,2309.10668)",
                "1. [LongLoRA", "2. [Language Modeling Is Compression]", "arXiv:2309.10668 · 2023-09-20");
        assertThat(when().get("/reading.md").asString()).contains("0 篇");
    }

    @Test
    void bibtex() {
        when().get("/reading.bib?ids=2309.10668,2309.12307").then().statusCode(200)
                .header("Content-Disposition", is("attachment; filename=\"sulan-reading.bib\""))
                .body(startsWith("@misc{arXiv:2309.10668,"), containsString("@misc{arXiv:2309.12307,"));
    }

    private static List<String> cards(String page) {
        return CARD.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
