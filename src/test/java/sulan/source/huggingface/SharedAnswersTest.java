package sulan.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sulan.digest.Diagnostic;
import sulan.digest.Diagnostic.Level;
import sulan.digest.ListedPaper;

/** The saved answers of Hugging Face, where they are at hand: the folder named by the system property {@code sulan.shared}. */
class SharedAnswersTest {

    @Test
    void every_entry_is_a_paper_or_a_diagnostic() throws IOException {
        Map<String, Integer> papers = new HashMap<>();
        Map<String, List<Diagnostic>> oddities = new HashMap<>();
        for (Path file : answers()) {
            DailyList list = SavedAnswer.read(Files.readAllBytes(file));
            List<Diagnostic> errors = list.diagnostics().stream().filter(each -> each.level() == Level.ERROR).toList();
            String name = file.getFileName().toString();

            assertThat(list.papers().size() + errors.size()).as(name).isEqualTo(entries(file).size());
            assertThat(errors).extracting(Diagnostic::paper).doesNotHaveDuplicates().doesNotContain(0);
            papers.put(name, list.papers().size());
            if (!list.diagnostics().isEmpty()) {
                oddities.put(name, list.diagnostics());
            }
        }

        assertThat(papers).hasSize(41).containsEntry("2024-05-27.json", 13).containsEntry("2025-09-30.json", 50)
                .containsEntry("2026-06-03.json", 23).containsEntry("2024-12-11.json", 0).containsEntry("2025-01-10.json", 0)
                .containsEntry("2025-01-22T04-16Z.json", 1).containsEntry("2025-01-22T06-15Z.json", 13);
        assertThat(papers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(899);
        assertThat(oddities.keySet()).containsExactlyInAnyOrder("2024-12-11.json", "2025-01-10.json");
        assertThat(oddities.get("2024-12-11.json")).hasSize(26)
                .allSatisfy(error -> assertThat(error.message()).containsPattern("arXiv \\d{4}\\.\\d{5}"));
        assertThat(oddities.get("2025-01-10.json")).hasSize(9);
    }

    @Test
    void what_an_entry_gives_is_in_its_paper() throws IOException {
        for (Path file : answers()) {
            List<ListedPaper> papers = SavedAnswer.read(Files.readAllBytes(file)).papers();
            JsonNode entries = entries(file);
            for (int i = 0; i < papers.size(); i++) {
                assertHasAllOf(entries.get(i), papers.get(i));
            }
        }
    }

    private static void assertHasAllOf(JsonNode entry, ListedPaper paper) {
        JsonNode given = entry.get("paper");
        assertThat(paper.id()).isEqualTo(given.get("id").textValue());
        assertThat(paper.summary().replaceAll("\\s", "")).isEqualTo(given.get("summary").textValue().replaceAll("\\s", ""));
        assertThat(paper.authors().size()).as(paper.id()).isEqualTo(given.get("authors").size());
        assertThat(paper.upvotes()).isEqualTo(given.get("upvotes").intValue());
        assertThat(paper.publishedAt()).isNotNull();
        assertThat(paper.listedAt() != null).isEqualTo(given.has("submittedOnDailyAt") || !entry.has("summary"));
        assertThat(paper.submittedBy() != null).isEqualTo(entry.has("submittedBy") || given.has("submittedOnDailyBy"));
        assertThat(paper.organization() != null).isEqualTo(given.has("organization"));
        assertThat(paper.comments()).isEqualTo(entry.get("numComments").intValue());
        assertThat(paper.thumbnailUrl()).isNotNull();
        assertThat(paper.media().isEmpty()).isEqualTo(!entry.has("mediaUrls") && !given.has("mediaUrls"));
        assertThat(paper.projectUrl() != null).isEqualTo(given.has("projectPage"));
        assertThat(paper.codeUrl() != null).isEqualTo(given.has("githubRepo"));
        assertThat(paper.codeStars() != null).isEqualTo(given.has("githubStars"));
        assertThat(paper.lead() != null).isEqualTo(given.has("ai_summary"));
        assertThat(paper.leadModel() != null).isEqualTo(given.has("ai_summary_model"));
        assertThat(paper.keywords()).hasSize((int) given.path("ai_keywords").valueStream().map(JsonNode::textValue)
                .filter(keyword -> !keyword.isBlank()).distinct().count());
    }

    private static JsonNode entries(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        return root.isObject() ? root.get("data") : root;
    }

    private static List<Path> answers() throws IOException {
        String shared = System.getProperty("sulan.shared", "");
        assumeTrue(!shared.isBlank(), "no saved answers at hand");
        try (Stream<Path> files = Files.walk(Path.of(shared, "hf-api"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
