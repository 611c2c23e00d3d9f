package sulan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.archive.Tag;
import sulan.archive.TagProposal;
import sulan.operator.OperatorSession;
import sulan.tag.MergeProposal.Kind;
import sulan.tag.MergeProposal.Reason;

/** The operator's pages in a browser, with and without JavaScript. */
@QuarkusTest
class OperatorTest extends OnSmallArchive {

    static final List<String> PAGES = List.of("/operator", "/operator/tags", "/operator/tags?q=l",
            "/operator/tags/tag?slug=large-language-model", "/operator/tags/proposals", "/operator/maintenance",
            "/operator/audit");

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void login_decision_and_logout(boolean javaScript) {
        propose();
        try (Visit visit = javaScript ? Visit.atDesk(root) : Visit.withoutJavaScript(root)) {
            visit.open("/operator/tags/proposals");
            assertThat(visit.address()).isEqualTo("/operator/login?to=/operator/tags/proposals");
            logIn(visit.page(), "wrong");
            assertThat(visit.page().locator("[role=alert]#problem").innerText()).contains("用户名或密码不对");
            logIn(visit.page(), OperatorSession.password());
            assertThat(visit.address()).isEqualTo("/operator/tags/proposals");

            visit.page().getByText("合并", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(visit.page().locator(".flash").innerText()).contains("已合并");
            assertThat(merged()).isTrue();
            visit.page().reload();
            assertThat(visit.page().locator(".flash").count()).isZero();

            visit.page().getByText("退出登录").click();
            assertThat(visit.page().locator(".flash").innerText()).contains("已退出登录");
            visit.open("/operator");
            assertThat(visit.address()).isEqualTo("/operator/login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "LIGHT", "DARK" })
    void barriers_and_width(ColorScheme colours) {
        propose();
        try (Visit visit = Visit.in(colours, 360, root)) {
            visit.open("/operator/login");
            assertThat(EveryPageTest.barriers(visit.page())).isEmpty();
            logIn(visit.page(), OperatorSession.password());
            for (String address : PAGES) {
                assertThat(visit.open(address).status()).isEqualTo(200);
                assertThat(EveryPageTest.barriers(visit.page())).isEmpty();
                EveryPageTest.assertNoSidewaysScroll(visit.page(), 360);
                assertThat(visit.page().locator("h1").count()).isEqualTo(1);
            }
        }
    }

    static void logIn(Page page, String password) {
        page.locator("#name").fill("operator");
        page.locator("#password").fill(password);
        page.locator("main form button").click();
        page.waitForLoadState();
    }

    /** A merge that waits for a decision. */
    static void propose() {
        QuarkusTransaction.requiringNew().run(() -> {
            TagProposal.deleteAll();
            TagProposal proposal = new TagProposal();
            proposal.fromSlug = "lora";
            proposal.intoSlug = "large-language-model";
            proposal.reasons = List.of(new Reason(Kind.ACRONYM, "LoRA", 0.9), new Reason(Kind.SHARED_CHINESE_NAME, "大模型", 0.8));
            proposal.score = 0.9;
            proposal.papers = 2;
            proposal.state = TagProposal.State.OPEN;
            proposal.proposedAt = Instant.now();
            proposal.persist();
        });
    }

    private static boolean merged() {
        return QuarkusTransaction.requiringNew().call(() -> Tag.bySlugs(List.of("lora")).get("lora").mergedInto != null);
    }
}
