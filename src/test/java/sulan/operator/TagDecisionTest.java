package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import sulan.ArchiveFixture;
import sulan.archive.Tag;
import sulan.archive.TagProposal;
import sulan.tag.MergeProposal.Kind;
import sulan.tag.MergeProposal.Reason;

/** Decisions about tags by the operator's pages. */
@QuarkusTest
class TagDecisionTest {

    @Inject
    ArchiveFixture archive;
    private OperatorSession session;

    @BeforeEach
    void fill() {
        archive.small();
        session = OperatorSession.loggedIn();
    }

    @Test
    void merge_and_undo() {
        Response done = session.change("/operator/tags/merge", "from", "lora", "into", "Large Language Models");
        assertThat(done.asString()).contains("已把“lora”合并到“Large Language Models”。", ">large-language-model<");
        assertThat(tag("lora").mergedInto.id).isEqualTo(tag("large-language-model").id);
        assertThat(session.get("/operator/tags").asString()).doesNotContain("已把");

        assertThat(session.change("/operator/tags/undo", "from", "lora").asString()).contains("已撤销“lora”的合并。");
        assertThat(tag("lora").mergedInto).isNull();
        assertThat(session.get("/operator/audit").asString()).contains("标签 lora 合并到 large-language-model。",
                "撤销标签 lora 的合并。");
    }

    @Test
    void merge_that_makes_no_sense() {
        session.get("/operator/tags");
        Response answer = session.post("/operator/tags/merge", "from", "lora", "into", "no such tag");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("没有标签“no such tag”。", "value=\"lora\"", "value=\"no such tag\"");
        assertThat(session.get("/operator/audit").asString()).doesNotContain("合并到 no such tag");
    }

    @Test
    void other_names() {
        Response done = session.change("/operator/tags/tag/rename", "slug", "lora", "en", "LoRA <b>", "zh", "低秩适配");
        assertThat(done.asString()).contains("名称已保存。", "LoRA &lt;b&gt;", "低秩适配");
        assertThat(tag("lora").zh).isEqualTo("低秩适配");
        Response refused = session.post("/operator/tags/tag/rename", "slug", "lora", "en", " ", "zh", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("标签至少要有一个名称。");
    }

    @Test
    void alias() {
        Response done = session.change("/operator/tags/tag/alias", "slug", "lora", "spelling", "adapters for all");
        assertThat(done.asString()).contains("已添加别名“adapters for all”。");
        assertThat(spelt("Adapters for All")).isEqualTo("lora");
        assertThat(session.change("/operator/tags/tag/alias/remove", "slug", "lora", "spelling", "adapters for all").asString())
                .contains("已移除别名");
        assertThat(session.post("/operator/tags/tag/alias/remove", "slug", "lora", "spelling", "adapters for all").asString())
                .contains("不是管理员添加的别名");
    }

    @Test
    void tag_with_signs_in_its_slug() {
        Response done = session.change("/operator/tags/tag/rename", "slug", "c++", "en", "C++", "zh", "");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.asString()).contains("名称已保存。", "<code>c++</code>");
    }

    @ParameterizedTest
    @CsvSource({ "lora, slug=lora", "语言模型, slug=large-language-model", "c++, slug=c%2B%2B" })
    void tag_looked_for(String q, String link) {
        String page = session.request().queryParam("q", q).when().get("/operator/tags").asString();
        assertThat(page).contains(link);
    }

    @Test
    void tag_that_is_not_there() {
        assertThat(session.get("/operator/tags/tag?slug=nowhere").statusCode()).isEqualTo(404);
        assertThat(session.get("/operator/tags/tag").statusCode()).isEqualTo(404);
        assertThat(session.post("/operator/tags/tag/rename", "slug", "nowhere", "en", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void proposals_one_by_one() {
        long likely = propose("lora", "large-language-model", 0.9);
        long lessLikely = propose("c++", "large-language-model", 0.4);
        Response first = session.get("/operator/tags/proposals");
        assertThat(first.asString()).contains("第 1 个，共 2 个等待决定", "写法相近：<span lang=\"en\">two spellings</span>",
                "/operator/tags/proposals/" + likely + "/accept", "href=\"/operator/tags/proposals?at=1\"");
        assertThat(session.get("/operator/tags/proposals?at=1").asString())
                .contains("/operator/tags/proposals/" + lessLikely + "/decline");

        Response next = session.change("/operator/tags/proposals/" + likely + "/accept", "at", "0");
        assertThat(next.asString()).contains("已合并", "第 1 个，共 1 个等待决定", "/proposals/" + lessLikely + "/decline");
        assertThat(tag("lora").mergedInto.id).isEqualTo(tag("large-language-model").id);

        Response last = session.change("/operator/tags/proposals/" + lessLikely + "/decline", "at", "0");
        assertThat(last.asString()).contains("这是两个标签", "没有等待决定的合并建议");
        assertThat(tag("c++").mergedInto).isNull();
        assertThat(session.get("/operator/audit").asString()).contains("接受合并建议", "拒绝合并建议",
                "标签 c++ 与 large-language-model 不合并。");
    }

    @Test
    void proposal_that_was_decided_meanwhile() {
        long proposal = propose("lora", "large-language-model", 0.9);
        session.change("/operator/tags/proposals/" + proposal + "/decline", "at", "0");
        Response again = session.post("/operator/tags/proposals/" + proposal + "/accept", "at", "0");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("已经处理过");
    }

    private static Tag tag(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> Tag.bySlugs(List.of(slug)).get(slug));
    }

    private static String spelt(String spelling) {
        return QuarkusTransaction.requiringNew().call(() -> Tag.bySpelling(spelling).map(tag -> tag.slug).orElse(null));
    }

    private static long propose(String from, String into, double score) {
        return QuarkusTransaction.requiringNew().call(() -> {
            TagProposal proposal = new TagProposal();
            proposal.fromSlug = from;
            proposal.intoSlug = into;
            proposal.reasons = List.of(new Reason(Kind.SIMILAR_SPELLING, "two spellings", score));
            proposal.score = score;
            proposal.papers = 1;
            proposal.state = TagProposal.State.OPEN;
            proposal.proposedAt = Instant.now();
            proposal.persist();
            return proposal.id;
        });
    }
}
