package sulan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sulan.digest.Criterion;
import sulan.search.Expression.Comparison;
import sulan.search.Expression.Field;
import sulan.search.Expression.Listed;
import sulan.search.Expression.Rated;
import sulan.search.Expression.Tagged;
import sulan.search.Expression.Text;
import sulan.search.Words.Part;
import sulan.search.Words.Problem;

class WordsTest {

    /** Each text with the one that says the same most plainly. */
    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\0', value = {
            "long  context\tlong context", "long AND context\tlong context", "大模型，微调、对齐；推理\t大模型 微调 对齐 推理",
            "\"long  context\"\t\"long context\"", "“长上下文 微调”\t\"长上下文 微调\"",
            "＂a b＂ 「c d」 『e』 《f g》\t\"a b\" \"c d\" \"e\" \"f g\"",
            "关于“大模型”的论文\t关于 \"大模型\" 的论文", "\"a \\\"b\\\" c\\d\"\t\"a \\\"b\\\" c\\\\d\"",
            "-survey\t-survey", "NOT survey\t-survey", "－survey −综述\t-survey -综述", "-\"a survey\"\t-\"a survey\"",
            "NOT NOT a\ta", "-(-a)\ta", "NOT (a b)\t-(a b)", "-tag:survey\t-tag:survey", "-rec>=4\t-rec>=4",
            "a|b\ta OR b", "a | b\ta OR b", "a｜b\ta OR b", "a||b\ta OR b", "a ＯＲ b\ta OR b", "a b OR c d\t(a b) OR (c d)",
            "a (b OR c)\ta (b OR c)", "（a｜b） c\t(a OR b) c", "((a)) (b (c))\ta b c", "a OR (b OR c)\ta OR b OR c", "a a\ta",
            "O(n) f(x)\tO n f x", "() a ( )\ta", "\"\" a “ ”\ta",
            "title:survey\ttitle:survey", "TITLE:survey\ttitle:survey", "标题：综述\ttitle:综述", "ｔｉｔｌｅ：a\ttitle:a",
            "title:“long context”\ttitle:\"long context\"", "title:(a OR b) c\t(title:a OR title:b) c",
            "title:(a tag:b)\ttitle:a tag:b", "author:Li 作者：\"Y. LeCun\"\tauthor:Li author:\"Y. LeCun\"",
            "title:-x\ttitle:-x", "title:OR\ttitle:OR", "title:tag:x\ttitle:tag:x",
            "tag:c++ 标签：大语言模型\ttag:c++ tag:大语言模型", "tag:\"large language models\"\ttag:\"large language models\"",
            "rec>=4.5\trec>=4.5", "rec≥4.50\trec>=4.5", "rec:4.5\trec>=4.5", "rec＞＝４．５\trec>=4.5", "rec >= 4.5\trec>=4.5",
            "rec:>4\trec>4", "推荐≥4 推荐度：5\trec>=4 rec>=5", "prac>3 nov<=2 实用性<1 创新=0\tprac>3 nov<=2 prac<1 nov=0",
            "recommendation=4.0\trec=4", "rec≤4\trec<=4", "rec=>4\trec>=4",
            "date:2023\tdate:2023", "date:2023-09\tdate:2023-09", "date:2023-9-1\tdate:2023-09-01", "日期：2024/02\tdate:2024-02",
            "date:2023-09-10..2023-09-20\tdate:2023-09-10..2023-09-20", "date:2023-09..2023-10\tdate:2023-09-01..2023-10-31",
            "date:..2023-09\tdate:..2023-09-30", "date:2023-09..\tdate:2023-09-01..",
            "date:2023…2024\tdate:2023-01-01..2024-12-31",
            "date:2023。。\tdate:2023-01-01..", "date>=2023-09\tdate:2023-09-01..", "date>2023\tdate:2024-01-01..",
            "date<=2023\tdate:..2023-12-31", "date<2023\tdate:..2022-12-31", "date=2023-02\tdate:2023-02",
            "date: 2023\tdate:2023",
            "\\-x \\OR title\\:x \\(a\\)\t\\-x \\OR title\\:x \\(a\\)" })
    void the_same_more_plainly(String text, String plain) {
        Words words = Words.parse(text);
        assertThat(Words.write(words.expression())).isEqualTo(plain);
        assertThat(words.problems()).isEmpty();
    }

    @Test
    void tree() {
        assertThat(Words.parse("微调 -tag:survey (title:\"long context\" OR rec>=4.5) date:2023-09..").expression())
                .isEqualTo(new Expression.All(List.of(
                        new Text(Field.ANYWHERE, "微调", false),
                        new Expression.Not(new Tagged("survey")),
                        new Expression.Any(List.of(new Text(Field.TITLE, "long context", true),
                                new Rated(Criterion.RECOMMENDATION, Comparison.AT_LEAST, new BigDecimal("4.5")))),
                        new Listed(LocalDate.of(2023, 9, 1), null))));
        assertThat(Words.parse("  ").expression()).isEqualTo(Expression.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GPT-4", "C++", "C#", "3D-LLM", "q&a", "pass@1", "LLaMA:", "https://arxiv.org/abs/2309.10668",
            "state-of-the-art", "top-k", "a/b", "😀", "👩‍🔬", "-", "--help", "OR", "AND", "NOT", "or", "not", "and",
            "seq->seq", "->",
            "it's", "‘x’", "10,000", "100%", "a_b", "*", "…", "e.g.", ".", ":", "：", "x:y", "arXiv:2309.10668", "rec", "rec-4",
            "record:4", "dates:2023", "recommendation", "\\alpha", "x\\y", "<b>", ">=4", "=", "!x", "+x", "#1", "@me", "γ-ray",
            "推荐", "推荐系统", "标题", "2023-09-20", "4.5", "a=b", "λ", "ﬁne", "Ⅳ", "é", "～", "$x^2$", "`code`", "don’t" })
    void plain_word(String word) {
        Words words = Words.parse(word);
        assertThat(words.expression()).isEqualTo(new Text(Field.ANYWHERE, word, false));
        assertThat(words.problems()).isEmpty();
        if (!WordsScanner.isOperator(word)) {
            assertThat(Words.parse("before " + word + " after").parts()).extracting(Part::expression)
                    .contains(new Text(Field.ANYWHERE, word, false));
        }
    }

    @Test
    void word_between_others() {
        assertThat(Words.write(Words.parse("GPT - 4").expression())).isEqualTo("GPT - 4");
        assertThat(Words.write(Words.parse("Attention: all you need").expression())).isEqualTo("Attention: all you need");
        assertThat(Words.write(Words.parse("salt and pepper or not").expression())).isEqualTo("salt and pepper or not");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\0', value = {
            "a \"b c\ta \"b c\"\tUNCLOSED_QUOTE \"", "a “b c\ta \"b c\"\tUNCLOSED_QUOTE “", "\"\t\tUNCLOSED_QUOTE \"",
            "a (b OR c\ta (b OR c)\tUNCLOSED_BRACKET (", "(((\t\tUNCLOSED_BRACKET (,UNCLOSED_BRACKET (,UNCLOSED_BRACKET (",
            "title:(a\ttitle:a\tUNCLOSED_BRACKET (", "-(a\t-a\tUNCLOSED_BRACKET (",
            "a) b\ta b\tSTRAY_BRACKET )", ")\t\tSTRAY_BRACKET )",
            "a rec>=\ta\tMISSING_VALUE rec>=", "rec>= a\ta\tMISSING_VALUE rec>=", "a tag:\ta\tMISSING_VALUE tag:",
            "标签：\t\tMISSING_VALUE 标签：",
            "title:\"\" a\ta\tMISSING_VALUE title:\"\"", "-tag:\t\tMISSING_OPERAND -,MISSING_VALUE tag:",
            "TAG: a benchmark\tTAG\\: a benchmark\tNAME_AS_WORD TAG:", "date: a\tdate\\: a\tNAME_AS_WORD date:",
            "a rec>=6\ta\tINVALID_RATING rec>=6", "rec>=high a\ta\tINVALID_RATING rec>=high",
            "rec>=4.125\t\tINVALID_RATING rec>=4.125",
            "rec<>4\t\tINVALID_RATING rec<>4", "prac>=-1\t\tINVALID_RATING prac>=-1", "rec>=5.01\t\tINVALID_RATING rec>=5.01",
            "a date:2023-13\ta\tINVALID_DATES date:2023-13", "date:2023-02-30\t\tINVALID_DATES date:2023-02-30",
            "date:0000\t\tINVALID_DATES date:0000", "date:..\t\tINVALID_DATES date:..",
            "date:1..2..3\t\tINVALID_DATES date:1..2..3",
            "date>9999\t\tINVALID_DATES date>9999", "date>=2023..2024\t\tINVALID_DATES date>=2023..2024",
            "date:yesterday\t\tINVALID_DATES date:yesterday",
            "date:2024..2023\tdate:2023-01-01..2024-12-31\tREVERSED_DATES date:2024..2023",
            "a OR\ta\tMISSING_OPERAND OR", "a |\ta\tMISSING_OPERAND |", "| a\ta\tMISSING_OPERAND |",
            "a NOT\ta\tMISSING_OPERAND NOT",
            "a OR OR b\ta OR b\tMISSING_OPERAND OR", "(a OR) b\ta b\tMISSING_OPERAND OR", "a AND\ta\tMISSING_OPERAND AND" })
    void half_typed_or_wrong(String text, String understood, String problems) {
        Words words = Words.parse(text);
        assertThat(Words.write(words.expression())).isEqualTo(understood == null ? "" : understood);
        assertThat(words.problems().stream().map(problem -> problem.kind() + " "
                + text.substring(problem.start(), problem.start() + problem.length())).collect(Collectors.joining(",")))
                .isEqualTo(problems);
    }

    @Test
    void operator_before_all_words() {
        Words words = Words.parse("OR gates");
        assertThat(Words.write(words.expression())).isEqualTo("gates");
        assertThat(words.problems()).extracting(Words.Problem::kind).containsExactly(Words.Problem.Kind.MISSING_OPERAND);
    }

    @Test
    void parts_with_their_places() {
        String text = "a (“b c” -tag:d) title:(e|f) (g)";
        assertThat(Words.parse(text).parts()).extracting(part -> text.substring(part.start(), part.end()))
                .containsExactly("a", "“b c”", "-tag:d", "title:(e|f)", "(g)");
        assertThat(Words.parse("a OR b c").parts()).hasSize(1);
        assertThat(Words.parse("").parts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\0', value = { "大模型 推荐≥4 “b c”\t1\t大模型 “b c”", "(a b) c\t0\t( b) c",
            "a b a\t0\tb",
            "a (b OR c)\t1\ta", "a\t0\t", "title:(a b)\t0\ttitle:( b)", "NOT a b\t0\tb", "a \"b\t1\ta" })
    void text_without_a_part(String text, int part, String rest) {
        Words words = Words.parse(text);
        assertThat(words.without(words.parts().get(part))).isEqualTo(rest == null ? "" : rest);
    }

    @ParameterizedTest
    @CsvSource({ "2309.10668, 2309.10668", "2309.10668v2, 2309.10668", "arXiv:2309.10668, 2309.10668",
            "https://arxiv.org/abs/2309.10668v1, 2309.10668", "arxiv.org/pdf/2309.10668.pdf, 2309.10668",
            "https://www.arxiv.org/pdf/2309.10668v3.pdf, 2309.10668", "https://huggingface.co/papers/2309.10668, 2309.10668",
            "hep-th/9901001, hep-th/9901001", "https://arxiv.org/abs/math.GT/0309136v2, math.GT/0309136",
            "math.gt/0309136, math.GT/0309136", "https://arxiv.org/abs/2309.10668?context=cs, 2309.10668" })
    void paper_by_id_or_address(String text, String id) {
        assertThat(Words.parse(" " + text + " ").paperId()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "2309", "2309.10668 x", "2309.106", "-2309.10668", "https://example.org/abs/2309.10668",
            "a/b", "4.5" })
    void no_paper_alone(String text) {
        assertThat(Words.parse(text).paperId()).isEmpty();
    }

    @Property(tries = 5000, seed = "20230920")
    void parse_is_the_inverse_of_write(@ForAll("trees") Expression tree) {
        Words words = Words.parse(Words.write(tree));
        assertThat(words.expression()).as(words.text()).isEqualTo(tree);
        assertThat(words.problems()).as(words.text()).isEmpty();
    }

    /** Whatever it is, it is read, and says the same when it is written; what was not understood has a place in it. */
    @Property(tries = 20_000, seed = "20230920")
    void any_text(@ForAll("texts") String text) {
        Words words = Words.parse(text);
        assertThat(Words.parse(Words.write(words.expression())).expression()).isEqualTo(words.expression());
        assertThat(Expression.all(words.parts().stream().map(Part::expression).toList())).isEqualTo(words.expression());
        for (Problem problem : words.problems()) {
            assertThat(problem.start()).isBetween(0, text.length() - 1);
            assertThat(problem.length()).isBetween(1, text.length() - problem.start());
        }
        boolean isBlank = text.chars().allMatch(c -> !Character.isLetterOrDigit(c));
        assertThat(isBlank || !words.parts().isEmpty() || !words.problems().isEmpty()).as("silent about words").isTrue();
    }

    @Property(tries = 5000, seed = "20230920")
    void any_text_without_a_part(@ForAll("texts") String text) {
        Words words = Words.parse(text);
        for (Part part : words.parts()) {
            assertThat(text.substring(part.start(), part.end())).isNotBlank();
            String rest = words.without(part);
            assertThat(Words.parse(rest).parts()).extracting(Part::expression).containsExactlyElementsOf(
                    words.parts().stream().filter(other -> other != part).map(Part::expression).toList());
            // so that the address of a list without it is always one that the portal takes
            assertThat(rest.length()).isLessThanOrEqualTo(PaperQuery.MAX_WORDS_LENGTH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", ")", "-(", "\"", "a OR ", "NOT ", "title:(", "\\", "( a | ", "tag:", "rec>=", "date:..", "-",
            "|", "((a) " })
    void without_end(String text) {
        Words words = Words.parse(text.repeat(10_000));
        assertThat(Words.parse(Words.write(words.expression())).expression()).isEqualTo(words.expression());
    }

    @Test
    void nested_ten_thousand_deep() {
        Words words = Words.parse("a -(b " + "-(c ".repeat(10_000) + ")".repeat(10_000) + ") d");
        assertThat(words.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.TOO_DEEP);
        assertThat(words.parts()).hasSize(3);
    }

    @Provide
    Arbitrary<Expression> trees() {
        return Arbitraries.recursive(this::leaves, trees -> Arbitraries.oneOf(trees.map(Expression::not),
                trees.list().ofMinSize(2).ofMaxSize(3).map(Expression::all),
                trees.list().ofMinSize(2).ofMaxSize(3).map(Expression::any)), 0, 4);
    }

    private Arbitrary<Expression> leaves() {
        Arbitrary<String> texts = words().filter(text -> !Words.spaced(text).isEmpty());
        Arbitrary<LocalDate> dates = Arbitraries
                .of("0001-01-01", "2023-01-01", "2023-09-01", "2023-09-20", "2023-09-30", "2023-12-31",
                        "2024-02-29", "9999-12-31")
                .map(LocalDate::parse);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Field.class), texts, Arbitraries.of(true, false)).as(Text::new),
                texts.map(Tagged::new),
                Combinators.combine(Arbitraries.of(Criterion.class), Arbitraries.of(Comparison.class),
                        Arbitraries.of("0", "3.50", "4", "4.0", "4.25", "5").map(BigDecimal::new)).as(Rated::new),
                Combinators.combine(dates, dates)
                        .as((one, other) -> one.isBefore(other) ? new Listed(one, other) : new Listed(other, one)),
                dates.map(date -> new Listed(date, null)), dates.map(date -> new Listed(null, date)));
    }

    /** Words of papers, and all that means something in the language. */
    private static Arbitrary<String> words() {
        Arbitrary<String> pieces = Arbitraries.of("大模型", "微调", "LoRA", "GPT-4", "C++", "OR", "AND", "NOT", "title", "tag",
                "rec", "date",
                "推荐", ":", "：", ">=", "≥", "<", "=", "-", "－", "(", ")", "（", "）", "|", "｜", "\"", "“", "”", "「", "」", "《", "》",
                "\\", " ", "\u3000", "\u00a0", "\u001c", "，", "、", "..", "2023-09", "4.5", "😀", "é", "'", "&", "/", "%", "\0");
        return Arbitraries.oneOf(pieces.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join("", list)),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(8));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(60),
                words().list().ofMaxSize(12).map(list -> String.join("", list)),
                words().list().ofMaxSize(12).map(list -> String.join(" ", list)))
                .map(text -> text.length() > PaperQuery.MAX_WORDS_LENGTH ? text.substring(0, PaperQuery.MAX_WORDS_LENGTH)
                        : text);
    }
}
