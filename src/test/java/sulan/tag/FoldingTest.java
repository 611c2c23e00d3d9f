package sulan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
            "Large Language Models, large-language-model",
            "large-language model, large-language-model",
            "Ｌａｒｇｅ　Language Model, large-language-model",
            "LLMs, llm",
            "Predictive models, predictive-model",
            "Case Studies, case-study",
            "Speech Synthesis, speech-synthesis",
            "Physics, physics",
            "Bias, bias",
            "Loss, loss",
            "Search Indexes, search-index",
            "Databases, database",
            "Time Series, time-series",
            "Text-to-Image Generation, text-to-image-generation",
            "P vs. NP problem, p-vs-np-problem",
            "LoRA/QLoRA, lora-qlora",
            "C++, c++",
            "大型语言模型, 大型语言模型",
            "Q 函数, q-函数",
            "３Ｄ重建, 3d重建"
    })
    void spelling(String spelling, String folded) {
        assertThat(Folding.fold(spelling)).isEqualTo(folded);
    }

    @Test
    void spellingsOfOneKeyword() {
        assertThat(new String[] { "Diffusion Models", "diffusion model", "DIFFUSION-MODELS", "diffusion_models",
                " diffusion  models " })
                .extracting(Folding::fold).containsOnly("diffusion-model");
    }

    @Test
    void neighboursThatStayApart() {
        assertThat(new String[] { "DPO", "PPO", "GPU", "C", "C#", "C++", "Class", "Clas" })
                .extracting(Folding::fold).doesNotHaveDuplicates();
    }

    @Test
    void foldedFormFoldsToItself() {
        assertThat(new String[] { "Large Language Models", "Case Studies", "Boxes", "Classes", "模型压缩", "???", "GPUs" })
                .extracting(Folding::fold).allSatisfy(folded -> assertThat(Folding.fold(folded)).isEqualTo(folded));
    }

    @Test
    void signsOnly() {
        assertThat(Folding.fold("???")).isNotBlank().isNotEqualTo(Folding.fold("!!"));
    }

    @Test
    void veryLongSpelling() {
        assertThat(Folding.fold("x".repeat(5000))).hasSizeLessThanOrEqualTo(300);
    }
}
