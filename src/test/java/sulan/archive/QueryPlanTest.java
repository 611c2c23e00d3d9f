package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.Keyword;
import sulan.digest.ListedPaper;

/**
 * What a page asks for is found by an index: the database goes through none of the large tables for it. The statements are
 * those that Hibernate makes, shortened.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlanTest {

    private static final int DAYS = 40;
    private static final int PAPERS = 40;
    private static final String IDS = "('2301.01001', '2301.02001', '2301.03002')";

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    @Inject
    @PersistenceUnitExtension
    AskedStatements asked;
    @Inject
    EntityManager entities;

    /** Enough for no database to think that going through a table is the shorter way. */
    @BeforeAll
    void fill() {
        fixture.empty();
        for (int i = 1; i <= DAYS; i++) {
            int day = i;
            LocalDate date = LocalDate.of(2023, 1, 1).plusDays(day);
            archive.record(digest(day, "工作"), List.of(), "hash " + day);
            archive.list(date, IntStream.rangeClosed(1, PAPERS / 2).mapToObj(position -> listed(id(day, position))).toList(),
                    List.of(), 0, true, true);
        }
        fixture.awaitIndex();
        analyze();
    }

    private static Digest digest(int day, String work) {
        List<DigestPaper> papers = IntStream.rangeClosed(1, PAPERS).mapToObj(position -> ArchiveFixture.paper(position,
                id(day, position), "Paper " + position, ArchiveFixture.overview(work, "亮点",
                        List.of(new Keyword("Diffusion", "扩散"), new Keyword("Word " + day + " of " + position, null)),
                        "4.0", "4.0", "4.0")))
                .toList();
        return new Digest(LocalDate.of(2023, 1, 1).plusDays(day), PAPERS, null, null, papers, null);
    }

    private static String id(int day, int position) {
        return "2301.%02d%03d".formatted(day, position);
    }

    private static ListedPaper listed(String id, String... keywords) {
        return new ListedPaper(id, "Paper", null, List.of(), null, null, null, null, null, null, null, null, List.of(), null,
                null, null, null, null, keywords.length == 0 ? List.of("Listed word", "Another of " + id) : List.of(keywords));
    }

    @Transactional
    void analyze() {
        entities.createNativeQuery("analyze").executeUpdate();
    }

    @AfterAll
    void empty() {
        fixture.empty();
    }

    @Test
    void frequent_questions() {
        Map<String, String> questions = new TreeMap<>();
        questions.put("papers of a list", "select * from paper p left join overview o on o.id = p.overview_id"
                + " left join keyword k on k.overview_id = o.id left join tag t on t.id = k.tag_id where p.id in " + IDS);
        questions.put("their days", "select * from listing l where l.paper_id in " + IDS);
        questions.put("their listed keywords",
                "select * from keyword k where k.paper_id in " + IDS + " and coalesce(k.overview_id, 0) = 0");
        questions.put("wanted overviews", "select * from pending_overview w where w.paper_id in " + IDS);
        questions.put("tags by slugs", "select * from tag t where t.slug in ('diffusion-model', 'none')");
        questions.put("tags by ids", "select * from tag t where t.id in (1, 2, 3)");
        questions.put("papers of a day", "select l.edition_date, p.id from listing l join paper p on p.id = l.paper_id"
                + " left join overview o on o.id = p.overview_id where l.edition_date in (date '2023-01-09')");
        questions.put("a day in figures", "select count(p.id) from edition e left join listing l on l.edition_date = e.date"
                + " left join paper p on p.id = l.paper_id where e.date between date '2023-01-09' and date '2023-01-09'");
        questions.put("versions of a paper", "select * from overview o where o.paper_id = '2301.01001' order by o.id desc");
        questions.put("what has changed",
                "select * from paper p where p.revision > 1000000 and p.revision <= 1000100 order by p.revision, p.id");
        questions.put("the rest of a change", "select * from paper p where p.revision = 1000000 and p.id > 'a' order by p.id");
        questions.put("tag of few papers", "select count(distinct p.id) from keyword k join paper p on p.id = k.paper_id"
                + " join listing l on l.paper_id = p.id where k.tag_id = (select min(t.id) from tag t where t.slug = 'word-1-of-1')"
                + " and k.shown");
        Map<String, String> scans = new TreeMap<>();
        questions.forEach((name, question) -> {
            String plan = plan(question);
            if (isScan(plan)) {
                scans.put(name, plan);
            }
        });
        assertThat(scans).isEmpty();
    }

    /** What a digest or a list costs must not grow with the archive. */
    @Test
    void statements_of_imports() {
        LocalDate date = LocalDate.of(2023, 1, 5);
        Set<String> statements = asked.during(() -> {
            archive.record(digest(4, "another work"), List.of(), "changed");
            archive.record(digest(DAYS + 1, "work"), List.of(), "new");
            archive.list(date, List.of(listed(id(4, 1)), listed("2302.00001")), List.of(), 0, true, true);
            archive.list(date, List.of(listed("2302.00001", "Other word")), List.of(), 0, true, true);
        });
        Map<String, String> scans = new TreeMap<>();
        // H2 takes "is null" for rare, and goes through all that belongs to no overview
        statements.stream().filter(statement -> statement.matches("(?s)(select|update|delete) .* where .*"))
                .forEach(statement -> {
                    String plan = plan(statement);
                    if (isScan(plan) || plan.matches("(?s).*: overview_id IS NULL.*")) {
                        scans.put(statement, plan);
                    }
                });
        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(scans).isEmpty();
    }

    @Transactional
    String plan(String question) {
        List<String> lines = new ArrayList<>();
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement explain = connection.prepareStatement("explain " + question)) {
                for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                    explain.setObject(i, null);
                }
                try (ResultSet plan = explain.executeQuery()) {
                    while (plan.next()) {
                        lines.add(plan.getString(1));
                    }
                }
            }
        });
        return String.join("\n", lines);
    }

    /** Whether it goes through one of the tables that grow with the archive, tags and single days' lists aside. */
    private static boolean isScan(String plan) {
        return List.of("paper", "listing", "keyword", "overview").stream()
                .anyMatch(table -> plan.contains("public." + table + ".tableScan")
                        || plan.contains("Seq Scan on " + table + " "));
    }
}
