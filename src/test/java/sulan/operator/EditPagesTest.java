package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static sulan.ArchiveFixture.HOSTILE;
import static sulan.ArchiveFixture.LONGLORA;
import static sulan.ArchiveFixture.OLD_ID;
import static sulan.ArchiveFixture.UNRATED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.archive.AuditEntry;
import sulan.archive.Overview;
import sulan.archive.Provenance;

/** Overviews that the operator edits, and papers that are hidden. */
@QuarkusTest
class EditPagesTest {

    private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"(\\d*)\"");
    private static final String ADDRESS = "/operator/papers/" + LONGLORA;

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    private OperatorSession operator;

    @BeforeEach
    void fill() {
        fixture.small();
        operator = OperatorSession.loggedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = { OLD_ID, UNRATED, HOSTILE, LONGLORA })
    void form_of_a_paper(String id) {
        Response page = operator.get("/operator/papers/" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("name=\"mainWork\"", "name=\"recommendation\"", "历史版本", "隐藏")
                .doesNotContain("撤回修订</button>", "<script>alert", "<img src=x");
    }

    @Test
    void paper_that_is_not_there() {
        Response page = operator.get("/operator/papers/2309.99999");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString()).contains("存档里没有论文 2309.99999");
        assertThat(operator.post("/operator/papers/2309.99999", "decision", "save").statusCode()).isEqualTo(404);
        assertThat(operator.post("/operator/papers/2309.99999/visibility", "hidden", "true").statusCode()).isEqualTo(404);
        assertThat(operator.post("/operator/papers/2309.99999/withdrawal", "base", "1").statusCode()).isEqualTo(404);
    }

    @Test
    void keywords_and_ratings_in_the_form() {
        assertThat(operator.get("/operator/papers/" + ArchiveFixture.CONTRASTIVE).asString())
                .contains("Large language models | 大语言模型\nContrastive decoding | 对比解码", "value=\"3.5\"");
    }

    @Test
    void preview_saves_nothing() {
        Response page = send(ADDRESS, "preview", "mainWork", "再次上榜：**长**上下文的微调。", "keywords", "LoRA | 低秩适配\n微调");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("预览：读者将看到", "再次上榜：<strong>长</strong>上下文的微调。", "<span lang=\"zh-CN\">微调</span>",
                "还没有保存", "<del>", "<ins>");
        assertThat(shown(LONGLORA).mainWork).isEqualTo("再次上榜：长上下文微调。");
    }

    @Test
    void preview_of_harm() {
        Response page = send(ADDRESS, "preview", "mainWork", "<script>alert(1)</script> [看](javascript:alert(1))", "comment",
                "</textarea><script>alert(2)</script>");
        assertThat(page.asString()).doesNotContain("<script>alert", "javascript:alert(1)\"").contains("&lt;script&gt;");
    }

    @Test
    void edit() {
        Response page = operator.change(ADDRESS, fields(ADDRESS, "save", "mainWork", "再次上榜：省显存的长上下文微调。", "recommendation",
                "4.25", "novelty", "", "keywords", "LoRA｜低秩适配\nFine-tuning\n微调"));
        assertThat(page.asString()).contains("已保存", "修订与机器文字的差别", "撤回修订</button>",
                "<ins><span class=\"unseen\">加入：</span><span lang=\"zh-CN\">省显存的");
        Overview edit = shown(LONGLORA);
        assertThat(edit.origin).isEqualTo(Overview.Origin.EDIT);
        assertThat(edit.recommendation).isEqualByComparingTo("4.25");
        assertThat(edit.novelty).isNull();
        assertThat(content(LONGLORA).keywords()).containsExactly(new sulan.digest.Keyword("LoRA", "低秩适配"),
                new sulan.digest.Keyword("Fine-tuning", null), new sulan.digest.Keyword(null, "微调"));
        assertThat(operator.get("/papers/" + LONGLORA).asString()).contains("省显存的长上下文微调", "经管理员修订");
        assertThat(operator.get("/operator/audit").asString()).contains("修订了速览：主要工作、核心关键词、推荐度、创新性。");
        assertThat(operator.get("/operator/papers").asString()).contains("经修订的论文（1）");
        fixture.awaitIndex();
    }

    @Test
    void text_that_no_field_could_take_stays() {
        String address = "/operator/papers/" + ArchiveFixture.TRUNCATED;
        operator.change(address, fields(address, "save", "highlights", "只有一句。"));
        assertThat(shown(ArchiveFixture.TRUNCATED).unplaced).isEqualTo("另见附录。");
        assertThat(shown(ArchiveFixture.TRUNCATED).truncated).isFalse();
    }

    @Test
    void first_overview_of_a_paper() {
        QuarkusTransaction.requiringNew().run(() -> archive.record(ArchiveFixture.digest(ArchiveFixture.THURSDAY, 1,
                ArchiveFixture.paper(1, "2309.20001", "Nothing Said", sulan.digest.Overview.EMPTY)), List.of(), "thursday"));
        String address = "/operator/papers/2309.20001";
        operator.change(address, fields(address, "save", "mainWork", "管理员写的。"));
        assertThat(shown("2309.20001").mainWork).isEqualTo("管理员写的。");
    }

    @Test
    void nothing_changed() {
        Response page = operator.change(ADDRESS, fields(ADDRESS, "save"));
        assertThat(page.asString()).contains("内容没有变化");
        assertThat(shown(LONGLORA).origin).isEqualTo(Overview.Origin.IMPORT);
    }

    @ParameterizedTest
    @CsvSource({ "recommendation, 5.5, 0 到 5 之间", "novelty, -1, 0 到 5 之间", "practicality, 4.125, 0 到 5 之间",
            "practicality, 四, 0 到 5 之间", "novelty, 1e0, 0 到 5 之间", "keywords, a | b | c, 第 1 行不是关键词" })
    void field_that_is_wrong(String field, String value, String problem) {
        for (String decision : List.of("preview", "save")) {
            Response page = send(ADDRESS, decision, field, value, "mainWork", "写了很久的话");
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.asString()).contains(problem, "写了很久的话", value, "aria-invalid=\"true\"", field + "-problem");
        }
        assertThat(shown(LONGLORA).origin).isEqualTo(Overview.Origin.IMPORT);
    }

    @Test
    void text_that_is_too_long() {
        Response page = send(ADDRESS, "save", "mainWork", "长".repeat(20_001));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("最多 20000 个字符", "长长长");
        operator.change(ADDRESS, fields(ADDRESS, "save", "mainWork", "长".repeat(20_000)));
        assertThat(shown(LONGLORA).mainWork).hasSize(20_000);
    }

    @Test
    void nothing_written() {
        Response page = send(ADDRESS, "save", "mainWork", " ", "keywords", "", "practicality", "", "novelty", "",
                "recommendation", "");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("什么也没有写");
    }

    @Test
    void rating_of_nought() {
        operator.change(ADDRESS, fields(ADDRESS, "save", "recommendation", "0"));
        assertThat(shown(LONGLORA).recommendation).isEqualByComparingTo("0");
    }

    @Test
    void two_tabs() {
        String[] first = fields(ADDRESS, "save", "mainWork", "第一个标签页的话。");
        String[] second = fields(ADDRESS, "save", "mainWork", "第二个标签页的话。");
        operator.change(ADDRESS, first);
        Response refused = operator.post(ADDRESS, second);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("现在的版本与你写的差别", "<span class=\"unseen\">删去：</span><span lang=\"zh-CN\">一",
                "第二个标签页的话。</textarea>");
        assertThat(shown(LONGLORA).mainWork).isEqualTo("第一个标签页的话。");
        operator.change(ADDRESS, with(second, "base", base(refused)));
        assertThat(shown(LONGLORA).mainWork).isEqualTo("第二个标签页的话。");
    }

    @Test
    void history() {
        operator.change(ADDRESS, fields(ADDRESS, "save", "mainWork", "修订一。"));
        QuarkusTransaction.requiringNew().run(() -> archive.write(LONGLORA,
                ArchiveFixture.overview("模型写的。", null, List.of(), "1.0", "1.0", "1.0"),
                new Provenance("a-model", "p7", Instant.parse("2023-09-24T00:00:00Z"))));
        String page = operator.get(ADDRESS).asString();
        String history = page.substring(page.indexOf("历史版本"));
        assertThat(history).containsSubsequence("语言模型撰写", "a-model", "p7", "管理员修订", "读者现在看到", "导入的速览", "2023-09-22",
                "导入的速览", "2023-09-20", "第一个版本");
        assertThat(shown(LONGLORA).mainWork).isEqualTo("修订一。");
    }

    @Test
    void edit_that_is_taken_back() {
        operator.change(ADDRESS, fields(ADDRESS, "save", "mainWork", "修订一。"));
        String seen = String.valueOf(shown(LONGLORA).id);
        assertThat(operator.post(ADDRESS + "/withdrawal", "base", "1").statusCode()).isEqualTo(409);
        assertThat(operator.change(ADDRESS + "/withdrawal", "base", seen).asString()).contains("已撤回修订");
        assertThat(shown(LONGLORA).mainWork).isEqualTo("再次上榜：长上下文微调。");
        assertThat(operator.get("/papers/" + LONGLORA).asString()).doesNotContain("修订一");
        assertThat(operator.post(ADDRESS + "/withdrawal", "base", seen).statusCode()).isEqualTo(409);
        assertThat(operator.get("/operator/audit").asString()).contains("撤回了修订。");
    }

    @Test
    void paper_with_a_slash_in_its_id() {
        String address = "/operator/papers/" + OLD_ID;
        operator.change(address, fields(address, "save", "mainWork", "修订。"));
        assertThat(shown(OLD_ID).mainWork).isEqualTo("修订。");
        operator.change(address + "/withdrawal", "base", String.valueOf(shown(OLD_ID).id));
        assertThat(shown(OLD_ID).mainWork).isEqualTo("讨论弦论中的**对偶**。");
        operator.change(address + "/visibility", "hidden", "true");
        assertThat(operator.get("/papers/" + OLD_ID).statusCode()).isEqualTo(404);
    }

    @Test
    void paper_that_is_hidden_and_shown_again() {
        long before = entries();
        Response hidden = operator.change(ADDRESS + "/visibility", "hidden", "true", "reason", "作者要求");
        assertThat(hidden.asString()).contains("论文已对读者隐藏", "恢复显示</button>");
        assertThat(operator.get("/papers/" + LONGLORA).statusCode()).isEqualTo(404);
        assertThat(operator.get("/days/2023-09-20").asString()).doesNotContain("LongLoRA:");
        assertThat(operator.get("/operator/papers").asString()).contains("隐藏的论文（1）", ADDRESS);
        fixture.awaitIndex();
        for (String query : List.of(LONGLORA, "https://arxiv.org/abs/" + LONGLORA + "v2", "longlora")) {
            assertThat(operator.get("/operator/papers?q=" + query).asString()).contains("找到的论文").contains("已隐藏");
        }
        operator.change(ADDRESS + "/visibility", "hidden", "true");
        operator.change(ADDRESS + "/visibility", "hidden", "false");
        assertThat(operator.get("/papers/" + LONGLORA).statusCode()).isEqualTo(200);
        assertThat(entries()).isEqualTo(before + 2);
        assertThat(operator.get("/operator/audit").asString()).contains("对读者隐藏。原因：作者要求", "恢复显示。");
        fixture.awaitIndex();
    }

    @Test
    void paper_that_is_looked_for() {
        fixture.awaitIndex();
        assertThat(operator.get("/operator/papers?q=baichuan").asString()).contains("/operator/papers/2309.10305")
                .doesNotContain(ADDRESS);
        assertThat(operator.get("/operator/papers?q=" + OLD_ID).asString()).contains("/operator/papers/" + OLD_ID);
        assertThat(operator.get("/operator/papers?q=nothing-like-it").asString()).contains("没有找到");
        assertThat(operator.get("/operator/papers").asString()).doesNotContain("没有找到");
    }

    @Test
    void nothing_for_readers_of_the_operator() {
        operator.change(ADDRESS, fields(ADDRESS, "save", "mainWork", "修订一。"));
        assertThat(operator.get("/papers/" + LONGLORA).asString()).doesNotContain("/operator/papers");
    }

    private Response send(String address, String decision, String... changes) {
        return operator.post(address, fields(address, decision, changes));
    }

    /** The form as the page has it, with some fields written otherwise. */
    private String[] fields(String address, String decision, String... changes) {
        Response page = operator.get(address);
        Map<String, String> fields = new TreeMap<>();
        Matcher inputs = Pattern.compile("<input id=\"(\\w+)\" name=\"\\w+\" value=\"([^\"]*)\" inputmode")
                .matcher(page.asString());
        while (inputs.find()) {
            fields.put(inputs.group(1), inputs.group(2));
        }
        Matcher boxes = Pattern.compile("<textarea id=\"(\\w+)\"[^>]*>\n([^<]*)</textarea>").matcher(page.asString());
        while (boxes.find()) {
            fields.put(boxes.group(1), boxes.group(2).replace("\n", "\r\n"));
        }
        assertThat(fields).hasSize(10);
        fields.put("base", base(page));
        fields.put("decision", decision);
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        List<String> flat = new ArrayList<>();
        fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return flat.toArray(String[]::new);
    }

    private static String[] with(String[] fields, String name, String value) {
        String[] changed = fields.clone();
        changed[Arrays.asList(fields).indexOf(name) + 1] = value;
        return changed;
    }

    private static String base(Response page) {
        Matcher base = BASE.matcher(page.asString());
        assertThat(base.find()).isTrue();
        return base.group(1);
    }

    private static long entries() {
        return QuarkusTransaction.requiringNew().call(() -> AuditEntry.count());
    }

    private static Overview shown(String id) {
        return QuarkusTransaction.requiringNew().call(() -> Overview
                .<Overview> find("select p.overview from Paper p where p.id = ?1", id).firstResult());
    }

    private static sulan.digest.Overview content(String id) {
        return QuarkusTransaction.requiringNew().call(() -> Overview
                .<Overview> find("select p.overview from Paper p where p.id = ?1", id).firstResult().content());
    }
}
