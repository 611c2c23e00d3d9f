package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.DigestFile;
import sulan.archive.Failure;
import sulan.archive.Run;
import sulan.digest.Diagnostic;

/** The front page, the status, the page about it all, and what every page has. */
@QuarkusTest
class FrontPagesTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void newest_edition_best_first() {
        when().get("/").then().statusCode(200).body(
                stringContainsInOrder("9月22日", "星期五", "Chain-of-Verification", "查看当日全部 2 篇"),
                containsString("href=\"/tags/large-language-model\""), containsString("action=\"/papers\""),
                containsString("href=\"/days/2023-09-19\""));
        when().get("/").then().body(stringContainsInOrder("常见标签", "</a><span class=\"count\">&#8288;4<"),
                not(stringContainsInOrder("常见标签", "href=\"/tags/c%2B%2B\"")));
    }

    @Test
    void empty_archive() {
        archive.empty();
        when().get("/").then().statusCode(200).body(containsString("存档还是空的"), containsString("sulan.digests"));
        when().get("/days").then().statusCode(200).body(containsString("存档还是空的"));
        when().get("/papers").then().statusCode(200).body(containsString("<b>0</b> 篇"));
        when().get("/tags").then().statusCode(200);
        when().get("/trends").then().statusCode(200).body(containsString("存档还是空的"));
    }

    @Test
    void status_that_brings_itself_up_to_date() {
        given().header("HX-Request", "true").when().get("/status").then().statusCode(200).header("HX-Push-Url", "false");
    }

    @Test
    void counts() {
        when().get("/status").then().statusCode(200)
                .body(stringContainsInOrder("<dt>天数</dt><dd>4</dd>", "<dt>论文</dt><dd>10</dd>", "<dt>速览</dt><dd>10</dd>"),
                        containsString("还没有导入过"), not(containsString("hx-trigger=\"every")));
    }

    @Test
    void open_run_with_its_progress() {
        QuarkusTransaction.requiringNew().run(() -> run(Run.Status.RUNNING).persist());
        when().get("/status").then().body(
                containsString("hx-trigger=\"every 2s\""), containsString("value=\"5\" max=\"9\""),
                containsString("<noscript><meta http-equiv=\"refresh\""));
        given().header("HX-Request", "true").when().get("/status").then()
                .body(containsString("<div id=\"state\""), not(containsString("<html")));
    }

    @Test
    void refused_and_removed_files() {
        QuarkusTransaction.requiringNew().run(() -> {
            Run run = run(Run.Status.PARTLY_FAILED);
            run.persist();
            Failure failure = new Failure();
            failure.run = run;
            failure.level = Failure.Level.ERROR;
            failure.stage = Failure.Stage.READ;
            failure.place = "bad.md:3";
            failure.message = "没有日期 <b>";
            failure.occurredAt = Instant.EPOCH;
            failure.persist();
            file("bad.md", DigestFile.State.REFUSED, List.of(new Diagnostic(Diagnostic.Level.ERROR, 3, 0, "没有找到日期")));
            file("gone.md", DigestFile.State.REMOVED, List.of());
        });
        when().get("/status").then().body(
                stringContainsInOrder("bad.md", "第 3 行", "没有找到日期", "gone.md", "部分失败", "共 9 个文件", "没有日期 &lt;b&gt;"),
                not(containsString("hx-trigger=\"every")));
    }

    @Test
    void about() {
        when().get("/about").then().statusCode(200).body(containsString("评分从何而来"), containsString("href=\"/days.json\""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/days", "/days/2023-09-20", "/weeks/2023-W38", "/months/2023-09", "/papers",
            "/papers/2309.10668",
            "/tags", "/tags/large-language-model", "/trends", "/trends?per=week", "/status", "/about", "/nowhere" })
    void frame(String path) {
        String body = when().get(path).then().header("Vary", containsString("HX-Request")).extract().asString();
        assertThat(body).contains("<html lang=\"zh-CN\">", "<meta name=\"description\"", "href=\"#main\"", "<main id=\"main\"",
                "rel=\"icon\"", "<footer>").containsPattern("<title>[^<]+ · 速览 Sulan</title>");
        assertThat(all(body, "<h1")).hasSize(1);
        assertThat(all(body, " id=\"([^\"]+)\"")).doesNotHaveDuplicates();
        // what runs before anything is drawn, and all others
        assertThat(all(body, "<script(?! type=\"application/ld)")).hasSize(2);
        assertThat(body).doesNotContain("<style", " style=", "NOT_FOUND", "{msg", "{reading", "hx-on");
    }

    private static List<String> all(String text, String pattern) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(matcher.groupCount()));
        }
        return all;
    }

    private static Run run(Run.Status status) {
        Run run = new Run();
        run.kind = Run.Kind.IMPORT;
        run.source = "digests";
        run.status = status;
        run.startedAt = Instant.parse("2026-03-01T06:00:00Z");
        run.endedAt = status == Run.Status.RUNNING ? null : run.startedAt.plusSeconds(7);
        run.total = 9;
        run.recorded = 4;
        run.refused = 1;
        return run;
    }

    private static void file(String name, DigestFile.State state, List<Diagnostic> diagnostics) {
        DigestFile file = new DigestFile();
        file.name = name;
        file.contentHash = "hash of " + name;
        file.state = state;
        file.diagnostics = diagnostics;
        file.notedAt = Instant.EPOCH;
        file.persist();
    }
}
