package sulan.web;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.Keyword;

/** A page asks the database the same number of questions, however many papers are on it. */
@QuarkusTest
class QueryCountTest {

    private static final int MOST = 30;

    @Inject
    ArchiveFixture fixture;
    @Inject
    SessionFactory sessions;

    @BeforeEach
    void count() {
        sessions.getStatistics().setStatisticsEnabled(true);
    }

    @AfterEach
    void countNoMore() {
        sessions.getStatistics().setStatisticsEnabled(false);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/days", "/days/2023-09-20", "/weeks/2023-W38", "/months/2023-09", "/papers?size=100",
            "/papers/2309.20001", "/tags", "/tags/diffusion?size=100", "/status", "/index.json", "/days.json",
            "/days/2023-09-20.json", "/weeks/2023-W38.json", "/papers.json?size=100", "/papers/2309.20001.json", "/tags.json",
            "/tags/diffusion.json?size=100", "/days/2023-09-20.md", "/papers.atom?size=100", "/papers.csv?size=100",
            "/papers.bib?size=100", "/papers.md?size=100", "/tags/diffusion.atom?size=100", "/days/2023-09-20.atom",
            "/days/2023-09-20.csv", "/weeks/2023-W38.atom?size=100", "/months/2023-09.bib?size=100",
            "/papers/2309.20001.bib", "/papers/2309.20001.ris", "/sitemap.xml", "/sitemap-papers-1.xml", "/sitemap-days-1.xml",
            "/sitemap-tags-1.xml", "/trends", "/trends.json" })
    void page_with_few_and_with_many_papers(String address) {
        fixture.of(digest(19, 3), digest(20, 3));
        long few = queries(address);
        fixture.of(digest(19, 55), digest(20, 60));
        long many = queries(address);
        assertThat(many).isBetween(1L, (long) MOST);
        assertThat(many - few).as("more queries for more papers").isLessThanOrEqualTo(1);
    }

    private long queries(String address) {
        sessions.getStatistics().clear();
        when().get(address).then().statusCode(200);
        return sessions.getStatistics().getPrepareStatementCount();
    }

    private static Digest digest(int day, int papers) {
        List<DigestPaper> listed = IntStream.rangeClosed(1, papers).mapToObj(position -> ArchiveFixture.paper(position,
                "2309.%d%04d".formatted(day == 19 ? 1 : 2, position), "Paper " + position,
                ArchiveFixture.overview("工作", "亮点",
                        List.of(new Keyword("Diffusion", "扩散"), new Keyword("Tag " + position, null)),
                        "4.0", "4.0", "4.0")))
                .toList();
        return new Digest(LocalDate.of(2023, 9, day), papers, null, null, listed, null);
    }
}
