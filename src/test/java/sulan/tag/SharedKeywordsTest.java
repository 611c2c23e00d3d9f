package sulan.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sulan.digest.DigestReader;
import sulan.digest.Keyword;

/** The vocabulary on the keywords of the real archive, and on those that Hugging Face's papers have most often. */
class SharedKeywordsTest {

    private static final Vocabulary VOCABULARY = Vocabulary.curated();
    private static Path shared;
    private static List<Keyword> archive;

    @BeforeAll
    static void keywords() throws IOException {
        String folder = System.getProperty("sulan.shared", "");
        assumeTrue(!folder.isBlank(), "no archive at hand");
        shared = Path.of(folder);
        archive = new ArrayList<>();
        try (Stream<Path> files = Files.list(shared.resolve("digests"))) {
            files.sorted().forEach(file -> archive.addAll(keywordsOf(file)));
        }
        assertThat(archive).hasSizeGreaterThan(250);
    }

    @Test
    void threeQuartersOfTheWeightLeadToAConcept() throws IOException {
        VocabularyReport report = new VocabularyReport(VOCABULARY);
        report.add(frequencies());
        assertThat(report.coverage(frequencies())).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void spellingsInTheArchive() {
        Map<String, Set<String>> english = new TreeMap<>();
        Map<String, Set<String>> chinese = new TreeMap<>();
        for (Keyword keyword : archive) {
            String slug = VOCABULARY.resolve(keyword).slug();
            if (keyword.en() != null) {
                english.computeIfAbsent(slug, s -> new TreeSet<>()).add(keyword.en());
            }
            if (keyword.zh() != null) {
                chinese.computeIfAbsent(slug, s -> new TreeSet<>()).add(keyword.zh());
            }
        }
        assertThat(english.get("large-language-model")).containsExactlyInAnyOrder("LLMs", "Large Language Model",
                "Large Language Models", "Large Language Models (LLM)", "Large Language Models (LLMs)",
                "Large language models");
        assertThat(chinese.get("large-language-model")).containsExactlyInAnyOrder("大型语言模型", "大语言模型", "大规模语言模型", "大的语言模型");
        assertThat(english.get("transformer")).containsExactlyInAnyOrder("Transformer", "Transformers");
        assertThat(chinese.get("transformer")).contains("变压器", "变形器", "变压器模型");
        assertThat(english.get("neural-radiance-field")).containsExactlyInAnyOrder("Neural Radiance Field",
                "Neural Radiance Fields", "Neural Radiance Fields (NeRF)");
        assertThat(english.get("fine-tuning")).containsExactlyInAnyOrder("Fine Tuning", "Fine-tuning");
        assertThat(chinese.get("in-context-learning")).containsExactlyInAnyOrder("情境学习", "在上下文中学习", "上下文学习");
        assertThat(english.get("diffusion-model")).containsExactlyInAnyOrder("Diffusion Model", "Diffusion Models");
        assertThat(english.get("generative-model")).containsExactlyInAnyOrder("Generative Model", "Generative models");
        assertThat(english).containsKeys("llama-7b", "formatcot", "ppo", "llava", "minigpt-4", "diffusion-process",
                "latent-diffusion-model", "text-to-image-diffusion-model");
    }

    @Test
    void spellingsInTheTable() throws IOException {
        Map<String, Set<String>> groups = new HashMap<>();
        try (Stream<String> lines = Files.lines(frequencies())) {
            lines.skip(1).map(line -> line.split("\t")[0]).filter(spelling -> !spelling.isBlank())
                    .forEach(spelling -> groups.computeIfAbsent(VOCABULARY.resolve(new Keyword(spelling, null)).slug(),
                            slug -> new TreeSet<>()).add(spelling));
        }
        assertThat(groups.get("large-language-model")).containsExactlyInAnyOrder("large language model",
                "large language model (llm)", "large language models", "large language models (llms)", "llm", "llms",
                "llms (large language models)", "transformer-based large language models (llms)");
        assertThat(groups.get("multimodal-large-language-model")).contains("mllm", "mllms", "multi-modal llms",
                "multimodal large language models (mllms)")
                .doesNotContain("large multimodal models", "video large language models");
        assertThat(groups.get("grpo")).containsExactlyInAnyOrder("grpo", "grpo algorithm", "group relative policy optimization",
                "group relative policy optimization (grpo)");
        assertThat(groups.get("dpo")).containsExactlyInAnyOrder("dpo", "direct preference optimization",
                "direct preference optimization (dpo)");
        assertThat(groups.get("ppo")).containsExactlyInAnyOrder("ppo", "proximal policy optimization",
                "proximal policy optimization (ppo)");
        assertThat(groups.get("diffusion-transformer")).containsExactlyInAnyOrder("diffusion transformer",
                "diffusion transformer (dit)", "diffusion transformers", "diffusion transformers (dits)", "dit", "dits");
        assertThat(groups.get("reward-model")).containsExactlyInAnyOrder("reward model", "reward models", "reward modeling");
        assertThat(groups.get("reward")).containsExactlyInAnyOrder("reward", "reward signals", "scalar rewards");
        assertThat(groups.get("chain-of-thought")).contains("cot", "chains of thought", "chains-of-thought",
                "chain-of-thought (cot)", "chain of thought (cot)", "chain-of-thought (cot) reasoning", "cot reasoning");
        assertThat(groups.get("vision-language-action-model")).containsExactlyInAnyOrder("vision-language-action",
                "vision-language-action models", "vision-language-action (vla) models", "vla", "vla models");
    }

    /** All that there is: digests, the table, and what Hugging Face's saved answers name. */
    @Test
    void spellingsInAllThatIsShared() throws IOException {
        Set<Keyword> all = new LinkedHashSet<>(archive);
        try (Stream<String> lines = Files.lines(frequencies())) {
            lines.skip(1).map(line -> line.split("\t")[0]).filter(spelling -> !spelling.isBlank())
                    .forEach(spelling -> all.add(new Keyword(spelling, null)));
        }
        assertThat(all.size()).isGreaterThan(1900);
        Set<Keyword> answers = keywordsOfAnswers();
        assertThat(answers.size()).isGreaterThan(4000);
        all.addAll(answers);

        Map<String, Set<Keyword>> groups = new TreeMap<>();
        all.forEach(keyword -> groups.computeIfAbsent(VOCABULARY.resolve(keyword).slug(), slug -> new LinkedHashSet<>())
                .add(keyword));
        // whoever writes nothing but "large language model" in any of its forms means the one tag
        Pattern largeLanguageModel = Pattern.compile(
                "(large|large-scale)[ -]language[ -]models?( \\(llms?\\))?|llms?( \\(large language models?\\))?");
        Pattern chinese = Pattern.compile("(大型|大|大规模|大的)语言模型");
        Pattern wrong = Pattern.compile("变压器|变形器|变压器模型");
        for (Keyword keyword : all) {
            String slug = VOCABULARY.resolve(keyword).slug();
            if (keyword.en() != null) {
                boolean means = largeLanguageModel.matcher(keyword.en().toLowerCase(Locale.ROOT)).matches();
                assertThat(means && !slug.equals("large-language-model")).as("%s leads to %s", keyword, slug).isFalse();
            } else {
                assertThat(chinese.matcher(keyword.zh()).matches() && !slug.equals("large-language-model")).as("%s", keyword)
                        .isFalse();
                assertThat(wrong.matcher(keyword.zh()).matches() && !slug.equals("transformer")).as("%s", keyword).isFalse();
            }
        }
        // and nobody else is in it
        assertThat(groups.get("large-language-model")).allSatisfy(keyword -> assertThat(
                keyword.en() == null ? keyword.zh() : keyword.en()).doesNotContainIgnoringCase("multimodal")
                .doesNotContainIgnoringCase("vision").doesNotContainIgnoringCase("video").doesNotContainIgnoringCase("agent")
                .doesNotContainIgnoringCase("diffusion").doesNotContainIgnoringCase("small"));
        Map<String, String> apart = Map.of("multimodal llm", "large-language-model", "dpo", "ppo", "diffusion transformer",
                "diffusion-model", "vision transformer", "transformer", "reward model", "reward");
        apart.forEach((spelling, other) -> assertThat(VOCABULARY.resolve(new Keyword(spelling, null)).slug())
                .isNotEqualTo(other));
        // a name is folded to itself, so that what is written like a tag's slug leads to the tag
        groups.forEach((slug, keywords) -> assertThat(VOCABULARY.resolve(new Keyword(slug, null)).slug()).isEqualTo(slug));
    }

    /** Keywords as the saved answers have them; damaged answers are passed over, as everywhere. */
    private static Set<Keyword> keywordsOfAnswers() throws IOException {
        Set<Keyword> keywords = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(shared.resolve("hf-api"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".json")).sorted().toList()) {
                for (JsonNode list : new ObjectMapper().readTree(file.toFile()).findValues("ai_keywords")) {
                    for (JsonNode word : list) {
                        if (!word.asText().isBlank()) {
                            keywords.add(new Keyword(word.asText(), null));
                        }
                    }
                }
            }
        }
        return keywords;
    }

    private static Path frequencies() {
        return shared.resolve("keyword-frequencies.tsv");
    }

    private static List<Keyword> keywordsOf(Path file) {
        try {
            return new DigestReader().read(Files.readAllBytes(file), file.getFileName().toString()).digest().papers().stream()
                    .flatMap(paper -> paper.overview().keywords().stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
