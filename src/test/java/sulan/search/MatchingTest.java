package sulan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a text is marked, whether or not its signs say beforehand that there is nothing in it. */
class MatchingTest {

    /** Words whose ends the stemmer changes in all its ways, and what stands between them in texts. */
    private static final List<String> WORDS = List.of("dying", "die", "lying", "lie", "tying", "ties", "skies", "sky", "skis",
            "idly", "gently", "ugly", "early", "only", "singly", "news", "innings", "organization", "organ", "organizer",
            "relational", "relate", "related", "hopping", "hop", "hoping", "hope", "conflated", "conflate", "fitted", "fizzed",
            "generously", "generate", "generative", "generality", "possibly", "possible", "ability", "able", "ably",
            "sensitivity", "sensitive", "electricity", "electric", "hopefulness", "happy", "happily", "cries", "cry", "by",
            "say", "analogy", "analogously", "allies", "a", "be", "GPT-4", "LLaMA-2", "3.14", "3,000", "don't", "model's",
            "model", "x'y", "a.b", "seq2seq", "ＧＰＴ", "３，０００", "Transformer的", "数据", "数", "据", "数据集", "大模型", "模型", "数，据", "人々",
            "e");

    @Test
    void same_as_if_it_was_analysed_as_a_whole() {
        for (String asked : WORDS) {
            for (String word : WORDS) {
                String text = "在“" + word + "”中：" + asked.charAt(0) + " " + word + "，" + word.toUpperCase();
                Matching matching = matching(asked);
                // a Greek letter makes sure of that
                assertThat(matching.inText(text)).as("%s in %s", asked, text).isEqualTo(matching.inText(text + " ω"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "model’s size", "model*s*ize", "`model`s", "ｍｏｄｅｌ", "MODEL", "modèl", "the models", "ﬁne model" })
    void in_spite_of_signs_and_width(String text) {
        assertThat(matching("model").inText(text).isEmpty()).as(text).isEqualTo(Analysis.tokens(text).stream()
                .noneMatch(token -> token.term().equals("model")));
    }

    @Test
    void nothing_where_only_a_part_of_the_phrase_is() {
        assertThat(matching("\"large model\"").inText("A large and slow model")).isEmpty();
        assertThat(matching("\"large model\"").inText("A large model")).containsExactly(new Matching.Range(2, 13));
        assertThat(matching("数据集").inText("数据与集合")).isEmpty();
    }

    private static Matching matching(String words) {
        return Matching.of(PaperQuery.ALL.withWords(words));
    }
}
