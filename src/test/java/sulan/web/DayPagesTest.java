package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.digest.Overview;
import sulan.digest.Reasons;

/** The archive by date. */
@QuarkusTest
class DayPagesTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void calendar() {
        when().get("/days").then().statusCode(200).body(
                stringContainsInOrder("id=\"y2023\"", "3 天，10 篇", "href=\"/days/2023-09-19\"", "id=\"y2022\"", "1 天，1 篇"),
                not(containsString("/days/2023-09-21")));
    }

    @Test
    void date_weekday_and_count() {
        when().get("/days/2023-09-20").then().statusCode(200).body(
                "html.@lang", is("zh-CN"),
                "html.head.title", is("2023年9月20日的论文 · 速览 Sulan"));
        when().get("/days/2023-09-20").then().body(
                containsString("星期三"), containsString("5 篇"), containsString(">当周</a>"), containsString(">当月</a>"),
                not(containsString("原文称")),
                containsString("href=\"https://huggingface.co/papers?date=2023-09-20\""));
    }

    @Test
    void declared_count_that_differs() {
        when().get("/days/2023-09-22").then().body(containsString("2 篇"), containsString("原文称共 3 篇"));
    }

    @Test
    void neighbours_across_a_day_without_edition() {
        when().get("/days/2023-09-20").then().body(
                containsString("rel=\"prev\" href=\"/days/2023-09-19\""),
                containsString("rel=\"next\" href=\"/days/2023-09-22\""));
        when().get("/days/2023-09-22").then().body(not(containsString("rel=\"next\"")));
    }

    @Test
    void contents_by_rank_and_cards_by_position() {
        when().get("/days/2023-09-20").then().body(
                stringContainsInOrder("href=\"#2309.12307\"", "href=\"#2309.10668\"", "href=\"#2309.10706\"",
                        "href=\"#2309.10202\"",
                        "href=\"#2309.10400\""),
                stringContainsInOrder("id=\"2309.10400\"", "id=\"2309.10668\"", "id=\"2309.12307\"", "id=\"2309.10202\"",
                        "id=\"2309.10706\""));
    }

    @Test
    void card_with_its_sections() {
        when().get("/days/2023-09-20").then().body(stringContainsInOrder(
                "id=\"2309.10668\"", "Language Modeling Is Compression", "未写完", "当日名次 <b>2</b> / 5",
                "把语言模型看作压缩器。", "<span lang=\"zh-CN\">预测模型</span> <span lang=\"en\">Predictive models</span>",
                "<details class=\"overview\">",
                "把语言模型看作<strong>压缩器</strong>", "主要亮点", "<ol>", "<li>新的视角</li>", "评分理由", "推荐度", "实用性",
                "可以直接用于压缩。", "另见附录。", "“打分”一节在句中断开",
                "https://huggingface.co/papers/2309.10668", "https://arxiv.org/abs/2309.10668",
                "https://arxiv.org/pdf/2309.10668", "来自导入的每日速览文件"));
    }

    @Test
    void rank_in_the_day_of_a_paper_listed_again_later() {
        when().get("/days/2023-09-20").then()
                .body(stringContainsInOrder("id=\"2309.12307\"", "当日名次 <b>1</b> / 5", "id=\"2309.10202\""));
        when().get("/days/2023-09-22").then().body(stringContainsInOrder("id=\"2309.12307\"", " / 2"));
    }

    @Test
    void absent_rating() {
        when().get("/days/2023-09-20").then().body(
                stringContainsInOrder("id=\"2309.10400\"", "absent unrated", "—</span> 未评分", "id=\"2309.10668\""),
                stringContainsInOrder("id=\"2309.10202\"", "创新性", "—</span> <span class=\"words\">未评分", "id=\"2309.10706\""),
                not(containsString(">0.0<")));
    }

    @Test
    void rating_of_zero_is_a_rating() {
        archive.of(ArchiveFixture.digest(ArchiveFixture.WEDNESDAY, 0,
                ArchiveFixture.paper(1, ArchiveFixture.LONGLORA, "LongLoRA",
                        new Overview("工作", null, List.of(), ArchiveFixture.ratings("0", "0.0", "0"),
                                new Reasons("无用。", "照搬。", "不读。"),
                                null, null, false))));
        for (String path : List.of("/days/2023-09-20", "/papers/2309.12307", "/papers", "/")) {
            when().get(path).then().statusCode(200).body(containsString("<span class=\"figure\">0"),
                    not(containsString("未评分")));
        }
        when().get("/days/2023-09-20").then().body(
                stringContainsInOrder("class=\"contents", "<span class=\"figure\">0", "</details>"),
                stringContainsInOrder("class=\"reasons\"", "<b class=\"figure\">0", "不读。"), containsString("原文称共 0 篇"));
    }

    @Test
    void note_and_unplaced_text_of_the_edition() {
        when().get("/days/2023-09-20").then().body(
                containsString("<strong>仅供参考</strong>"), containsString("未能归入任何论文的原文"), containsString("没有归属的一段话。"),
                not(containsString("篇数与标题一致")));
    }

    @Test
    void order_by_a_rating() {
        when().get("/days/2023-09-20?sort=novelty").then().body(
                stringContainsInOrder("id=\"2309.12307\"", "id=\"2309.10668\"", "id=\"2309.10706\"", "id=\"2309.10202\""),
                containsString("id=\"sort-novelty\" href=\"/days/2023-09-20?sort=novelty\""));
    }

    @Test
    void least_rating_and_keyword() {
        when().get("/days/2023-09-20?recommendation=4.5").then()
                .body(containsString("id=\"2309.12307\""), not(containsString("id=\"2309.10668\"")));
        when().get("/days/2023-09-20?tag=compression").then()
                .body(containsString("id=\"2309.10668\""), not(containsString("id=\"2309.12307\"")));
    }

    @Test
    void fragment() {
        given().header("HX-Request", "true").when().get("/days/2023-09-20?q=&recommendation=4.5&sort=").then().statusCode(200)
                .header("HX-Push-Url", "/days/2023-09-20?recommendation=4.5")
                .body(containsString("<section id=\"papers\""), containsString("id=\"2309.12307\""),
                        not(containsString("<html")));
    }

    @Test
    void date_without_edition() {
        when().get("/days/2023-09-21").then().statusCode(404).body(allOf(
                containsString("2023年9月21日没有论文"), containsString("存档里没有这一天"), not(containsString("下面")),
                containsString("href=\"/days/2023-09-20\""),
                containsString("href=\"/days/2023-09-22\""), containsString("class=\"masthead\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2023-13-01", "20230920", "today", "2023-9-20" })
    void malformed_date(String date) {
        when().get("/days/" + date).then().statusCode(404)
                .body(containsString("2023-09-20 的样子"), containsString(date), containsString("href=\"/days/2023-09-22\""));
    }

    @ParameterizedTest
    @CsvSource({ "/weeks/2023-W38, 2023年第38周", "/months/2023-09, 2023年9月" })
    void round_up_best_first(String path, String heading) {
        when().get(path).then().statusCode(200).body(containsString("<h1>" + heading + "</h1>"),
                stringContainsInOrder("LongLoRA", "Language Modeling Is Compression", "Multimodal Foundation Models",
                        "PoSE: Efficient"),
                containsString("href=\"/days/2023-09-22\""));
    }

    @Test
    void round_up_neighbours_that_skip_empty_weeks() {
        when().get("/weeks/2023-W38").then()
                .body(containsString("rel=\"prev\" href=\"/weeks/2022-W52\""), not(containsString("rel=\"next\"")));
        when().get("/months/2022-12").then().body(containsString("rel=\"next\" href=\"/months/2023-09\""));
    }

    @Test
    void round_up_fragment() {
        given().header("HX-Request", "true").when().get("/weeks/2023-W38?novelty=4.5").then().statusCode(200)
                .header("HX-Push-Url", "/weeks/2023-W38?novelty=4.5").body(not(containsString("<html")));
    }

    @ParameterizedTest
    @CsvSource({ "/weeks/2023-W53, 2023-W38", "/weeks/2023-W00, 2023-W38", "/weeks/9999-W52, 2023-W38",
            "/weeks/0000-W01, 2023-W38",
            "/months/0000-01, 2023-09", "/months/+10000-01, 2023-09", "/months/-0001-01, 2023-09" })
    void week_or_month_that_does_not_exist(String path, String example) {
        when().get(path).then().statusCode(404).body(containsString("没有这一周，或没有这个月"), containsString(example + " 的样子"));
        when().get(path + ".json").then().statusCode(404);
    }

    @Test
    void number_of_a_week_without_zero_in_front() {
        when().get("/weeks/2023-W01").then().statusCode(404).body(containsString("2023年第1周没有论文"));
    }

    @Test
    void week_without_edition_and_malformed_month() {
        when().get("/weeks/2023-W30").then().statusCode(404)
                .body(containsString("href=\"/weeks/2022-W52\""), containsString("href=\"/weeks/2023-W38\""));
        when().get("/months/2023-13").then().statusCode(404).body(containsString("2023-09 的样子"));
    }
}
