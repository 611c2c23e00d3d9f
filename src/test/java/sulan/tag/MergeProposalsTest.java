package sulan.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sulan.tag.MergeProposal.Kind;
import sulan.tag.MergeProposal.Reason;

class MergeProposalsTest {

    private static final Vocabulary NONE = Vocabulary.read(List.of());
    private static final Vocabulary VOCABULARY = Vocabulary.read("""
            Large language model | 大语言模型
            = LLM
            = 大型语言模型

            Multimodal large language model | 多模态大语言模型
            = MLLM

            Reward model | 奖励模型
            """.lines().toList());

    @Test
    void sharedChineseName() {
        assertThat(MergeProposals.of(List.of(tag("Space Carving", 3, "空间刻画"), tag("Volume Carving", 1, "空间 刻画")), NONE))
                .containsExactly(new MergeProposal("volume-carving", "space-carving",
                        List.of(new Reason(Kind.SHARED_CHINESE_NAME, "空间刻画", 0.6)), 0.6, 1));
    }

    @Test
    void chineseNameOfAConcept() {
        assertThat(MergeProposals.of(List.of(tag("Giant Language Models", 90, "大型语言模型")), VOCABULARY))
                .extracting(MergeProposal::from, MergeProposal::into)
                .containsExactly(tuple("giant-language-model", "large-language-model"));
    }

    @Test
    void theMoreShareANameTheLessItSays() {
        double two = MergeProposals.of(sharing(2), NONE).get(0).score();
        List<MergeProposal> five = MergeProposals.of(sharing(5), NONE);
        assertThat(five).hasSize(4).allSatisfy(proposal -> assertThat(proposal.score()).isLessThan(two));
        assertThat(MergeProposals.of(sharing(50), NONE)).isEmpty();
    }

    @Test
    void acronymInBrackets() {
        assertThat(MergeProposals.of(List.of(tag("Joint Audio Text (JAT)", 1), tag("JAT", 4)), NONE))
                .singleElement().satisfies(proposal -> {
                    assertThat(proposal.from()).isEqualTo("joint-audio-text");
                    assertThat(proposal.into()).isEqualTo("jat");
                    assertThat(proposal.reasons()).extracting(Reason::kind).containsExactly(Kind.ACRONYM);
                });
    }

    @Test
    void initials() {
        assertThat(MergeProposals.of(List.of(tag("Native Sparse Attention", 2), tag("NSA", 1)), NONE))
                .singleElement().satisfies(proposal -> assertThat(proposal.from()).isEqualTo("nsa"));
    }

    @Test
    void initialsOfTwoWordsAreNoSign() {
        assertThat(MergeProposals.of(List.of(tag("Space Carving", 2), tag("SC", 1)), NONE)).isEmpty();
    }

    @Test
    void acronymOfAConceptIsNotThatOfOtherWords() {
        assertThat(MergeProposals.of(List.of(tag("Local Linear Mapping", 1)), VOCABULARY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "Text-to-Speech Synthesis, Text to Speech Syntesis",
            "Multi-layer Perceptron, Multilayer Perceptron",
            "Colinear Constrained Attention, Collinear Constrained Attention",
            "Gaussian Splatting Editing, Gaussain Splatting Editing",
            "Visualization Tools, Visualisation Tools"
    })
    void similarSpelling(String one, String other) {
        assertThat(MergeProposals.of(List.of(tag(one, 2), tag(other, 1)), NONE)).singleElement()
                .satisfies(proposal -> assertThat(proposal.reasons()).extracting(Reason::kind)
                        .containsExactly(Kind.SIMILAR_SPELLING));
    }

    @ParameterizedTest
    @CsvSource({
            "Supervised Domain Learning, Unsupervised Domain Learning",
            "Explicit Reasoning Models, Implicit Reasoning Models",
            "On-policy Training Loop, Off-policy Training Loop",
            "3D Scene Generation, 4D Scene Generation",
            "Challenge Track 2024, Challenge Track 2025",
            "Text Encoder Network, Text Decoder Network",
            "Interclass Distance Measures, Intraclass Distance Measures",
            "Perceptron, Perceptrom"
    })
    void oppositesAndSeries(String one, String other) {
        assertThat(MergeProposals.of(List.of(tag(one, 2), tag(other, 1)), NONE)).isEmpty();
    }

    @Test
    void similarToASpellingOfAConcept() {
        assertThat(MergeProposals.of(List.of(tag("Multi-modal Large Language Models", 1)), VOCABULARY)).singleElement()
                .satisfies(proposal -> assertThat(proposal.into()).isEqualTo("multimodal-large-language-model"));
    }

    @Test
    void reasonsAddUp() {
        List<MergeProposal> proposals = MergeProposals.of(List.of(tag("Multi-layer Perceptron", 2, "多层感知机"),
                tag("Multilayer Perceptron", 1, "多层感知机"), tag("Space Carving", 5, "空间刻画"), tag("Volume Carving", 9, "空间刻画")),
                NONE);
        assertThat(proposals).extracting(MergeProposal::from).containsExactly("multilayer-perceptron", "space-carving");
        assertThat(proposals.get(0).reasons()).extracting(Reason::kind).containsExactly(Kind.SIMILAR_SPELLING,
                Kind.SHARED_CHINESE_NAME);
        assertThat(proposals.get(0).score()).isBetween(0.9, 1.0);
    }

    @Test
    void conceptsStayApart() {
        List<KnownTag> tags = List.of(tag("Large language model", 500, "大型语言模型"), tag("Reward model", 40, "大型语言模型"));
        assertThat(MergeProposals.of(tags, VOCABULARY)).isEmpty();
        assertThat(MergeProposals.of(List.of(), Vocabulary.curated())).isEmpty();
    }

    private static List<KnownTag> sharing(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> tag("Thing " + "abcdefghijklmnopqrstuvwxyz".charAt(i % 26) + i, 1, "同名")).toList());
    }

    private static KnownTag tag(String en, long papers, String... zh) {
        return new KnownTag(Folding.fold(en), en, List.of(zh), papers);
    }
}
