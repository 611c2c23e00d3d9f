package sulan.web;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Run;
import sulan.archive.TagMove;

/** The report of one run. */
@QuarkusTest
class RunPagesTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @Test
    void what_moved_when_the_vocabulary_changed() {
        long id = run(Run.Kind.TAGS);
        QuarkusTransaction.requiringNew().run(() -> {
            move(id, "lora", "compression", 3, 2);
            move(id, "string-theory", "large-language-model", 9, 7);
        });
        when().get("/status").then().statusCode(200).body(containsString("共 5 篇速览：4 篇的关键词换了标签，1 篇不变"),
                containsString("href=\"/status/runs/" + id + "\""));
        when().get("/status/runs/" + id).then().statusCode(200).body(stringContainsInOrder("弦论", "大语言模型", "9", "7", "LoRA",
                "压缩", "3", "2"), containsString("href=\"/tags/string-theory\""));
        when().get("/status/runs/" + id + ".json").then().statusCode(200).body("kind", is("tags"), "status", is("succeeded"),
                "moves.from", contains("string-theory", "lora"), "moves.papers", contains(7, 2), "cut", is(false));
    }

    @Test
    void run_that_moves_nothing() {
        long id = run(Run.Kind.IMPORT);
        when().get("/status/runs/" + id).then().statusCode(200).body(containsString("共 5 个文件"),
                not(containsString("换了标签的关键词")));
        when().get("/status/runs/" + id + ".json").then().body("moves", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "x", "99999999999999999999", "-1" })
    void no_such_run(String id) {
        when().get("/status/runs/" + id).then().statusCode(404).body(containsString("没有第 " + id + " 次运行"),
                containsString("href=\"/status\""));
        when().get("/status/runs/" + id + ".json").then().statusCode(404);
    }

    private static long run(Run.Kind kind) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Run run = new Run();
            run.kind = kind;
            run.source = "标签词表";
            run.status = Run.Status.SUCCEEDED;
            run.startedAt = Instant.parse("2024-01-01T00:00:00Z");
            run.endedAt = run.startedAt.plusSeconds(3);
            run.total = 5;
            run.recorded = 4;
            run.unchanged = 1;
            run.persist();
            return run.id;
        });
    }

    private static void move(long run, String from, String into, long keywords, long papers) {
        TagMove move = new TagMove();
        move.run = Run.findById(run);
        move.fromSlug = from;
        move.intoSlug = into;
        move.keywords = keywords;
        move.papers = papers;
        move.persist();
    }
}
