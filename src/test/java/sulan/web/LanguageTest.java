package sulan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import sulan.ArchiveFixture;
import sulan.browser.PageKinds;

/** The interface in Chinese and English. */
@QuarkusTest
class LanguageTest {

    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]");
    private static final Pattern PIECE = Pattern.compile(
            "<script[^>]*>.*?</script>|<!--.*?-->|<!DOCTYPE[^>]*>|<(/?)([a-zA-Z0-9]+)([^>]*)>|[^<]+", Pattern.DOTALL);
    private static final Pattern LANG = Pattern.compile("(?<![a-z])lang=\"([^\"]*)\"");
    private static final Set<String> EMPTY = Set.of("meta", "link", "input", "br", "img", "hr", "rect");

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
        archive.listed();
        archive.runs();
    }

    static List<String> pages() {
        return PageKinds.ALL.stream()
                .filter(address -> !HAN.matcher(URLDecoder.decode(address, StandardCharsets.UTF_8)).find()).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_in_english(String address) {
        Response page = given().header("Accept-Language", "en").get(address);
        assertThat(page.asString()).contains("<html lang=\"en\">");
        assertThat(page.header("Content-Language")).isEqualTo("en");
        assertThat(page.header("Vary")).contains("Accept-Language", "Cookie");
        assertThat(unmarkedChinese(page.asString())).isEmpty();
        assertThat(page.asString())
                .doesNotContainPattern("(?<![\\d,.-])1 (papers|days|tags|upvotes|overviews|entries|seconds)\\b");
    }

    /** The address comes before the cookie, the cookie before what the browser accepts; what is no language says nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "||| zh-CN", "|| en | en", "|| en-GB,en;q=0.9,zh-CN;q=0.8 | en",
            "|| de,zh-CN;q=0.8,en;q=0.5 | zh-CN", "|| zh-TW | zh-CN", "|| fr | zh-CN", "|| zh;q=0.1,en;q=0.9 | en",
            "|| en;q=0,zh | zh-CN", "|| *;;q=x | zh-CN", "| en || en", "| en | zh | en", "| zh | en | zh-CN", "| fr | en | en",
            "| <b> || zh-CN", "en | zh | zh | en", "zh | en | en | zh-CN", "fr | en || en", "EN ||| zh-CN" })
    void whose_word_counts(String address, String cookie, String accepted, String language) {
        var request = given();
        if (address != null) {
            request.queryParam("lang", address);
        }
        if (cookie != null) {
            request.header("Cookie", "lang=" + cookie);
        }
        if (accepted != null) {
            request.header("Accept-Language", accepted);
        }
        assertThat(request.get("/tags").asString()).contains("<html lang=\"" + language + "\">");
    }

    @Test
    void cookie_of_a_page_that_was_asked_for_in_a_language() {
        String cookie = given().get("/days?lang=en").header("Set-Cookie");
        assertThat(cookie).startsWith("lang=en;").contains("Path=/", "SameSite=Lax", "Max-Age=31536000", "HTTPOnly");
        assertThat(given().get("/days").header("Set-Cookie")).isNull();
        assertThat(given().get("/days?lang=fr").header("Set-Cookie")).isNull();
        assertThat(given().get("/days.json?lang=en").header("Set-Cookie")).isNull();
        assertThat(given().redirects().follow(false).get("/papers?q=2309.10668&lang=en").header("Set-Cookie")).as("redirect")
                .startsWith("lang=en;");
    }

    @Test
    void link_to_the_other_language() {
        assertThat(given().get("/papers?q=LoRA&size=2").asString())
                .contains("<a class=\"language\" href=\"?q=LoRA&amp;size=2&amp;lang=en\" hreflang=\"en\" lang=\"en\"");
        assertThat(given().get("/papers?lang=en&size=2").asString())
                .contains("<a class=\"language\" href=\"?size=2&amp;lang=zh\" hreflang=\"zh\" lang=\"zh-CN\"");
        assertThat(given().get("/no-such-page").asString()).contains("href=\"?lang=en\"");
    }

    @Test
    void alternates_for_search_engines() {
        String page = given().get("/tags/lora?size=2&lang=en").asString();
        assertThat(page).containsPattern("hreflang=\"zh\" href=\"http://[^/\"]+/tags/lora\\?size=2&amp;lang=zh\"")
                .containsPattern("hreflang=\"en\" href=\"http://[^/\"]+/tags/lora\\?size=2&amp;lang=en\"")
                .containsPattern("hreflang=\"x-default\" href=\"http://[^/\"]+/tags/lora\\?size=2\"")
                .contains("<link rel=\"canonical\" href=\"/tags/lora\">");
        assertThat(given().get("/days").asString()).containsPattern("hreflang=\"x-default\" href=\"http://[^/\"]+/days\"");
        assertThat(given().get("/no-such-page").asString()).doesNotContain("<link rel=\"alternate\" hreflang");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/papers", "/papers/2309.12307", "/suggestions?q=xyzxyz" })
    void never_the_other_language_instead(String address) {
        String zh = given().get(address).header("ETag");
        Response en = given().header("If-None-Match", zh).header("Accept-Language", "en").get(address);
        assertThat(en.statusCode()).isEqualTo(200);
        assertThat(en.header("ETag")).isNotEqualTo(zh);
        assertThat(given().header("If-None-Match", en.header("ETag")).header("Cookie", "lang=en").get(address).statusCode())
                .isEqualTo(304);
    }

    @Test
    void fragment_in_english() {
        String list = given().header("HX-Request", "true").header("Cookie", "lang=en").get("/papers?recommendation=4")
                .asString();
        assertThat(list).doesNotContain("<html").contains("Recommendation ≥ 4", "Clear all");
        assertThat(unmarkedChinese(list)).isEmpty();
        String notice = given().header("HX-Request", "true").header("Cookie", "lang=en").get("/papers?sort=best").asString();
        assertThat(notice).contains("Invalid value for order (sort)");
        String suggestions = given().header("HX-Request", "true").header("Cookie", "lang=en").get("/suggestions?q=lan")
                .asString();
        assertThat(suggestions).contains("<span lang=\"en\">Large language model</span>");
        assertThat(unmarkedChinese(suggestions)).isEmpty();
    }

    @Test
    void how_a_query_was_read() {
        String page = given().queryParam("q", "title:\"long context\" -(LoRA OR agent) rec>=4 date:2023-09-20")
                .queryParam("lang", "en")
                .get("/papers").asString();
        assertThat(page).contains("title has the phrase “long context”", "not (“LoRA” or “agent”)", "Recommendation ≥ 4",
                "Date: 2023-09-20");
    }

    @Test
    void one_and_several() {
        assertThat(given().get("/days?lang=en").asString()).contains("1 day, 1 paper").contains("5 days, ");
        assertThat(given().get("/days/2022-12-30?lang=en").asString()).contains("1 paper<", "<b>1</b> paper</p>");
        assertThat(given().get("/days/2023-09-20?lang=en").asString()).contains("5 papers<");
        assertThat(English.of(0, "paper", "papers")).isEqualTo("0 papers");
        assertThat(English.of(1234567, "paper", "papers")).isEqualTo("1,234,567 papers");
    }

    @Test
    void dates() {
        assertThat(given().get("/days/2023-09-20?lang=en").asString()).contains(
                "<title>Papers of Wednesday, 20 September 2023 · Sulan</title>",
                "20 Sep", "Wednesday");
        assertThat(given().get("/weeks/2023-W38?lang=en").asString()).contains("<h1>Week 38 of 2023</h1>",
                "18 September to 24 September 2023");
        assertThat(given().get("/months/2023-09?lang=en").asString()).contains("<h1>September 2023</h1>");
        assertThat(given().get("/days/2023-09-20").asString()).contains("9月20日", "星期三");
    }

    @Test
    void names_of_tags() {
        String en = given().get("/tags/large-language-model?lang=en").asString();
        assertThat(en).contains("<title>Large language model · Sulan</title>",
                "<h1><span lang=\"en\">Large language model</span> <span lang=\"zh-CN\">大语言模型</span></h1>");
        String zh = given().get("/tags/large-language-model").asString();
        assertThat(zh).contains("<title>大语言模型 · 速览 Sulan</title>",
                "<h1><span lang=\"zh-CN\">大语言模型</span> <span lang=\"en\">Large language model</span></h1>");
        assertThat(given().get("/papers?tag=large-language-model&lang=en").asString()).contains("Tag: Large language model");
    }

    @Test
    void titles_and_overviews_stay() {
        String zh = given().get("/papers/" + ArchiveFixture.LONGLORA).asString();
        String en = given().get("/papers/" + ArchiveFixture.LONGLORA + "?lang=en").asString();
        Pattern content = Pattern.compile("<h1 class=\"title\".*?</h1>|<div class=\"text\".*?</div>", Pattern.DOTALL);
        List<String> texts = content.matcher(zh).results().map(found -> found.group()).toList();
        assertThat(texts).hasSizeGreaterThan(1);
        assertThat(content.matcher(en).results().map(found -> found.group()).toList()).isEqualTo(texts);
    }

    @Test
    void error_in_english() {
        for (String address : List.of("/no-such-page", "/days/2023-09-21", "/days/yesterday", "/papers?sort=best",
                "/papers/2309.99999", "/tags/no-such-tag", "/weeks/2023-W60", "/test/failure")) {
            String page = given().header("Accept-Language", "en").get(address).asString();
            assertThat(page).as(address).contains("<html lang=\"en\">");
            assertThat(unmarkedChinese(page)).as(address).isEmpty();
        }
        assertThat(given().get("/days/2023-09-21?lang=en").asString()).contains("No papers on 21 September 2023");
    }

    /** The same for everybody, but for what went wrong. */
    @Test
    void twins() {
        Response zh = given().get("/papers.atom");
        Response accepted = given().header("Accept-Language", "en").header("Cookie", "lang=en").get("/papers.atom");
        assertThat(accepted.asString()).isEqualTo(zh.asString()).contains("全部论文");
        assertThat(accepted.header("Vary")).doesNotContain("Cookie", "Accept-Language");
        assertThat(accepted.header("Content-Language")).isNull();
        Response en = given().get("/papers.atom?size=2&lang=en");
        assertThat(en.asString()).contains("All papers", "/papers.atom?page=2&amp;size=2&amp;lang=en");
        assertThat(en.header("Link")).contains("/papers.atom?page=2&size=2&lang=en>; rel=\"next\"");
        assertThat(given().get("/papers.md?lang=en").asString()).contains("Recommendation 4.0", "17 papers · Page 1 of 1");
        Response error = given().header("Accept-Language", "en").get("/papers/2309.99999.json");
        assertThat(error.jsonPath().getString("message"))
                .startsWith("The archive does not have the paper 2309.99999. Write ids");
        assertThat(error.header("Vary")).contains("Accept-Language");
        assertThat(given().get("/papers/2309.99999.json").jsonPath().getString("message")).startsWith("存档里没有论文 2309.99999：");
    }

    @Test
    void program_without_login() {
        assertThat(given().header("Accept-Language", "en").get("/operator/ledger.json").jsonPath().getString("message"))
                .startsWith("You have to log in first");
        assertThat(given().get("/operator/ledger.json").jsonPath().getString("ways[0].address")).isEqualTo("/operator/login");
    }

    /** What a page in English says in Chinese without saying that it is Chinese: its texts, and its attributes. */
    private static List<String> unmarkedChinese(String html) {
        List<String> found = new ArrayList<>();
        Deque<String> languages = new ArrayDeque<>(List.of("en"));
        // one paper has it in its title
        Matcher piece = PIECE.matcher(html.replace("标题", ""));
        while (piece.find()) {
            String name = piece.group(2);
            if (name == null) {
                if (languages.peek().equals("en") && !piece.group().startsWith("<") && HAN.matcher(piece.group()).find()) {
                    found.add(piece.group().strip());
                }
            } else if (!piece.group(1).isEmpty()) {
                languages.pop();
            } else {
                Matcher lang = LANG.matcher(piece.group(3));
                String language = lang.find() ? lang.group(1) : languages.peek();
                if (language.equals("en") && HAN.matcher(piece.group(3)).find()) {
                    found.add(piece.group());
                }
                if (!EMPTY.contains(name) && !piece.group(3).endsWith("/")) {
                    languages.push(language);
                }
            }
        }
        assertThat(languages).as("every element is closed").hasSize(1);
        return found;
    }
}
