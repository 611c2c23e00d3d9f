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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1. Large Language Models | large-language-model",
            "2) Reward Model | reward-model",
            "（三）强化学习 | 强化学习",
            "(4) 奖励模型 | 奖励模型",
            "五、思维链 | 思维链",
            "⑥ Planning | planning",
            "2.5D Rendering | 2-5d-rendering",
            "3D Reconstruction | 3d-reconstruction",
            "8-bit Optimizers | 8-bit-optimizer",
            "4. | 4",
            "一致性模型 | 一致性模型"
    })
    void numberInFront(String spelling, String folded) {
        assertThat(Folding.fold(spelling)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
            "Supervised Fine-Tuning (SFT), supervised-fine-tuning, sft",
            "large language models (LLMs), large-language-model, llm",
            "large language models（ＬＬＭｓ）, large-language-model, llm",
            "Vision-Language-Action (VLA), vision-language-action, vla",
            "Reinforcement Learning from Human Feedback (RLHF), reinforcement-learning-from-human-feedback, rlhf",
            "Mixture-of-Experts [MoE], mixture-of-expert, moe",
            "Neural Radiance Fields (NeRF), neural-radiance-field, nerf",
            "Low-Rank Adaptation (LoRA), low-rank-adaptation, lora",
            "text-to-image (T2I), text-to-image, t2i",
            "variational autoencoder (VAE), variational-autoencoder, vae",
            "Contrastive Language-Image Pre-training (CLIP), contrastive-language-image-pre-training, clip",
            "diffusion transformers (DiTs), diffusion-transformer, dit",
            "LLMs (Large Language Models), large-language-model, llm",
            "Language Models (LMs), language-model, lm"
    })
    void acronymThatFits(String spelling, String form, String acronym) {
        assertThat(Folding.read(spelling)).isEqualTo(new Folded(form, acronym));
    }

    @ParameterizedTest
    @CsvSource({
            "Reward Models (RL), reward-models-rl",
            "GPT-4 (Vision), gpt-4-vision",
            "pre-trained models (U-Net/Transformer), pre-trained-models-u-net-transformer",
            "diffusion (large) language models, diffusion-large-language-model",
            "Agents (A), agents-a",
            "大型语言模型（LLM）, 大型语言模型-llm",
            "() (), u-28-29-20-28-29"
    })
    void bracketThatStays(String spelling, String form) {
        assertThat(Folding.read(spelling)).isEqualTo(new Folded(form, null));
    }

    @ParameterizedTest
    @CsvSource({
            "rule-based reinforcement learning (RL), rule-based-reinforcement-learning",
            "vision-language-action (VLA) models, vision-language-action-model",
            "chain-of-thought (CoT) reasoning, chain-of-thought-reasoning"
    })
    void acronymOfSomeWords(String spelling, String form) {
        assertThat(Folding.read(spelling)).isEqualTo(new Folded(form, null));
    }

    @ParameterizedTest
    @CsvSource({
            "KV Caches, kv-cache",
            "Weight Matrices, weight-matrix",
            "Biases, bias",
            "Corpora, corpus",
            "Evaluation Metrics, evaluation-metric",
            "Hypotheses, hypothesis",
            "News, news"
    })
    void oddPlural(String spelling, String folded) {
        assertThat(Folding.fold(spelling)).isEqualTo(folded);
    }

    @Test
    void chineseWithAndWithoutSigns() {
        assertThat(new String[] { "视觉-语言-动作模型", "视觉语言动作模型", "视觉 语言 动作 模型", "视觉·语言·动作模型" })
                .extracting(Folding::fold).containsOnly("视觉语言动作模型");
        assertThat(new String[] { "Q 函数", "Q函数" }).extracting(Folding::fold).extracting(Folding::tight).containsOnly("q函数");
    }
}
