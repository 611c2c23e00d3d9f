package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sulan.digest.Keyword;
import sulan.tag.Vocabulary;

class FittingConceptsTest {

    private static final FittingConcepts CONCEPTS = new FittingConcepts(Vocabulary.read("""
            Large language model | 大语言模型
            = LLM, large-scale language model

            Language model | 语言模型

            Retrieval-augmented generation | 检索增强生成
            = RAG

            Diffusion model | 扩散模型

            Mamba | Mamba

            Fine-tuning | 微调
            """.lines().toList()));

    @Test
    void spellings_in_title_and_abstract() {
        assertThat(names("Diffusion Models That Listen", "We use Fine-Tuning, and a mamba."))
                .containsExactly("Diffusion model | 扩散模型", "Fine-tuning | 微调", "Mamba | Mamba");
    }

    @Test
    void longest_spelling() {
        assertThat(names("A title", "Small gains for large language models.")).containsExactly("Large language model | 大语言模型");
    }

    @Test
    void acronyms_and_words_that_look_like_them() {
        assertThat(names("A title", "We present RAG for LLMs.")).containsExactly("Retrieval-augmented generation | 检索增强生成",
                "Large language model | 大语言模型");
        assertThat(names("A title", "A rag is a piece of cloth.")).isEmpty();
    }

    @Test
    void words_of_two_sentences() {
        assertThat(names("Diffusion. Model", "It works by diffusion; model sizes vary.")).isEmpty();
    }

    @Test
    void keywords_come_first() {
        List<Keyword> keywords = List.of(new Keyword("LLMs", null), new Keyword("unheard-of thing", null));
        assertThat(CONCEPTS.names("Diffusion models", "…", keywords)).containsExactly("Large language model | 大语言模型",
                "Diffusion model | 扩散模型");
    }

    @Test
    void more_concepts_than_are_of_use() {
        String vocabulary = IntStream.range(0, 30).mapToObj(i -> "Gizmo" + i + " | 玩意" + i).collect(Collectors.joining("\n\n"));
        String text = IntStream.range(0, 30).mapToObj(i -> "gizmo" + i).collect(Collectors.joining(" and "));
        assertThat(new FittingConcepts(Vocabulary.read(vocabulary.lines().toList())).names("A title", text, List.of()))
                .hasSize(FittingConcepts.MOST).startsWith("Gizmo0 | 玩意0");
    }

    @Test
    void no_words_at_all() {
        assertThat(names(" ", "… -- ()")).isEmpty();
    }

    private static List<String> names(String title, String summary) {
        return CONCEPTS.names(title, summary, List.of());
    }
}
