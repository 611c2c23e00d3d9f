package sulan.web;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.archive.TagCuration;
import sulan.digest.DigestPaper;
import sulan.digest.Keyword;

/**
 * Three weeks with a story. In two, sixty papers: half about gizmos, three about gadgets, twelve about relics. In the third, a
 * month later, only twenty: still half about gizmos; six about gadgets, one of which says doohickey; none about relics; three
 * about widgets and doodads at once, which is new. One paper of it is listed on both of its days, another one is hidden.
 */
@QuarkusTest
class TrendPagesTest {

    private static final String NOW = "from=2024-04-01&to=2024-04-07";

    @Inject
    Archive archive;
    @Inject
    TagCuration curation;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    void fill() {
        fixture.empty();
        day("2024-03-05", papers("2403.1", 40, of("Gizmo", 20), of("Gadget", 2), of("Relic", 8)));
        day("2024-03-19", papers("2403.2", 20, of("Gizmo", 10), of("Gadget", 1), of("Relic", 4)));
        List<DigestPaper> tuesday = papers("2404.1", 10, of("Gizmo", 5), of("Gadget", 3), of("Widget", 2), of("Doodad", 2));
        day("2024-04-02", tuesday);
        List<DigestPaper> thursday = papers("2404.2", 10, of("Gizmo", 5), of("Gadget", 2), of("Widget", 1), of("Doodad", 1));
        thursday.add(paper("2404.30001", "Gadget", "Secret"));
        thursday.add(paper("2404.20010", "Single 2404.20010", "Doohickey"));
        thursday.remove(9);
        thursday.add(tuesday.get(0));
        day("2024-04-04", thursday);
        archive.hide("2404.30001", true);
        curation.merge("doohickey", "gadget", "ann");
    }

    @AfterEach
    void clear() {
        fixture.empty();
    }

    @Test
    void shares_of_weeks_of_unequal_size() {
        when().get("/trends.json").then().statusCode(200).body("per", is("week"), "period.name", is("2024-W14"),
                "papers", is(20), "tagged", is(20), "before.name", contains("2024-W10", "2024-W12"), "taggedBefore", is(60),
                "previous", is("2024-W12"), "next", nullValue(),
                "rising.tag.slug", contains("doodad", "widget", "gadget"), "rising.now.count", contains(3, 3, 6),
                "rising.now.of", contains(20, 20, 20), "rising.now.share", contains(0.15f, 0.15f, 0.3f),
                "rising.before.count", contains(0, 0, 3), "rising.before.of", contains(60, 60, 60),
                "falling.tag.slug", contains("relic"), "falling.before.share", contains(0.2f), "falling.now.count",
                contains(0));
        when().get("/trends.json").then().body("rising[2].history.period.last()", is("2024-W14"), "rising[2].history.size()",
                is(12), "rising[2].history.share.drop(7)",
                is(Arrays.asList(0.05f, null, 0.05f, null, 0.3f)), "rising[2].history.of.drop(7)", contains(40, 0, 20, 0, 20));
    }

    @Test
    void new_tags_and_pairs() {
        when().get("/trends.json").then().body("new.tag.slug", contains("doodad", "widget"), "new.count", contains(3, 3),
                "newSingle", is(20), "pairs[0].tags.slug", contains("doodad", "widget"), "pairs[0].together", is(3),
                "pairs[0].lift", is(6.6667f), "pairs.size()", is(1));
    }

    @Test
    void page_with_its_links() {
        when().get("/trends").then().statusCode(200).body(
                stringContainsInOrder("上升", "/tags/gadget?" + NOW.replace("&", "&amp;"), "5.0%", "3/60", "30.0%", "6/20", "下降",
                        "/tags/relic?from=2024-03-04&amp;to=2024-04-07", "Relic", "12/60", "0/20"),
                containsString(
                        "<title>2024-W03 至 2024-W14 的占比： 无 · 无 · 无 · 无 · 无 · 无 · 无 · 5.0% · 无 · 5.0% · 无 · 30.0%</title>"),
                containsString("/papers?tag=doodad&amp;tag=widget&amp;" + NOW.replace("&", "&amp;")), containsString("×6.7"),
                containsString("这一周有关键词的 20 篇论文"), containsString("2 周（2024-W10 至 2024-W12，共 60 篇）"),
                containsString("href=\"/trends?per=week&amp;until=2024-03-24\""),
                not(containsString("Secret")));
        when().get("/papers?tag=doodad&tag=widget&" + NOW).then().body(containsString("<b>3</b> 篇"));
    }

    @Test
    void months() {
        when().get("/trends.json?per=month").then().body("period.name", is("2024-04"), "before.name", contains("2024-03"),
                "taggedBefore", is(60), "rising.tag.slug", contains("doodad", "widget", "gadget"), "newSingle", is(20));
    }

    @Test
    void one_of_three_papers() {
        day("2024-04-09", papers("2404.4", 3, of("Novelty", 1)));
        when().get("/trends.json").then().body("period.name", is("2024-W15"), "rising", empty());
    }

    @Test
    void first_week_of_all() {
        when().get("/trends?per=week&until=2024-03-08").then().statusCode(200).body(
                containsString("此前 11 周里没有可以比较的论文"), containsString("存档从这里开始"),
                containsString("href=\"/trends?per=week&amp;until=2024-03-24\""));
        when().get("/trends.json?per=week&until=2024-03-08").then().body("new", nullValue(), "before", empty(), "rising",
                empty(), "previous", nullValue(), "next", is("2024-W12"));
    }

    @Test
    void week_without_papers() {
        when().get("/trends?per=week&until=2024-03-13").then().statusCode(200).body(allOf(
                containsString("这一周没有论文"), containsString("until=2024-03-10\""), containsString("until=2024-03-24\"")));
    }

    @Test
    void week_before_all() {
        when().get("/trends?until=2000-01-01").then().statusCode(200).body(containsString("这一周没有论文"),
                containsString("until=2024-03-10\""), not(containsString("rel=\"prev\"")));
    }

    @Test
    void papers_without_keywords() {
        day("2024-04-09", List.of(paper("2404.50001")));
        when().get("/trends").then().body(containsString("共 1 篇，都还没有关键词"), containsString("说不出趋势"));
        when().get("/trends.json").then().body("papers", is(1), "tagged", is(0), "rising", empty(), "new", empty());
    }

    @Test
    void long_archive_by_month() {
        day("2023-11-07", papers("2311.1", 2));
        when().get("/trends.json").then().body("per", is("month"), "before.name", contains("2023-11", "2024-03"));
        when().get("/trends").then().body(containsString("href=\"/trends?per=week\""));
    }

    @Test
    void empty_archive() {
        fixture.empty();
        when().get("/trends").then().statusCode(200).body(containsString("存档还是空的"));
        when().get("/trends.json").then().statusCode(200).body("period", nullValue(), "rising", empty());
    }

    @ParameterizedTest
    @CsvSource({ "per=year, month", "until=2024-02-30, 2024-02-30", "until=0000-01-01, 0000-01-01" })
    void what_makes_no_sense(String parameter, String said) {
        when().get("/trends?" + parameter).then().statusCode(400).body(containsString(said));
        when().get("/trends.json?" + parameter).then().statusCode(400).body("status", is(400));
    }

    private record Some(String keyword, int papers) {
    }

    private static Some of(String keyword, int papers) {
        return new Some(keyword, papers);
    }

    /** The first ones carry a keyword; each has one of its own, too. */
    private static List<DigestPaper> papers(String ids, int papers, Some... keywords) {
        List<DigestPaper> listed = new ArrayList<>();
        for (int i = 1; i <= papers; i++) {
            String id = "%s%04d".formatted(ids, i);
            List<String> given = new ArrayList<>(List.of("Single " + id));
            for (Some some : keywords) {
                if (i <= some.papers) {
                    given.add(some.keyword);
                }
            }
            listed.add(paper(id, given.toArray(String[]::new)));
        }
        return listed;
    }

    private static DigestPaper paper(String id, String... keywords) {
        return ArchiveFixture.paper(1, id, "Paper " + id, ArchiveFixture.overview("工作", null,
                Arrays.stream(keywords).map(keyword -> new Keyword(keyword, null)).toList(), null, null, null));
    }

    private void day(String date, List<DigestPaper> papers) {
        List<DigestPaper> placed = new ArrayList<>();
        papers.forEach(paper -> placed
                .add(new DigestPaper(placed.size() + 1, paper.title(), paper.paperId(), paper.overview())));
        archive.record(ArchiveFixture.digest(LocalDate.parse(date), placed.size(), placed.toArray(DigestPaper[]::new)),
                List.of(), "of " + date);
        fixture.awaitIndex();
    }
}
