package sulan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sulan.digest.Keyword;
import sulan.tag.AliasCandidate.Kind;
import sulan.tag.Resolution.By;

class ResolutionTest {

    private static final Vocabulary VOCABULARY = Vocabulary.curated();

    @ParameterizedTest
    @CsvSource({
            "Large Language Models, 大规模语言模型, large-language-model, ENGLISH",
            "Large Language Models (LLMs), 大型语言模型, large-language-model, ENGLISH",
            "Transformers, 变形器, transformer, ENGLISH",
            ", 大的语言模型, large-language-model, CHINESE",
            ", 大型语言模型（LLM）, large-language-model, CHINESE",
            "Large-sized Language Models (LLMs), , large-language-model, ACRONYM"
    })
    void knownKeyword(String en, String zh, String slug, By by) {
        Resolution resolution = VOCABULARY.resolve(new Keyword(en, zh));
        assertThat(resolution.slug()).isEqualTo(slug);
        assertThat(resolution.by()).isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource({
            "LLaMA-7B, 大型语言模型, llama-7b, large-language-model",
            "FormatCoT, 思维链, formatcot, chain-of-thought",
            "Vicuna-13B, 大语言模型, vicuna-13b, large-language-model"
    })
    void wrongChineseNameMergesNothing(String en, String zh, String slug, String contradiction) {
        Resolution resolution = VOCABULARY.resolve(new Keyword(en, zh));
        assertThat(resolution.concept()).isNull();
        assertThat(resolution.slug()).isEqualTo(slug);
        assertThat(resolution.by()).isEqualTo(By.NOTHING);
        assertThat(resolution.candidates()).isEmpty();
        assertThat(resolution.contradiction().slug()).isEqualTo(contradiction);
    }

    @Test
    void wrongChineseNameOfAKnownKeyword() {
        Resolution resolution = VOCABULARY.resolve(new Keyword("PPO", "脉冲编程优化"));
        assertThat(resolution.slug()).isEqualTo("ppo");
        assertThat(resolution.candidates()).containsExactly(new AliasCandidate(Kind.CHINESE, "脉冲编程优化"));
        assertThat(resolution.contradiction()).isNull();
        assertThat(VOCABULARY.bySpelling("脉冲编程优化")).isEmpty();
    }

    @Test
    void knownKeywordWithTheNameOfAnother() {
        Resolution resolution = VOCABULARY.resolve(new Keyword("Reward model", "强化学习"));
        assertThat(resolution.slug()).isEqualTo("reward-model");
        assertThat(resolution.contradiction().slug()).isEqualTo("reinforcement-learning");
    }

    @Test
    void unknownKeyword() {
        Resolution resolution = VOCABULARY.resolve(new Keyword("Joint Audio Text (JAT)", "联合音频文本"));
        assertThat(resolution).isEqualTo(new Resolution("joint-audio-text", null, By.NOTHING,
                List.of(new AliasCandidate(Kind.ACRONYM, "jat"), new AliasCandidate(Kind.CHINESE, "联合音频文本")), null));
    }

    @Test
    void unknownKeywordInChinese() {
        assertThat(VOCABULARY.resolve(new Keyword(null, "空间刻画")).slug()).isEqualTo("空间刻画");
    }

    @ParameterizedTest
    @CsvSource({ "Reward Learning (RL), reward-learning", "Local Linear Mapping (LLM), local-linear-mapping" })
    void acronymOfOtherWords(String en, String slug) {
        assertThat(VOCABULARY.resolve(new Keyword(en, null)).slug()).isEqualTo(slug);
    }
}
