package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.digest.Keyword;

/** Lists and papers as tables, BibTeX, RIS and Markdown, read back by other readers. */
@QuarkusTest
class ListTwinsTest {

    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    void fill() {
        fixture.small();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers", "/papers?size=3&page=2", "/papers?page=9", "/tags/large-language-model?sort=novelty",
            "/days/2023-09-20?sort=recommendation&recommendation=2", "/weeks/2023-W38?tag=lora",
            "/months/2023-09?size=4&page=2" })
    void papers_of_the_page_in_its_order(String page) {
        List<String> ids = when().get(twin(page, "json")).jsonPath()
                .getList(page.startsWith("/days") ? "papers.id" : "items.id");
        assertThat(csv(twin(page, "csv"))).extracting(row -> row.get("id").replace("arXiv:", ""))
                .containsExactlyElementsOf(ids);
        assertThat(bibTeX(twin(page, "bib")).getEntries().keySet()).extracting(Key::getValue)
                .containsExactlyElementsOf(ids.stream().map(id -> "arXiv:" + id).toList());
    }

    @Test
    void other_pages_of_the_list() {
        for (String extension : List.of("csv", "bib", "md", "atom")) {
            String link = when().get("/papers." + extension + "?size=4&page=2").header("Link");
            assertThat(link).contains("/papers." + extension + "?size=4>; rel=\"first\"",
                    "/papers." + extension + "?size=4>; rel=\"previous\"",
                    "/papers." + extension + "?page=3&size=4>; rel=\"next\"",
                    "/papers." + extension + "?page=3&size=4>; rel=\"last\"");
        }
    }

    @Test
    void table() {
        byte[] bytes = when().get("/days/2023-09-20.csv").then().statusCode(200).contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"sulan-days-2023-09-20.csv\"").extract().asByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text.replace("\"", "")).startsWith("\uFEFFid,title,listedOn,recommendation,").endsWith("\r\n");
        assertThat(text.replace("\r\n", "").replaceAll("(?s)\"[^\"]*\"", "")).doesNotContain("\n", "\r");
        Map<String, String> row = csv("/days/2023-09-20.csv").get(1);
        assertThat(row).containsEntry("id", "arXiv:2309.10668").containsEntry("recommendation", "4.0")
                .containsEntry("rank", "2").containsEntry("rankOf", "5").containsEntry("rankDate", "2023-09-20")
                .containsEntry("upvotes", "").containsEntry("tags", "predictive-model; compression")
                .containsEntry("keywords", "Predictive models (预测模型); Compression (压缩)")
                .containsEntry("highlights", "1. 新的视角\n2. 统一图像与音频").containsEntry("listedOn", "2023-09-20");
        assertThat(csv("/days/2023-09-20.csv").get(0)).containsEntry("recommendation", "").containsEntry("rank", "");
    }

    @Test
    void cells_that_would_be_formulas() {
        String attack = "=HYPERLINK(\"https://evil.example\";\"a\")";
        fixture.of(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 1, ArchiveFixture.paper(1, "2309.00001", attack,
                ArchiveFixture.overview("@SUM(1+1)", "- 第一\n- 第二", List.of(new Keyword("+1", null)), "5.0", null, null))));
        Map<String, String> row = csv("/papers.csv").get(0);
        assertThat(row.values()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r＝＋－＠].*"));
        assertThat(row).containsEntry("title", "'" + attack).containsEntry("mainWork", "'@SUM(1+1)")
                .containsEntry("highlights", "'- 第一\n- 第二").containsEntry("keywords", "'+1");
    }

    @Test
    void text_with_an_apostrophe_before_what_would_be_a_formula() {
        fixture.of(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 2, titled(1, "'=1"), titled(2, "'quoted'")));
        assertThat(csv("/days/2023-09-19.csv")).extracting(row -> row.get("title").replaceFirst("^'('*[=+\\-@])", "$1"))
                .containsExactly("'=1", "'quoted'");
    }

    @Test
    void bibliography() throws Exception {
        when().get("/papers.bib").then().statusCode(200).contentType("application/x-bibtex;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"sulan-papers.bib\"");
        BibTeXEntry entry = bibTeX("/papers.bib").resolveEntry(new Key("arXiv:2309.10668"));
        assertThat(entry.getType()).isEqualTo(BibTeXEntry.TYPE_MISC);
        assertThat(field(entry, "title")).isEqualTo("{Language Modeling Is Compression}");
        assertThat(field(entry, "year")).isEqualTo("2023");
        assertThat(field(entry, "eprint")).isEqualTo("2309.10668");
        assertThat(field(entry, "archivePrefix")).isEqualTo("arXiv");
        assertThat(field(entry, "url")).isEqualTo("https://arxiv.org/abs/2309.10668");
        assertThat(entry.getFields().keySet()).extracting(Key::getValue).doesNotContain("author", "primaryClass");
        BibTeXEntry old = bibTeX("/papers/hep-th/9901001.bib").resolveEntry(new Key("arXiv:hep-th/9901001"));
        assertThat(field(old, "year")).isEqualTo("1999");
        assertThat(field(old, "primaryClass")).isEqualTo("hep-th");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Unbalanced { brace", "Unbalanced } brace \\", "100% of R&D: a_b #1 ~ ^", "@misc{x, \"quoted\"}",
            "<script>alert(1)</script>", "$5 and $6" })
    void titles_that_bibtex_could_stumble_on(String title) throws Exception {
        fixture.of(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 2, titled(1, title), titled(2, "Next")));
        BibTeXDatabase read = bibTeX("/papers.bib?sort=recommendation");
        assertThat(read.getEntries()).hasSize(2);
        String written = field(read.resolveEntry(new Key("arXiv:2309.00001")), "title");
        String shown = new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(written)));
        assertThat(spelt(shown)).isEqualTo(title);
    }

    @Test
    void title_in_chinese() {
        fixture.of(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 1, titled(1, "多模态大模型：Café")));
        assertThat(field(bibTeX("/papers.bib").getEntries().values().iterator().next(), "title")).isEqualTo("{多模态大模型：Café}");
    }

    @Test
    void authors() {
        Citation citation = new Citation("2309.00001", "T", List.of("Ada Lovelace", "Research and Development, Inc."), null,
                null,
                null);
        assertThat(BibTeX.entry(citation)).contains("author = {Ada Lovelace and {Research and Development, Inc.}}")
                .doesNotContain("year");
    }

    @Test
    void reference_for_managers() {
        String ris = when().get("/papers/2309.10668.ris").then().statusCode(200)
                .contentType("application/x-research-info-systems;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"arxiv-2309.10668.ris\"").extract().asString();
        assertThat(ris.split("\r\n")).containsExactly("TY  - GEN", "TI  - Language Modeling Is Compression", "PY  - 2023",
                "DA  - 2023/09//", "DB  - arXiv", "AN  - arXiv:2309.10668", "KW  - Predictive models", "KW  - Compression",
                "UR  - https://arxiv.org/abs/2309.10668", "L1  - https://arxiv.org/pdf/2309.10668", "ER  - ");
        assertThat(when().get("/papers/2309.10202.ris").asString().lines())
                .allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .*"));
    }

    @Test
    void list_for_people() {
        String markdown = when().get("/papers.md?size=2&page=2&rated=true").then().statusCode(200)
                .contentType("text/markdown;charset=UTF-8")
                .header("Content-Disposition", "inline; filename=\"sulan-papers.md\"").extract().asString();
        assertThat(markdown).startsWith("# 全部论文 · 只看已评分\n").contains("8 篇 · 第 2 / 4 页", "\n3. [", "\n4. [", "推荐度 4", "当日名次 ");
        String html = HtmlRenderer.builder().escapeHtml(true).build()
                .render(Parser.builder().build().parse(when().get("/days/2023-09-20.md?size=2").asString()));
        assertThat(html).doesNotContain("<script>");
        String hostile = HtmlRenderer.builder().build().render(Parser.builder().build()
                .parse(when().get("/weeks/2023-W38.md?size=100").asString()));
        assertThat(hostile).contains("&lt;script&gt;alert('标题')&lt;/script&gt; &amp; &quot;quotes&quot;")
                .doesNotContain("<script", "<img");
    }

    @ParameterizedTest
    @CsvSource({ "/tags/c%2B%2B.csv, sulan-tags-c-.csv", "/months/2023-09.bib, sulan-months-2023-09.bib",
            "/days/2023-09-20.md, 20230920-hf-daily-papers.md", "/papers/hep-th/9901001.bib, arxiv-hep-th-9901001.bib" })
    void name_of_the_file(String address, String name) {
        given().urlEncodingEnabled(false).when().get(address).then().statusCode(200)
                .header("Content-Disposition", containsString("filename=\"" + name + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "atom", "csv", "bib", "md" })
    void tag_spelt_otherwise(String extension) {
        given().redirects().follow(false).when().get("/tags/Large Language Models." + extension + "?sort=novelty").then()
                .statusCode(301).header("Location", endsWith("/tags/large-language-model." + extension + "?sort=novelty"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/days/2023-09-21.atom", "/papers/2309.99999.bib", "/papers/2309.99999.ris",
            "/tags/no-such-tag.csv",
            "/weeks/2023-W54.atom", "/months/2021-01.bib", "/no-such-thing.atom", "/days.csv", "/tags.bib" })
    void nothing_there(String address) {
        when().get(address).then().statusCode(404).contentType("application/json").body(containsString("\"status\":404"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers.atom?sort=best", "/papers.csv?page=0", "/tags/lora.bib?size=101",
            "/weeks/2023-W38.md?novelty=6",
            "/days/2023-09-20.atom?sort=best" })
    void value_that_makes_no_sense(String address) {
        when().get(address).then().statusCode(400).contentType("application/json").body(startsWith("{\"status\":400"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/papers.atom", "/papers.csv", "/papers/2309.10668.bib" })
    void twin_whatever_is_accepted(String address) {
        given().accept("text/html").when().get(address).then().statusCode(200);
        when().delete(address).then().statusCode(405).header("Allow", "GET, HEAD").contentType("application/json");
    }

    private static sulan.digest.DigestPaper titled(int position, String title) {
        return ArchiveFixture.paper(position, "2309.0000" + position, title,
                ArchiveFixture.overview("工作。", null, List.of(), null, null, null));
    }

    private static String twin(String page, String extension) {
        return page.replaceFirst("(\\?|$)", "." + extension + "$1");
    }

    private static List<Map<String, String>> csv(String address) {
        byte[] bytes = when().get(address).then().statusCode(200).extract().asByteArray();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(bytes)) {
            return rows.readAll();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BibTeXDatabase bibTeX(String address) {
        String text = new String(when().get(address).then().statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
        try {
            return new BibTeXParser().parse(new StringReader(text));
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static String field(BibTeXEntry entry, String name) {
        return entry.getField(new Key(name)).toUserString();
    }

    /** What jbibtex does not translate of LaTeX's names for characters. */
    private static String spelt(String shown) {
        return shown.replace("\\textbraceleft", "{").replace("\\textbraceright", "}").replace("\\textbackslash", "\\")
                .replace("\\textasciitilde", "~").replace("\\textasciicircum", "^").replace("\\textless", "<")
                .replace("\\textgreater", ">").replace("\\textbar", "|");
    }
}
