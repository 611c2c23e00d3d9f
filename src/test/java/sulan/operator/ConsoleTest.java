package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import sulan.ArchiveFixture;
import sulan.archive.Failure;
import sulan.archive.ModelCall;
import sulan.archive.Run;

/** The pages by which the operator sees what intake does and did. */
@QuarkusTest
class ConsoleTest {

    @Inject
    ConsoleFixture console;

    private OperatorSession operator;

    @BeforeEach
    void fill() {
        console.fill();
        operator = OperatorSession.loggedIn();
    }

    @AfterEach
    void empty() {
        console.empty();
    }

    private String page(String address) {
        Response answer = operator.get(address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    @Test
    void start_page() {
        assertThat(page("/operator")).contains("最近的运行中有 2 种失败", "1 天的列表没有取到", "1 篇速览没有写成", "现在没有正在进行的运行",
                "今天的列表还没有取过", "<meter");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/operator", "/operator/runs", "/operator/days", "/operator/failures", "/operator/ledger",
            "/operator/backfill" })
    void empty_archive(String address) {
        console.empty();
        assertThat(page(address)).contains("</html>");
    }

    @Test
    void open_run() {
        Run run = console.run(Run.Kind.BACKFILL, Run.Status.RUNNING, Instant.now().minusSeconds(100));
        String page = page("/operator/runs");
        assertThat(page).contains("补取以前的每日论文", "value=\"10\" max=\"40\"", "hx-trigger=\"every 2s\"", "http-equiv=\"refresh\"",
                "action=\"/operator/runs/" + run.id + "/cancellation\"", "约还需 5 分");
        assertThat(page("/operator/runs/" + run.id)).contains("value=\"10\" max=\"40\"");
        Response fragment = operator.get("/operator/runs/open");
        assertThat(fragment.asString()).contains("value=\"10\" max=\"40\"").doesNotContain("<html");
        assertThat(fragment.header("HX-Refresh")).isNull();
    }

    @Test
    void fragment_after_the_last_run_has_ended() {
        assertThat(operator.get("/operator/runs/open").header("HX-Refresh")).isEqualTo("true");
    }

    @Test
    void cancelling_a_run_that_has_ended() {
        Run run = console.run(Run.Kind.LISTS, Run.Status.SUCCEEDED, Instant.now());
        assertThat(operator.change("/operator/runs/" + run.id + "/cancellation").asString()).contains("这次运行已经结束");
        assertThat(page("/operator/audit")).doesNotContain("取消运行");
    }

    @Test
    void past_runs() {
        console.run(Run.Kind.IMPORT, Run.Status.SUCCEEDED, Instant.now());
        assertThat(page("/operator/runs")).contains("<td data-label=\"种类\"><span>导入文件夹", "<td data-label=\"种类\"><span>撰写速览");
        assertThat(page("/operator/runs?kind=IMPORT")).contains("<td data-label=\"种类\"><span>导入文件夹")
                .doesNotContain("<td data-label=\"种类\"><span>撰写速览");
        assertThat(page("/operator/runs?failed=true")).contains("<td data-label=\"种类\"><span>撰写速览")
                .doesNotContain("<td data-label=\"种类\"><span>导入文件夹");
    }

    @Test
    void runs_beyond_one_page() {
        for (int i = 0; i < 31; i++) {
            console.run(Run.Kind.IMPORT, Run.Status.SUCCEEDED, Instant.now());
        }
        assertThat(page("/operator/runs?kind=IMPORT")).contains("href=\"/operator/runs?kind=IMPORT&amp;page=2\"");
        assertThat(page("/operator/runs?kind=IMPORT&page=2").split("<tr>")).hasSize(3);
    }

    @Test
    void run_with_failures() {
        Run run = console.run(Run.Kind.OVERVIEWS, Run.Status.PARTLY_FAILED, Instant.now());
        console.failure(run, Failure.Stage.READ, "2309.10706", "评分不在 0 到 5 之间");
        console.failure(run, Failure.Stage.FETCH, "2023-09-25", "预算已用完");
        console.failure(run, Failure.Stage.RECORD, "<b>文件</b>.md:3", "写不进去");
        assertThat(page("/operator/runs/" + run.id)).contains("href=\"/operator/papers/2309.10706\"",
                "href=\"/operator/days/2023-09-25\"", "<code lang=\"zh-CN\">&lt;b&gt;文件&lt;/b&gt;.md:3</code>", "评分不在 0 到 5 之间",
                "1 分 15 秒",
                "没写成的论文还在队列里");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/operator/runs/999999", "/operator/runs/x", "/operator/days/2023-02-30",
            "/operator/days/tomorrow",
            "/operator/days/+12345-01-01", "/operator/ledger/999999" })
    void page_that_is_not_there(String address) {
        assertThat(operator.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void days() {
        assertThat(page("/operator/days")).containsSubsequence("/operator/days/2023-09-25", "Hugging Face 没有及时回答",
                "/operator/days/2023-09-24", "没有论文", "/operator/days/2023-09-22", "/operator/days/2023-09-20", "正在写速览",
                "/operator/days/2023-09-19", "完整");
        assertThat(page("/operator/days?incomplete=true")).contains("/operator/days/2023-09-20", "/operator/days/2023-09-25")
                .doesNotContain("/operator/days/2023-09-24", "/operator/days/2023-09-19");
        assertThat(operator.get("/operator/days?date=2023-09-21").header("Location")).endsWith("/operator/days/2023-09-21");
    }

    @Test
    void day_with_what_it_lacks() {
        assertThat(page("/operator/days/" + ArchiveFixture.WEDNESDAY)).contains("正在写速览", "共 6 条，1 条读不出来", "第 4 条", "这一条没有标题",
                "已放弃", "失败 5 次", "回答里的推荐理由不是中文", "等待撰写", "href=\"/operator/papers/" + ArchiveFixture.LONGLORA + "\"",
                "href=\"/days/2023-09-20.md\"", "未写完");
    }

    @Test
    void day_without_an_edition() {
        assertThat(page("/operator/days/" + ConsoleFixture.LATE)).contains("失败", "Hugging Face 没有及时回答")
                .doesNotContain("href=\"/days/2023-09-25\"");
        assertThat(page("/operator/days/" + ArchiveFixture.THURSDAY)).contains("存档里没有这一天");
    }

    @Test
    void ledger() {
        String page = page("/operator/ledger");
        assertThat(page).contains("0.0215", "0.0300", "最多 0.1000", "1,500 / 800", "=回答不是中文", "采用 1，不合格 1，无回答 0，未结束 0",
                "采用 0，不合格 0，无回答 1，未结束 0", "其中最多 0.1000 为估计", "0.1515");
        assertThat(page("/operator/ledger?outcome=ACCEPTED")).contains("/operator/papers/" + ArchiveFixture.LONGLORA)
                .doesNotContain("/operator/papers/" + ArchiveFixture.UNRATED);
        assertThat(page("/operator/ledger?paper=" + ArchiveFixture.UNRATED))
                .contains("/operator/papers/" + ArchiveFixture.UNRATED)
                .doesNotContain("/operator/papers/" + ArchiveFixture.LONGLORA);
        assertThat(page("/operator/ledger?day=2020-01-01")).contains("没有这样的调用");
    }

    @Test
    void without_a_model() {
        assertThat(page("/operator")).contains("没有设置语言模型");
        assertThat(page("/operator/days/" + ArchiveFixture.WEDNESDAY)).contains("没有设置语言模型").doesNotContain("name=\"model\"");
        Response answer = operator.post("/operator/writing", "from", "2023-09-20", "to", "2023-09-20");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("没有设置语言模型");
        assertThat(operator.change("/operator/export").asString()).contains("没有设置 sulan.export");
    }

    @Test
    void budget_with_a_call_that_goes_on() {
        Run run = console.run(Run.Kind.OVERVIEWS, Run.Status.SUCCEEDED, Instant.now());
        console.call(run, ModelCall.Purpose.ORDER, null, ModelCall.Outcome.OPEN, "0.250000", false);
        assertThat(page("/operator/ledger")).containsSubsequence("已用", "0.1515", "进行中预留", "0.2500", "剩余", "0.5985");
    }

    @Test
    void answer_that_was_not_taken() {
        Run run = console.run(Run.Kind.OVERVIEWS, Run.Status.SUCCEEDED, Instant.now());
        ModelCall call = console.call(run, ModelCall.Purpose.OVERVIEW, ArchiveFixture.LONGLORA, ModelCall.Outcome.FAULTY,
                "0.01",
                true);
        assertThat(page("/operator/ledger/" + call.id)).contains("&lt;b&gt;Not in Chinese&lt;/b&gt;")
                .doesNotContain("<b>Not in Chinese");
    }

    @Test
    void ledger_as_a_table() {
        Response answer = operator.get("/operator/ledger/calls.csv");
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
        String[] lines = answer.asString().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0].replace("\uFEFF", "")).startsWith("\"number\",\"startedAt\"")
                .endsWith("\"outcome\",\"reason\"");
        assertThat(lines[1]).contains("\"arXiv:2309.12307\"", "1500,800,0.021500,true", "\"ACCEPTED\"");
        assertThat(lines[2]).contains("\"'=回答不是中文\"");
    }

    @Test
    void failures_that_say_the_same() {
        String page = page("/operator/failures");
        assertThat(page.split("回答里的推荐理由不是中文").length).as("once for two failures, once for the overview").isEqualTo(3);
        assertThat(page).contains("共 2 次", "可以在当天的页面上再试或换一个模型", "href=\"/operator/days/2023-09-25\"", "没有写成的速览（1 篇）",
                "多半是 Hugging Face 暂时没有回答");
    }

    @Test
    void failure_that_is_dealt_with() {
        Run run = console.run(Run.Kind.IMPORT, Run.Status.FAILED, Instant.now());
        console.failure(run, Failure.Stage.READ, "a.md", "文件是空的");
        Failure newest = console.failure(run, Failure.Stage.READ, "b.md", "文件是空的");
        assertThat(page("/operator/failures")).contains("文件是空的");
        String address = "/operator/failures/" + newest.id + "/acknowledgement";
        assertThat(operator.change(address).asString()).contains("共 2 条").doesNotContain("文件是空的");
        assertThat(operator.change(address).asString()).contains("早已标为已处理");
        assertThat(page("/operator/runs/" + run.id)).contains("文件是空的", "已处理");
        assertThat(page("/operator/audit").split("把 2 条失败标为已处理：文件是空的")).hasSize(2);
        Run later = console.run(Run.Kind.IMPORT, Run.Status.FAILED, Instant.now());
        console.failure(later, Failure.Stage.READ, "a.md", "文件是空的");
        assertThat(page("/operator/failures")).contains("文件是空的");
    }

    @Test
    void failures_of_long_ago() {
        Run run = console.run(Run.Kind.IMPORT, Run.Status.FAILED, Instant.parse("2020-01-01T00:00:00Z"));
        console.failure(run, Failure.Stage.READ, "a.md", "很久以前的失败");
        assertThat(page("/operator/failures")).doesNotContain("很久以前的失败");
    }
}
