package sulan.web;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.archive.ModelCall;
import sulan.archive.Run;
import sulan.digest.ListedPaper;

/** How lists and overviews fare: the page, its twin, the health checks and the metrics say the same. */
@QuarkusTest
class ProgressTest {

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    @BeforeEach
    void fill() {
        fixture.small();
    }

    @Test
    void archive_that_is_made_from_files_alone() {
        when().get("/status").then().statusCode(200).body(containsString("还没有同步过"), not(containsString("迟到的日子")),
                containsString("本站没有设置语言模型"), containsString("Sulan "));
        when().get("/status.json").then().body("progress.synchronisedAt", is(nullValue()),
                "progress.failedAt", is(nullValue()), "progress.lateDays", empty(), "progress.incompleteDays", empty(),
                "progress.waiting", is(0), "progress.givenUp", is(0), "model.on", is(false), "model.name", is(nullValue()),
                "version", not(nullValue()));
        when().get("/q/health/well").then().statusCode(200).body("status", is("UP"));
        assertThat(metrics()).contains("sulan_editions 4.0", "sulan_papers 10.0", "sulan_overviews 10.0",
                "sulan_sync_last_success_timestamp_seconds NaN", "sulan_days_late 0.0");
    }

    @Test
    void lists_that_were_fetched_and_that_failed_later() {
        run(Run.Status.PARTLY_FAILED, now.minus(Duration.ofHours(5)));
        run(Run.Status.FAILED, now.minus(Duration.ofHours(3)));
        when().get("/status.json").then().body("progress.synchronisedAt",
                is(now.minus(Duration.ofHours(5)).plusSeconds(9).toString()),
                "progress.failedAt", is(now.minus(Duration.ofHours(3)).toString()));
        when().get("/status").then().body(
                stringContainsInOrder("最近一次成功同步", Shown.minute(now.minus(Duration.ofHours(5))).substring(0, 10), "的一次没有成功"));
        when().get("/q/health/well").then().statusCode(503).body("checks.find { it.name == 'lists fetched' }.status",
                is("DOWN"));
        when().get("/q/health/ready").then().statusCode(200);
        when().get("/q/health/live").then().statusCode(200);
        assertThat(metrics()).contains("sulan_sync_failed 1.0", "sulan_runs{kind=\"lists\",status=\"failed\"} 1.0",
                "sulan_runs{kind=\"lists\",status=\"partly-failed\"} 1.0");
        run(Run.Status.SUCCEEDED, now.minus(Duration.ofHours(1)));
        when().get("/status.json").then().body("progress.failedAt", is(nullValue()));
    }

    @Test
    void weekday_without_papers() {
        LocalDate day = today.minusDays(2);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.minusDays(1);
        }
        archive.list(day, List.of(), List.of(), 0, true, true);
        when().get("/status.json").then().body("progress.lateDays.date", contains(day.toString()),
                "progress.lateDays.reason", contains("no-papers"));
        when().get("/status").then().body(stringContainsInOrder("迟到的日子", day.getYear() + "年", "仍没有论文"));
        when().get("/q/health/well").then().statusCode(503).body("checks.find { it.name == 'lists fetched' }.data.lateDays",
                is(1));
        when().get("/q/health/ready").then().statusCode(200);
        assertThat(metrics()).contains("sulan_days_late 1.0");
        archive.list(day, List.of(paper("2510.00001")), List.of(), 0, true, true);
        when().get("/status.json").then().body("progress.lateDays", empty(), "progress.incompleteDays", empty());
        when().get("/q/health/well").then().statusCode(200);
    }

    @Test
    void days_that_are_not_complete_and_lists_that_could_not_be_had() {
        archive.list(today.minusDays(2), List.of(paper("2510.00001")), List.of(), 0, true, false);
        archive.list(today.minusDays(30), List.of(paper("2510.00002")), List.of(), 0, true, false);
        archive.listFailed(today.minusDays(1), "Hugging Face 没有回答，稍后再试。");
        when().get("/status.json").then().body("progress.incompleteDays.date", contains(today.minusDays(2).toString()),
                "progress.incompleteDays.status", contains("growing"),
                "progress.unreachableDays.date", contains(today.minusDays(1).toString()),
                "progress.unreachableDays.message", contains("Hugging Face 没有回答，稍后再试。"));
        when().get("/status").then().body(containsString("Hugging Face 没有回答"),
                stringContainsInOrder("href=\"/days/" + today.minusDays(2) + "\"", "还在增加"));
        assertThat(metrics()).contains("sulan_days_incomplete 1.0", "sulan_days_unreachable 1.0");
    }

    @Test
    void queue_and_ledger() {
        fixture.listed();
        call(ModelCall.Outcome.ACCEPTED, "0.25");
        call(ModelCall.Outcome.FAULTY, "0.5");
        when().get("/status.json").then().body("progress.waiting", is(1), "progress.givenUp", is(1), "model.name",
                is("some-model-2"));
        when().get("/status").then().body(allOf(containsString("1 篇等待撰写，1 篇没有写成"), containsString("some-model-2")));
        when().get("/q/health/well").then().statusCode(503).body(
                "checks.find { it.name == 'overviews written' }.data.givenUp", is(1),
                "checks.find { it.name == 'lists fetched' }.status", is("UP"));
        assertThat(metrics()).contains("sulan_overviews_waiting 1.0", "sulan_overviews_given_up 1.0",
                "sulan_model_spent_today 0.75", "sulan_model_calls{outcome=\"faulty\",purpose=\"overview\"} 1.0",
                "sulan_model_calls{outcome=\"lost\",purpose=\"order\"} 0.0");
    }

    @Test
    void addresses_in_the_metrics_are_those_of_kinds_of_pages() {
        for (String address : List.of("/papers/2309.10668", "/papers/hep-th/9901001", "/tags/lora", "/days/2023-09-20",
                "/no-such-page", "/static/no-such-file", "/papers/no-such-paper.json")) {
            when().get(address);
            when().post(address);
        }
        when().get("/papers/%00");
        assertThat(metrics()).filteredOn(line -> line.startsWith("http_server_requests_seconds_count"))
                .isNotEmpty().noneMatch(line -> line.contains("2309.") || line.contains("9901001") || line.contains("lora")
                        || line.contains("no-such") || line.contains("%00") || line.contains("2023-"));
    }

    private static List<String> metrics() {
        return when().get("/q/metrics").then().statusCode(200).extract().asString().lines().toList();
    }

    private static ListedPaper paper(String id) {
        return new ListedPaper(id, "A paper", null, List.of(), null, null, null, null, null, null, null, null, List.of(), null,
                null, null, null, null, List.of());
    }

    private static void run(Run.Status status, Instant startedAt) {
        QuarkusTransaction.requiringNew().run(() -> {
            Run run = new Run();
            run.kind = Run.Kind.LISTS;
            run.source = "Hugging Face";
            run.status = status;
            run.startedAt = startedAt;
            run.endedAt = startedAt.plusSeconds(9);
            run.persist();
        });
    }

    private void call(ModelCall.Outcome outcome, String price) {
        QuarkusTransaction.requiringNew().run(() -> {
            ModelCall call = new ModelCall();
            call.purpose = ModelCall.Purpose.OVERVIEW;
            call.outcome = outcome;
            call.model = "some-model-2";
            call.promptVersion = "overview-3";
            call.price = new BigDecimal(price);
            call.priceKnown = true;
            call.startedAt = now;
            call.budgetDay = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
            call.persist();
        });
    }
}
