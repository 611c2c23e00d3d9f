package sulan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sulan.search.Matching.Range;

class AnalysisTest {

    /** Text, word, and the parts of the text in brackets where the word is found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            长上下文的语言模型      | 模型       | 长上下文的语言[模型]
            长上下文的语言模型      | 上下文      | 长[上下文]的语言模型
            长上下文的语言模型      | 下的       | 长上下文的语言模型
            长上下文的语言模型      | 文        | 长上下[文]的语言模型
            长上下文的语言模型      | 长上下文的语言模型 | [长上下文的语言模型]
            模拟与类型          | 模型       | 模拟与类型
            大模型 大模型        | 模型       | 大[模型] 大[模型]
            模 型            | 模型       | 模 型
            把**模**型做小      | 模型       | 把**[模**型]做小
            Large Language Models | language model | Large [Language Models]
            Large Language Models | LARGE    | [Large] Language Models
            Languages, models   | language model | [Languages, models]
            Ｌａｒｇｅ ｍｏｄｅｌｓ  | large model | [Ｌａｒｇｅ ｍｏｄｅｌｓ]
            compressing images  | compressed | [compressing] images
            Bézier curves       | bezier   | [Bézier] curves
            基于Transformer的模型 | Transformer的 | 基于[Transformer的]模型
            大模型GPT的推理       | 型gpt     | 大模[型GPT]的推理
            用GPT-4评测        | GPT-4    | 用[GPT-4]评测
            用GPT 4评测        | gpt-4    | 用[GPT 4]评测
            用GPT-4评测        | GPT      | 用[GPT]-4评测
            训练《模型》          | 训练模型     | 训练《模型》
            LongLoRA            | LoRA     | LongLoRA
            2309.10668          | 2309.10668 | [2309.10668]
            𠮷野家的𠮷            | 𠮷野       | [𠮷野]家的𠮷
            """)
    void word_in_a_text(String text, String word, String marked) {
        Matching matching = Matching.of(new Expression.Text(Expression.Field.ANYWHERE, word, true));
        assertThat(marked(text, matching.inText(text))).isEqualTo(marked);
    }

    @Test
    void words_that_overlap() {
        Matching matching = Matching.of(Words.parse("语言模型 模型推理").expression());
        assertThat(marked("语言模型推理", matching.inText("语言模型推理"))).isEqualTo("[语言模型推理]");
    }

    @Test
    void words_for_other_fields_and_words_that_are_unwanted() {
        Matching matching = Matching.of(Words.parse("title:alpha author:beta -gamma (delta OR epsilon)").expression());
        String text = "alpha beta gamma delta epsilon";
        assertThat(marked(text, matching.inTitle(text))).isEqualTo("[alpha] beta gamma [delta] [epsilon]");
        assertThat(marked(text, matching.inText(text))).isEqualTo("alpha beta gamma [delta] [epsilon]");
    }

    @Test
    void nothing_to_look_for() {
        assertThat(Matching.of(Words.parse("!!! -x rec>=4").expression())).isSameAs(Matching.NONE);
        assertThat(Analysis.phrase("——！")).isEmpty();
    }

    @Test
    void pairs_take_the_place_of_their_characters() {
        assertThat(Analysis.phrase("大模型GPT好").stream().map(token -> token.term() + "@" + token.position()))
                .containsExactly("大模@0", "模型@1", "gpt@3", "好@4");
    }

    private static String marked(String text, List<Range> ranges) {
        StringBuilder marked = new StringBuilder(text);
        for (int i = ranges.size() - 1; i >= 0; i--) {
            marked.insert(ranges.get(i).end(), ']').insert(ranges.get(i).start(), '[');
        }
        return marked.toString();
    }
}
