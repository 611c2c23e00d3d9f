package sulan.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    private static final Vocabulary VOCABULARY = Vocabulary.curated();

    @Test
    void atLeastThreeHundredConcepts() {
        assertThat(VOCABULARY.concepts()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(VOCABULARY.concepts()).filteredOn(concept -> concept.descriptionEn() != null)
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void descriptionsComeInBothLanguages() {
        assertThat(VOCABULARY.concepts()).allSatisfy(
                concept -> assertThat(concept.descriptionEn() == null).isEqualTo(concept.descriptionZh() == null));
    }

    @Test
    void eachSpellingLeadsToOneConcept() {
        Map<String, Concept> owners = new HashMap<>();
        for (Concept concept : VOCABULARY.concepts()) {
            for (String form : VOCABULARY.forms(concept)) {
                assertThat(Folding.fold(form)).isEqualTo(form);
                assertThat(owners.put(Folding.tight(form), concept)).as(form).isNull();
                assertThat(VOCABULARY.bySpelling(form)).contains(concept);
            }
            assertThat(concept.slug()).isEqualTo(Folding.fold(concept.en()));
            assertThat(VOCABULARY.bySlug(concept.slug())).contains(concept);
        }
    }

    static Stream<List<String>> groups() {
        return Stream.of(
                List.of("large-language-model", "LLM", "LLMs", "Large Language Models", "large-scale language models",
                        "Large Language Models (LLM)", "large language models (llms)", "LLMs (Large Language Models)", "大语言模型",
                        "大型语言模型", "大规模语言模型", "大的语言模型", "大 语言 模型"),
                List.of("transformer", "Transformers", "Transformer architecture", "变压器", "变形器", "变压器模型"),
                List.of("chain-of-thought", "CoT", "chains of thought", "Chain of Thought (CoT)", "CoT reasoning", "思维链"),
                List.of("fine-tuning", "finetuning", "Fine Tuning", "微调", "细调"),
                List.of("supervised-fine-tuning", "SFT", "supervised finetuning", "监督微调", "监督细调", "有监督微调"),
                List.of("multimodal-large-language-model", "MLLMs", "multi-modal LLMs", "多模态大模型"),
                List.of("vision-language-action-model", "VLA", "vision-language-action (VLA) models", "视觉语言动作模型"),
                List.of("reinforcement-learning-with-verifiable-reward", "RLVR",
                        "reinforcement learning from verifiable rewards"),
                List.of("grpo", "group relative policy optimization (GRPO)", "GRPO algorithm"),
                List.of("kv-cache", "key-value (KV) cache", "KV caches", "KV caching", "键值缓存", "关键值缓存", "KV 缓存"),
                List.of("in-context-learning", "ICL", "情境学习", "在上下文中学习", "上下文学习"),
                List.of("multi-agent-system", "多代理系统", "多智能体系统"),
                List.of("q-function", "Q 函数", "Q函数"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void spellingsOfOneConcept(List<String> group) {
        assertThat(group).allSatisfy(spelling -> assertThat(slug(spelling)).isEqualTo(group.get(0)));
    }

    @ParameterizedTest
    @CsvSource({
            "LLM, MLLM",
            "LLM, video LLM",
            "LLM, language model",
            "LLM, small language model",
            "LLM, LLM agent",
            "LLM, diffusion LLM",
            "MLLM, VLM",
            "VLM, LVLM",
            "VLM, VLA",
            "DPO, PPO",
            "PPO, GRPO",
            "diffusion model, diffusion transformer",
            "diffusion model, latent diffusion model",
            "diffusion model, video diffusion model",
            "diffusion model, consistency model",
            "diffusion language model, diffusion model",
            "reward, reward model",
            "reward, reward function",
            "reward model, process reward model",
            "process reward, process reward model",
            "fine-tuning, supervised fine-tuning",
            "supervised fine-tuning, instruction tuning",
            "instruction tuning, instruction following",
            "pre-training, post-training",
            "pre-training, mid-training",
            "reinforcement learning, RLHF",
            "reinforcement learning, RLVR",
            "RLHF, RLVR",
            "chain-of-thought, long chain-of-thought",
            "reasoning, reasoning model",
            "reasoning, inference",
            "test-time scaling, test-time training",
            "TTS, test-time scaling",
            "text-to-image, text-to-video",
            "text-to-image generation, text-to-image model",
            "transformer, vision transformer",
            "transformer, diffusion transformer",
            "attention, sparse attention",
            "linear attention, sparse attention",
            "quantization, vector quantization",
            "post-training, post-training quantization",
            "GPT-4, GPT-4o",
            "Qwen2.5, Qwen2.5-VL",
            "MMLU, MMMU",
            "supervised learning, unsupervised learning",
            "on-policy, off-policy",
            "online RL, offline RL",
            "agent, multi-agent system",
            "knowledge distillation, diffusion distillation",
            "token, tokenization",
            "hallucination, object hallucination",
            "accuracy, precision",
            "3D reconstruction, 4D reconstruction",
            "world model, world knowledge"
    })
    void neighboursThatStayApart(String one, String other) {
        assertThat(slug(one)).isNotEqualTo(slug(other));
    }

    @ParameterizedTest
    @CsvSource({ "大模型", "代理", "采样", "模型", "SD" })
    void ambiguousSpellingLeadsNowhere(String spelling) {
        assertThat(VOCABULARY.bySpelling(spelling)).isEmpty();
    }

    @Test
    void languagesOfAliases() {
        Concept concept = VOCABULARY.bySlug("transformer").orElseThrow();
        assertThat(concept.aliasesZh()).contains("变压器").doesNotContain("transformer architecture");
        assertThat(concept.aliasesEn()).contains("transformer architecture").doesNotContain("变压器");
    }

    @Test
    void concept() {
        assertThat(Vocabulary.read("""
                # a comment

                ## Section
                Reward model | 奖励模型
                = RM, preference model
                = 回报模型，奖赏模型
                > Scores answers.
                > 给回答打分。

                GRPO | GRPO
                """.lines().toList()).concepts()).containsExactly(
                new Concept("reward-model", "Reward model", "奖励模型", List.of("RM", "preference model", "回报模型", "奖赏模型"),
                        "Scores answers.", "给回答打分。"),
                new Concept("grpo", "GRPO", "GRPO", List.of(), null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Reward | 奖励//Reward model | 奖励模型/= rewards; line 4: 'rewards' of 'Reward model' is taken by 'Reward' (line 1",
            "Reward | 奖励//Bonus | 奖励; line 3: '奖励' of 'Bonus' is taken by 'Reward' (line 1",
            "Reward | 奖励//reward | 报酬; line 3: 'reward' of 'reward' is taken by 'Reward' (line 1",
            "Reward | 奖励/= rewards; line 2: 'rewards' says nothing new for 'Reward'",
            "Q-function | Q函数/= Q 函数; line 2: 'Q 函数' says nothing new for 'Q-function'",
            "Reward; line 1: 'Reward' must have two names",
            "Reward | 奖励 | 报酬; line 1: 'Reward | 奖励 | 报酬' must have two names",
            "Reward |; line 1: 'Reward' has no Chinese name",
            "Reward | Bonus; line 1: 'Reward' has no Chinese name",
            "| 奖励; line 1: '| 奖励' has no English name",
            "奖励 | 报酬; line 1: '奖励 | 报酬' has no English name",
            "Reward | 奖励/Bonus | 奖金; line 2: 'Bonus | 奖金' begins a concept within 'Reward'",
            "= rewards; line 1: the spellings 'rewards' belong to no concept",
            "> Good.; line 1: the description 'Good.' belongs to no concept",
            "Reward | 奖励/= bonus,, prize; line 2: 'Reward' has a comma too many",
            "Reward | 奖励/> One./> Two.; line 3: 'Reward' has two descriptions in one language"
    })
    void contradictionIsRefused(String text, String message) {
        assertThatThrownBy(() -> Vocabulary.read(List.of(text.split("/")))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void allContradictionsAreNamedAtOnce() {
        assertThatThrownBy(() -> Vocabulary.read(List.of("Reward", "", "Bonus |")))
                .hasMessageContaining("line 1:").hasMessageContaining("line 3:");
    }

    private static String slug(String spelling) {
        return VOCABULARY.bySpelling(spelling).map(Concept::slug).orElseThrow(() -> new AssertionError(spelling));
    }
}
