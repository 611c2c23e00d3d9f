package sulan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static sulan.browser.OperatorVisits.logIn;
import static sulan.browser.OperatorVisits.look;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.digest.DigestWriter;
import sulan.intake.Uploads;

/**
 * The operator's pages for uploads and edits, as a browser shows them. With {@code -Dsulan.screenshots=FOLDER} it takes
 * pictures.
 */
@QuarkusTest
class OperatorPagesTest extends OnSmallArchive {

    private static final String EDIT = "/operator/papers/" + ArchiveFixture.LONGLORA;

    @Inject
    Uploads uploads;

    @AfterEach
    void discard() {
        uploads.of("operator").forEach(uploads::discard);
    }

    @ParameterizedTest
    @CsvSource({ "360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK" })
    void without_barriers(int width, ColorScheme colours) {
        try (Visit visit = Visit.in(colours, width, root)) {
            logIn(visit);
            visit.open("/operator/upload");
            look(visit, "upload", width, colours);
            upload(visit.page());
            look(visit, "upload-review", width, colours);
            visit.page().locator("text=对照原文").first().click();
            visit.page().waitForLoadState();
            look(visit, "upload-text", width, colours);
            visit.open(EDIT);
            visit.page().locator("#mainWork").fill("再次上榜：长上下文的微调，**省显存**。");
            visit.page().locator("#recommendation").fill("6");
            visit.page().locator("text=保存").click();
            look(visit, "edit-problem", width, colours);
            visit.page().locator("#recommendation").fill("4");
            visit.page().locator("text=预览").click();
            look(visit, "edit-preview", width, colours);
            visit.page().locator("button:has-text('保存')").click();
            visit.page().locator("text=与前一个版本的差别").first().click();
            look(visit, "edit-saved", width, colours);
            visit.open("/operator/papers?q=lora");
            look(visit, "papers", width, colours);
        }
    }

    @Test
    void without_javascript() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            logIn(visit);
            visit.open("/operator/upload");
            upload(visit.page());
            visit.page().locator("text=导入选中的速览").click();
            visit.page().waitForURL("**/operator/runs/*");
            visit.open(EDIT);
            visit.page().locator("#mainWork").fill("不用脚本写的。");
            visit.page().locator("button:has-text('预览')").click();
            assertThat(visit.page().locator(".draft .main-work").textContent()).contains("不用脚本写的。");
            visit.page().locator("button:has-text('保存')").click();
            assertThat(visit.page().locator(".flash").textContent()).contains("已保存");
        }
    }

    private static void upload(Page page) {
        String changed = new DigestWriter().write(ArchiveFixture.friday()).replace("先起草，再核实。", "先起草，再逐条核实。")
                + "\n\n一段不知道属于哪里的话。\n";
        String fresh = new DigestWriter().write(ArchiveFixture.tuesday()).replace("2023-09-19", "2023-09-25");
        page.locator("#files").setInputFiles(new FilePayload[] { file("20230922-hf-daily-papers.md", changed),
                file("20230925-hf-daily-papers.md", fresh), file("20230925-copy.md", fresh + "\n另一个版本\n"),
                file("note.md", "没有日期"), file("photo.png", "x") });
        page.locator("button:has-text('上传并预览')").click();
        page.waitForURL("**/operator/upload/*");
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/markdown", text.getBytes(StandardCharsets.UTF_8));
    }
}
