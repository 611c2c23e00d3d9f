package sulan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import sulan.ArchiveFixture;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.Keyword;

/** A page asks the database the same number of questions, however many papers are on it. */
@QuarkusTest
class QueryCountTest {

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

    /** Each address with the most questions that its page may ask. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            / | 14
            /days | 3
            /days/2023-09-20 | 14
            /days/2023-09-20?recommendation=4&q=Paper | 14
            /weeks/2023-W38 | 10
            /months/2023-09 | 10
            /papers?size=100 | 6
            /papers?tag=diffusion&not=tag-1&recommendation=4&sort=novelty&q=Paper&from=2023-09-01&size=100 | 11
            /papers/2309.20001 | 8
            /tags | 5
            /tags?q=tag | 10
            /tags?sort=rising | 10
            /tags/diffusion?size=100 | 27
            /trends | 15
            /suggestions?q=pap | 10
            /reading | 2
            /reading?ids=2309.20001,2309.20002,2309.10001 | 6
            /status | 18
            /about | 3
            /index.json | 9
            /days.json | 3
            /days/2023-09-20.json | 9
            /days/2023-09-20.md | 7
            /days/2023-09-20.atom | 8
            /days/2023-09-20.csv | 8
            /days/2023-09-20.bib | 6
            /weeks/2023-W38.json | 9
            /weeks/2023-W38.atom?size=100 | 7
            /months/2023-09.json | 9
            /months/2023-09.bib?size=100 | 5
            /papers.json?size=100 | 6
            /papers.atom?size=100 | 6
            /papers.csv?size=100 | 6
            /papers.bib?size=100 | 4
            /papers.md?size=100 | 4
            /papers/2309.20001.json | 6
            /papers/2309.20001.md | 4
            /papers/2309.20001.bib | 4
            /papers/2309.20001.ris | 5
            /tags.json | 5
            /tags/diffusion.json?size=100 | 23
            /tags/diffusion.atom?size=100 | 13
            /tags/diffusion.md?size=100 | 11
            /trends.json | 15
            /sitemap.xml | 5
            /sitemap-papers-1.xml | 3
            /sitemap-days-1.xml | 3
            /sitemap-tags-1.xml | 3""")
    void page_with_few_and_with_many_papers(String address, long most) {
        compare(address, most, given());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /papers?size=100 | 6
            /papers?tag=diffusion&recommendation=4&sort=novelty&q=Paper&from=2023-09-01&size=100 | 11
            /papers/2309.20001 | 5
            /days/2023-09-20?recommendation=4 | 10
            /weeks/2023-W38?recommendation=4 | 7
            /months/2023-09?recommendation=4 | 7
            /tags?q=tag | 10
            /tags/diffusion?recommendation=4&size=100 | 13
            /reading?ids=2309.20001,2309.20002,2309.10001 | 6""")
    void fragment_with_few_and_with_many_papers(String address, long most) {
        compare(address, most, given().header("HX-Request", "true"));
    }

    private void compare(String address, long most, RequestSpecification reader) {
        fixture.of(digest(19, 3), digest(20, 3));
        long few = queries(address, reader);
        fixture.of(digest(19, 55), digest(20, 60));
        long many = queries(address, reader);
        assertThat(many).as(address).isLessThanOrEqualTo(most);
        // what is counted once for each revision is counted in the one or the other
        assertThat(many - few).as("more queries for more papers").isLessThanOrEqualTo(1);
    }

    private long queries(String address, RequestSpecification reader) {
        sessions.getStatistics().clear();
        given().spec(reader).get(address).then().statusCode(200);
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
