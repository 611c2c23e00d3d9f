package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;

/** Feeds, as a feed library reads them, and by the rules of RFC 4287 and RFC 5005. */
@QuarkusTest
class AtomFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;

    @BeforeEach
    void fill() {
        fixture.small();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers.atom", "/papers.atom?page=2&size=3", "/papers.atom?q=no-such-word", "/papers.atom?page=9",
            "/papers.atom?tag=lora&not=compression&recommendation=4&sort=novelty", "/tags/large-language-model.atom",
            "/tags/c%2B%2B.atom", "/days/2023-09-20.atom", "/weeks/2023-W38.atom?size=2", "/months/2023-09.atom" })
    void rules_of_rfc_4287(String address) throws Exception {
        Element feed = document(address);
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertPerson(only(feed, "author"));
        for (Element of : entriesAnd(feed)) {
            assertThat(URI.create(text(of, "id")).isAbsolute()).isTrue();
            assertThat(text(of, "title")).isNotBlank();
            // RFC 3339 with a capital T and a zone
            assertThat(text(of, "updated")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
            assertThat(OffsetDateTime.parse(text(of, "updated"))).isBefore(OffsetDateTime.now().plusMinutes(1));
            assertThat(links(of, "alternate")).hasSize(1);
            for (Element link : children(of, "link")) {
                assertThat(URI.create(link.getAttribute("href")).getScheme()).startsWith("http");
            }
        }
        assertThat(links(feed, "self")).singleElement().asString().endsWith(address);
        List<Element> entries = children(feed, "entry");
        assertThat(entries).extracting(entry -> text(entry, "id")).doesNotHaveDuplicates();
        for (Element entry : entries) {
            assertThat(OffsetDateTime.parse(text(entry, "published"))).isNotNull();
            assertThat(only(entry, "content").getAttribute("type")).isEqualTo("html");
            for (Element category : children(entry, "category")) {
                assertThat(category.getAttribute("term")).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers", "/papers?size=3&page=2", "/tags/large-language-model?sort=novelty",
            "/days/2023-09-20?sort=recommendation&size=2", "/weeks/2023-W38?tag=lora", "/months/2023-09?size=4&page=2" })
    void papers_of_the_page_in_its_order(String page) {
        String json = page.replaceFirst("(\\?|$)", ".json$1");
        List<String> ids = when().get(json).jsonPath().getList(page.startsWith("/days") ? "papers.id" : "items.id");
        assertThat(read(page.replaceFirst("(\\?|$)", ".atom$1")).getEntries()).isNotEmpty()
                .extracting(entry -> path(entry.getAlternateLinks().get(0)))
                .containsExactlyElementsOf(ids.stream().map(id -> "/papers/" + id).toList());
    }

    @Test
    void list_in_pages() {
        Feed first = read("/papers.atom?size=4");
        Feed second = read(link(first, "next"));
        Feed third = read(link(second, "next"));
        assertThat(link(first, "previous")).isNull();
        assertThat(link(third, "next")).isNull();
        assertThat(link(second, "previous")).isEqualTo(link(second, "first")).isEqualTo(link(third, "first"));
        assertThat(link(third, "last")).isEqualTo(link(third, "self"));
        assertThat(List.of(first, second, third)).extracting(Feed::getId).containsOnly(first.getId());
        List<String> ids = new ArrayList<>();
        List.of(first, second, third).forEach(feed -> feed.getEntries().forEach(entry -> ids.add(entry.getId())));
        assertThat(ids).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void entry() {
        Feed feed = read("/days/2023-09-20.atom");
        assertThat(feed.getTitle()).isEqualTo("2023年9月20日的论文 · 速览 Sulan");
        Entry entry = entry(feed, ArchiveFixture.TRUNCATED);
        assertThat(entry.getTitle()).isEqualTo("Language Modeling Is Compression");
        assertThat(entry.getPublished()).isEqualTo(Instant.parse("2023-09-20T00:00:00Z"));
        assertThat(entry.getCategories()).extracting(category -> category.getTerm() + " " + category.getLabel())
                .containsExactly("predictive-model 预测模型", "compression 压缩");
        assertThat(entry.getOtherLinks()).extracting(Link::getHref).containsExactly("https://arxiv.org/abs/2309.10668");
        assertThat(entry.getContents().get(0).getValue()).contains("<h2>主要工作</h2>", "把语言模型看作<strong>压缩器</strong>。",
                "<li>新的视角</li>", "/tags/predictive-model\">预测模型 Predictive models</a>", "推荐度 <strong>4.0</strong>",
                "可以直接用于压缩。", "另见附录。");
    }

    @Test
    void title_says_which_list() {
        assertThat(read("/papers.atom?tag=lora&recommendation=4").getTitle())
                .isEqualTo("全部论文 · 标签：LoRA · 推荐度 ≥ 4 · 速览 Sulan");
        assertThat(read("/tags/large-language-model.atom").getTitle()).isEqualTo("大语言模型 · 速览 Sulan");
    }

    @Test
    void text_that_means_harm() {
        Entry entry = entry(read("/days/2023-09-20.atom"), ArchiveFixture.HOSTILE);
        assertThat(entry.getTitleEx().getType()).isEqualTo("text");
        assertThat(entry.getTitle()).startsWith("<script>alert('标题')</script> & \"quotes\"");
        assertThat(entry.getContents().get(0).getValue()).contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<script", "<img", "javascript:alert(1)\"", "<b>");
    }

    @Test
    void characters_that_xml_cannot_hold() {
        fixture.of(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 1, ArchiveFixture.paper(1, "2309.00001", "A\u0001B\uFFFE",
                ArchiveFixture.overview("工作\u0008\u000b。", null, List.of(), null, null, null))));
        Entry entry = read("/papers.atom").getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo("A\uFFFDB\uFFFD");
        assertThat(entry.getContents().get(0).getValue()).contains("工作\uFFFD\uFFFD。");
    }

    @Test
    void entry_is_updated_when_its_text_changes_and_only_then() throws Exception {
        Element before = document("/papers.atom");
        Thread.sleep(1100);
        archive.record(ArchiveFixture.tuesday(), List.of(), "tuesday, another file with the same content");
        archive.edit(ArchiveFixture.LONGLORA, ArchiveFixture.overview("改正后的工作。", null, List.of(), "4.0", "4.0", "4.0"));
        Element after = document("/papers.atom");
        for (Element entry : children(after, "entry")) {
            Element same = children(before, "entry").stream().filter(old -> text(old, "id").equals(text(entry, "id")))
                    .findFirst().orElseThrow();
            if (text(entry, "title").startsWith("LongLoRA")) {
                assertThat(text(entry, "updated")).isGreaterThan(text(same, "updated"));
                assertThat(text(after, "updated")).isEqualTo(text(entry, "updated"));
            } else {
                assertThat(text(entry, "updated")).isEqualTo(text(same, "updated"));
            }
        }
    }

    @Test
    void ids_do_not_depend_on_the_host() {
        String here = when().get("/papers.atom").asString();
        String there = given().header("Host", "sulan.example").when().get("/papers.atom").asString();
        assertThat(there).contains("http://sulan.example/papers/2309.10668").doesNotContain("localhost");
        assertThat(ids(there)).isEqualTo(ids(here)).hasSize(11);
    }

    @Test
    void empty_archive() {
        fixture.empty();
        assertThat(when().get("/papers.atom").asString()).isEqualTo(when().get("/papers.atom").asString())
                .contains("<updated>1970-01-01T00:00:00Z</updated>");
    }

    private static List<String> ids(String document) {
        return java.util.regex.Pattern.compile("<id>(.*?)</id>").matcher(document).results().map(id -> id.group(1)).toList();
    }

    private static Feed read(String address) {
        String document = given().urlEncodingEnabled(false).when().get(address).then().statusCode(200)
                .contentType("application/atom+xml").extract().asString();
        try {
            return (Feed) new WireFeedInput(true, java.util.Locale.ROOT).build(new StringReader(document));
        } catch (Exception e) {
            throw new AssertionError(document, e);
        }
    }

    private static Entry entry(Feed feed, String id) {
        return feed.getEntries().stream().filter(entry -> path(entry.getAlternateLinks().get(0)).equals("/papers/" + id))
                .findFirst().orElseThrow();
    }

    private static String link(Feed feed, String relation) {
        return feed.getOtherLinks().stream().filter(link -> link.getRel().equals(relation)).map(Link::getHref).findFirst()
                .orElse(null);
    }

    private static String path(Link link) {
        return URI.create(link.getHref()).getPath();
    }

    private static Element document(String address) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String document = given().urlEncodingEnabled(false).when().get(address).then().statusCode(200).extract().asString();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(document))).getDocumentElement();
    }

    private static List<Element> entriesAnd(Element feed) {
        List<Element> all = new ArrayList<>(children(feed, "entry"));
        all.add(feed);
        return all;
    }

    private static List<Element> children(Element of, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = of.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && ATOM.equals(element.getNamespaceURI())
                    && element.getLocalName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element only(Element of, String name) {
        assertThat(children(of, name)).as(name).hasSize(1);
        return children(of, name).get(0);
    }

    private static String text(Element of, String name) {
        return only(of, name).getTextContent();
    }

    private static List<String> links(Element of, String relation) {
        return children(of, "link").stream().filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href")).toList();
    }

    private static void assertPerson(Element person) {
        assertThat(text(person, "name")).isNotBlank();
    }
}
