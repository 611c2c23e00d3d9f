package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.ListItem;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The real archive, read as a careful person reads it. Needs the folder that {@code sulan.shared} names. */
class GoldTest {

    @Test
    void everyFieldOfEveryPaper() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int papers = 0;
        for (Path file : SharedArchive.digests()) {
            DigestReader.Reading reading = new DigestReader().read(Files.readAllBytes(file), file.getFileName().toString());
            assertThat(reading.digest()).as("%s: %s", file, reading.diagnostics()).isNotNull();
            softly.assertThat(reading.diagnostics()).as("%s", file).isEmpty();
            JsonNode gold = new ObjectMapper().readTree(SharedArchive.gold(reading.digest().date()).toFile());
            softly.assertThat(reading.digest().date()).hasToString(gold.get("date").asText());
            softly.assertThat(reading.digest().declaredCount()).isEqualTo(gold.get("declaredCount").asInt());
            softly.assertThat(reading.digest().sourceUrl()).isEqualTo(gold.get("sourceUrl").asText());
            softly.assertThat(reading.digest().note()).startsWith("💡说明：").endsWith("文本呈现。");
            softly.assertThat(reading.digest().unplaced()).isNull();
            softly.assertThat(reading.digest().papers()).hasSize(gold.get("papers").size());
            for (int i = 0; i < gold.get("papers").size(); i++) {
                String place = reading.digest().date() + " " + (i + 1);
                compare(softly, place, gold.get("papers").get(i), reading.digest().papers().get(i));
                softly.assertThat(reading.digest().papers().get(i).overview().unplaced()).as(place + " unplaced").isNull();
                papers++;
            }
        }
        softly.assertAll();
        assertThat(papers).isEqualTo(56);
    }

    static void compare(SoftAssertions softly, String place, JsonNode gold, DigestPaper paper) {
        Overview overview = paper.overview();
        softly.assertThat(paper.position()).as(place).isEqualTo(gold.get("position").asInt());
        softly.assertThat(paper.title()).as(place).isEqualTo(gold.get("title").asText().replace("360^circ", "360°"));
        softly.assertThat(paper.paperId()).as(place).isEqualTo(gold.get("paperId").asText());
        starts(softly, place + " main work", gold.get("mainWorkStart"), overview.mainWork());
        ends(softly, place + " main work", gold.get("mainWorkEnd"), overview.mainWork());
        starts(softly, place + " highlights", gold.get("highlightsStart"), overview.highlights());
        ends(softly, place + " highlights", gold.get("highlightsEnd"), overview.highlights());
        softly.assertThat(items(overview.highlights())).as(place + " highlight items")
                .isEqualTo(gold.get("highlightItems").asInt());
        softly.assertThat(overview.keywords()).as(place).isEqualTo(keywords(gold.get("keywords")));
        for (Criterion criterion : Criterion.values()) {
            String name = criterion.name().toLowerCase();
            softly.assertThat(overview.ratings().get(criterion)).as(place + " " + name).isEqualTo(rating(gold.get(name)));
            starts(softly, place + " " + name + " reason", gold.get(name + "Reason"), overview.reasons().get(criterion));
        }
        starts(softly, place + " comment", gold.get("overallReasonStart"), overview.comment());
        softly.assertThat(overview.truncated()).as(place + " truncated").isEqualTo(gold.get("truncated").asBoolean());
    }

    private static void starts(SoftAssertions softly, String place, JsonNode expected, String text) {
        if (expected.isNull()) {
            softly.assertThat(text).as(place).isNull();
        } else {
            softly.assertThat(plain(text)).as(place).startsWith(expected.asText().strip());
        }
    }

    private static void ends(SoftAssertions softly, String place, JsonNode expected, String text) {
        softly.assertThat(plain(text)).as(place).endsWith(expected.asText().strip());
    }

    private static String plain(String text) {
        return text == null ? null : text.replaceAll("(?m)^\\s*(?:[-*+•]|\\d+[.)])\\s+", "").replaceAll("[*`]", "").strip();
    }

    private static int items(String markdown) {
        List<ListItem> items = new ArrayList<>();
        Parser.builder().build().parse(markdown == null ? "" : markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(ListItem item) {
                items.add(item);
            }
        });
        return items.size();
    }

    private static List<Keyword> keywords(JsonNode gold) {
        return Stream.iterate(0, i -> i < gold.size(), i -> i + 1).map(gold::get)
                .map(keyword -> new Keyword(keyword.get("en").asText(null),
                        keyword.get("zh").isNull() ? null : keyword.get("zh").asText()))
                .toList();
    }

    private static BigDecimal rating(JsonNode gold) {
        return gold.isNull() ? null : new Ratings(gold.decimalValue(), null, null).practicality();
    }
}
