package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import sulan.ArchiveFixture;
import sulan.archive.PendingOverview;
import sulan.source.huggingface.Fault;
import sulan.source.huggingface.HuggingFaceStandIn;
import sulan.source.huggingface.ListedPaperJson;

/** What the operator can have intake do. */
@QuarkusTest
@TestProfile(ConsoleProfile.class)
class ConsoleActionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WEDNESDAY = ArchiveFixture.WEDNESDAY.toString();
    private static final String WRITING_OF_WEDNESDAY = "/operator/writing?from=" + WEDNESDAY + "&to=" + WEDNESDAY;

    /** Given by the profile's resource. */
    HuggingFaceStandIn huggingFace;
    @Inject
    ConsoleFixture console;

    private OperatorSession operator;

    @BeforeEach
    void fill() {
        huggingFace.beginAnew();
        console.fill();
        operator = OperatorSession.loggedIn();
    }

    @AfterEach
    void empty() throws InterruptedException {
        huggingFace.beginAnew();
        awaitEnd();
        console.empty();
    }

    /** Until no run is open, as the page that is open at the operator's finds out. */
    private void awaitEnd() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!"true".equals(operator.get("/operator/runs/open").header("HX-Refresh"))) {
            if (Instant.now().isAfter(end)) {
                fail("the run does not end");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private String page(String address) {
        Response answer = operator.get(address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    private String audit() {
        return page("/operator/audit");
    }

    private static List<PendingOverview> queue() {
        return QuarkusTransaction.requiringNew().call(() -> PendingOverview.<PendingOverview> listAll());
    }

    @Test
    void synchronising() throws InterruptedException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        huggingFace.serve(today, ListedPaperJson.papers(today, 3));
        assertThat(operator.change("/operator/lists/synchronisation").asString()).contains("已开始同步最近几天的列表");
        awaitEnd();
        assertThat(page("/operator/days/" + today)).contains("A Made-up Study of", "还在增加");
        assertThat(page("/operator")).contains("上次同步").doesNotContain("今天的列表还没有取过");
        assertThat(audit()).contains("同步最近几天的列表。");
    }

    @Test
    void run_that_is_cancelled_while_another_one_is_asked_for() throws InterruptedException {
        huggingFace.failAlways(Fault.HANG);
        String runs = operator.change("/operator/lists/synchronisation").asString();
        assertThat(operator.change("/operator/lists/synchronisation").asString()).contains("正在取列表，这次没有开始");
        assertThat(operator.change("/operator/lists/" + ArchiveFixture.THURSDAY).asString()).contains("正在取列表，这次没有开始");
        assertThat(operator.change("/operator/lists/backfill", "from", "2023-09-01", "to", "2023-09-02").asString())
                .contains("正在取列表，这次没有开始");
        assertThat(audit().split("<td data-label=\"操作\">取每日列表")).as("one of four was done").hasSize(2);
        String cancellation = runs.replaceFirst("(?s).*action=\"(/operator/runs/[0-9]+/cancellation)\".*", "$1");
        assertThat(operator.change(cancellation).asString()).contains("已请求取消");
        huggingFace.beginAnew();
        awaitEnd();
        assertThat(page("/operator/runs")).contains("已取消");
        assertThat(audit()).contains("取消运行");
    }

    @Test
    void list_of_a_day() throws InterruptedException {
        huggingFace.serve(ArchiveFixture.THURSDAY, ListedPaperJson.papers(ArchiveFixture.THURSDAY, 2));
        assertThat(operator.change("/operator/lists/" + ArchiveFixture.THURSDAY).asString()).contains("已开始取这一天的列表");
        awaitEnd();
        assertThat(page("/operator/days/" + ArchiveFixture.THURSDAY)).contains("共 2 条，0 条读不出来", "href=\"/days/2023-09-21\"");
    }

    @Test
    void lists_of_a_range() throws InterruptedException {
        assertThat(operator.change("/operator/lists/backfill", "from", "2023-10-02", "to", "2023-10-04").asString())
                .contains("已开始取 3 天的列表");
        awaitEnd();
        assertThat(page("/operator/days")).contains("/operator/days/2023-10-02", "/operator/days/2023-10-04");
        assertThat(audit()).contains("取 2023-10-02 至 2023-10-04 的列表。");
    }

    @ParameterizedTest
    @CsvSource({ "2023-10-04, 2023-10-02, 结束日期早于开始日期", "'', 2023-10-02, 请填写起止日期", "2023-10-02, <b>, 请填写起止日期",
            "2023-10-02, 2999-01-01, 结束日期还没有到", "1990-01-01, 2023-01-01, 这段日期太长" })
    void range_that_is_none(String from, String to, String problem) {
        for (String address : List.of("/operator/lists/backfill", "/operator/writing")) {
            Response answer = operator.post(address, "from", from, "to", to);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.asString()).contains(problem, "role=\"alert\"",
                    "value=\"" + to.replace("<b>", "&lt;b&gt;") + "\"");
        }
        assertThat(audit()).doesNotContain("<td data-label=\"操作\">取每日列表", "<td data-label=\"操作\">要求写速览");
        assertThat(huggingFace.calls()).isEmpty();
    }

    @Test
    void estimate_before_anything_is_written() {
        summarise();
        String page = page(WRITING_OF_WEDNESDAY + "&scope=ALL&model=another-model");
        assertThat(page)
                .contains("全部论文重新写", "another-model", "另有 3 篇没有摘要", "今天的预算还剩", "0.8485 USD", "name=\"scope\" value=\"ALL\"",
                        "name=\"model\" value=\"another-model\"")
                .containsPattern("估计花费</dt><dd>0\\.[0-9]{4} USD");
        assertThat(queue()).hasSize(2);
        assertThat(page(WRITING_OF_WEDNESDAY)).contains("只写缺少速览的论文", "stand-in").doesNotContain("name=\"model\"");
    }

    @Test
    void overviews_that_are_missing() {
        summarise();
        String page = operator.change("/operator/writing", "from", WEDNESDAY, "to", WEDNESDAY, "scope", "MISSING", "model",
                "stand-in").asString();
        assertThat(page).contains("已排队 1 篇", "另有 1 篇没有摘要");
        assertThat(queue()).filteredOn(row -> row.paperId.equals(ArchiveFixture.UNRATED)).singleElement().satisfies(row -> {
            assertThat(row.state).isEqualTo(PendingOverview.State.WAITING);
            assertThat(row.attempts).isZero();
            assertThat(row.model).as("whichever is set").isNull();
        });
        assertThat(audit()).contains("要求用 stand-in 补写 2023-09-20 缺少的速览，1 篇。");
    }

    @Test
    void all_overviews_by_another_model_twice() {
        summarise();
        for (int i = 0; i < 2; i++) {
            assertThat(operator.change("/operator/writing", "from", WEDNESDAY, "to", WEDNESDAY, "scope", "ALL", "model",
                    " another-model ").asString()).contains("已排队 2 篇");
        }
        assertThat(queue()).filteredOn(row -> "another-model".equals(row.model)).extracting(row -> row.paperId)
                .containsExactlyInAnyOrder(ArchiveFixture.UNRATED, ArchiveFixture.LONGLORA);
    }

    @Test
    void model_that_is_no_name() {
        Response answer = operator.post("/operator/writing", "from", WEDNESDAY, "to", WEDNESDAY, "model", "m".repeat(201));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("模型名称不能超过 200 个字符");
    }

    @Test
    void overviews_that_were_given_up() {
        summarise();
        assertThat(operator.change("/operator/writing/again/" + WEDNESDAY).asString()).contains("1 篇速览重新排队");
        assertThat(queue()).allSatisfy(row -> assertThat(row.state).isEqualTo(PendingOverview.State.WAITING));
        assertThat(operator.change("/operator/writing/again/" + WEDNESDAY).asString()).contains("没有需要再试的速览");
        assertThat(audit().split("再试 2023-09-20 没有写成的速览，1 篇。")).hasSize(2);
    }

    @Test
    void resuming_what_is_not_paused() {
        assertThat(operator.change("/operator/writing/resumption").asString()).contains("撰写没有暂停");
        assertThat(audit()).doesNotContain("解除暂停");
    }

    @Test
    void day_with_what_can_be_done() {
        assertThat(page("/operator/days/" + WEDNESDAY)).contains("action=\"/operator/lists/2023-09-20\"",
                "name=\"model\" value=\"stand-in\"", "action=\"/operator/writing/again/2023-09-20\"");
        assertThat(page("/operator/backfill")).contains("action=\"/operator/lists/backfill\"", "action=\"/operator/export\"");
    }

    @Test
    void exporting_all() throws InterruptedException {
        assertThat(operator.change("/operator/export").asString()).contains("已开始导出");
        Path file = Path.of(ConsoleProfile.FOLDER, "20230920-hf-daily-papers.md");
        Instant end = Instant.now().plus(PATIENCE);
        while (!page("/operator/runs?kind=EXPORT").contains("成功</span>")) {
            assertThat(Instant.now()).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(file).exists();
        assertThat(audit()).contains("导出全部速览到文件夹。");
    }

    @Test
    void all_digests_in_one_file() throws IOException {
        Response answer = operator.get("/operator/export/sulan.zip");
        assertThat(answer.header("Content-Disposition")).contains("sulan-digests.zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            zip.getNextEntry();
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).contains("Strings and Duality");
        }
    }

    /** Two papers of Wednesday have abstracts: one that was given up, and one with an overview. */
    private void summarise() {
        console.summarise(ArchiveFixture.UNRATED, ArchiveFixture.LONGLORA);
    }
}
