package sulan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** What a page links to is there. */
@QuarkusTest
class LinksTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/days", "/days/2023-09-20", "/days/2023-09-20?recommendation=4&sort=novelty",
            "/weeks/2023-W38?size=2&page=2", "/months/2023-09", "/papers?size=3&page=2",
            "/papers?from=2023-09-20&to=2023-09-20",
            "/papers?q=%22a+%26+b&tag=c%2B%2B&not=lora&rated=true", "/papers?q=LLM&recommendation=0", "/papers?q=zebra",
            "/papers/hep-th/9901001", "/papers/2309.10202", "/tags?sort=name", "/tags/c%2B%2B", "/tags/lora?not=lora",
            "/tags/large-language-model?from=2023-09-20&to=2023-09-20", "/about", "/status",
            "/reading", "/reading?ids=2309.10668,hep-th/9901001,2309.99999" })
    void links(String page) {
        String body = given().urlEncodingEnabled(false).when().get(page).then().statusCode(200).extract().asString();
        List<String> links = LINK.matcher(body).results()
                .map(found -> found.group(1).replace("&amp;", "&").replaceAll("#.*", ""))
                .distinct().toList();
        assertThat(links).isNotEmpty().allSatisfy(
                link -> assertThat(given().urlEncodingEnabled(false).redirects().follow(false).when().get(link).statusCode())
                        // the operator's pages lead to the login
                        .as(link).isIn(200, link.equals("/operator") ? 302 : 301));
    }
}
