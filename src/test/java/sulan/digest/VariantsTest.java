package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Days that were written for this test, with what a careful person reads in them, by people who had seen the archive but not
 * the reader: their forms are relatives of the archive's, not copies.
 */
class VariantsTest {

    static Stream<Path> days() throws IOException, URISyntaxException {
        return Files.list(Path.of(VariantsTest.class.getResource("/variants").toURI()))
                .filter(file -> file.toString().endsWith(".md")).sorted();
    }

    @ParameterizedTest
    @MethodSource("days")
    void everyFieldOfEveryPaper(Path file) throws IOException {
        Digest digest = new DigestReader().read(Files.readAllBytes(file), file.getFileName().toString()).digest();
        JsonNode gold = new ObjectMapper().readTree(file.resolveSibling(digest.date() + ".json").toFile());
        assertThat(digest.papers()).hasSize(gold.get("papers").size());
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < digest.papers().size(); i++) {
            GoldTest.compare(softly, digest.date() + " " + (i + 1), gold.get("papers").get(i), digest.papers().get(i));
        }
        softly.assertAll();
    }
}
