package sulan.web;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.digest.DigestPaper;
import sulan.digest.Keyword;

/** What is rising: by share, not by number. */
@QuarkusTest
class RisingTagsTest {

    private static final LocalDate NEWEST = LocalDate.of(2024, 3, 31);

    @Inject
    Archive archive;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    @AfterEach
    void clear() {
        fixture.empty();
    }

    @Test
    void share_of_small_days_against_that_of_large_days() {
        // before: of 60 papers, 30 about gizmos, 3 about gadgets, none about widgets
        day(NEWEST.minusWeeks(10), 60, 30, 3, 0);
        // now: of 12 papers, 6 about gizmos (the same share), 4 about gadgets, 3 about widgets
        day(NEWEST.minusDays(27), 7, 3, 2, 3);
        day(NEWEST, 5, 3, 2, 0);
        when().get("/tags.json?sort=rising").then().statusCode(200).body("tags.slug", contains("widget", "gadget"),
                "tags.recent", contains(3, 4), "tags.expected", contains(0.0f, 0.6f), "tags.count", contains(3, 7));
        when().get("/tags?sort=rising").then().statusCode(200).body(containsString("2024年3月4日"),
                containsString("4 篇，预期 0.6"));
    }

    @Test
    void two_papers_may_be_chance() {
        day(NEWEST.minusWeeks(10), 60, 30, 0, 0);
        day(NEWEST, 5, 0, 2, 2);
        when().get("/tags.json?sort=rising").then().body("tags", empty());
    }

    @Test
    void nothing_to_compare_with() {
        day(NEWEST.minusWeeks(60), 10, 1, 1, 1);
        day(NEWEST, 10, 5, 5, 5);
        when().get("/tags?sort=rising").then().statusCode(200).body(containsString("没有可比的论文"));
    }

    private void day(LocalDate date, int papers, int gizmos, int gadgets, int widgets) {
        List<DigestPaper> listed = new ArrayList<>();
        for (int i = 1; i <= papers; i++) {
            List<Keyword> keywords = new ArrayList<>(List.of(new Keyword("Single " + date + " " + i, null)));
            if (i <= gizmos) {
                keywords.add(new Keyword("Gizmo", null));
            }
            if (i <= gadgets) {
                keywords.add(new Keyword("Gadget", null));
            }
            if (i <= widgets) {
                keywords.add(new Keyword("Widget", null));
            }
            listed.add(ArchiveFixture.paper(i, "%s%02d.%03d%02d".formatted(date.getYear() % 100, date.getMonthValue(),
                    date.getDayOfYear(), i), "Paper", ArchiveFixture.overview("工作", null, keywords, null, null, null)));
        }
        archive.record(ArchiveFixture.digest(date, papers, listed.toArray(DigestPaper[]::new)), List.of(), "of " + date);
    }
}
