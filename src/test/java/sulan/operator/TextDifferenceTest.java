package sulan.operator;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import sulan.operator.TextDifference.Change;

class TextDifferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            提出新的方法 | 提出旧的方法 | 提出[-新-]{+旧+}的方法
            训练更快。 | 训练更快，也更省。 | 训练更快{+，也更省+}。
            uses a transformer | uses two transformers | uses [-a transformer-]{+two transformers+}
            GPT-4 很强 | GPT-5 很强 | GPT-[-4-]{+5+} 很强
            4.5 | 4.25 | [-4.5-]{+4.25+}
            甲乙丙丁戊 | 一乙二丁三 | [-甲乙丙丁戊-]{+一乙二丁三+}
            "" | 全新 | {+全新+}
            删光 | "" | [-删光-]
            不变 | 不变 | 不变
            👩‍🔬好 | 👩好 | [-👩‍🔬-]{+👩+}好
            """)
    void change(String before, String after, String expected) {
        assertThat(written(TextDifference.of(before, after))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "3000", "30000" })
    void long_texts_that_have_nothing_in_common(int length) {
        TextDifference difference = TextDifference.of("甲".repeat(length) + "\n同一行", "乙".repeat(length) + "\n同一行");
        assertThat(difference.pieces()).extracting(TextDifference.Piece::change).containsExactly(Change.REMOVED, Change.ADDED,
                Change.KEPT);
        assertThat(difference.isNone()).isFalse();
    }

    /** Whatever is compared: without what was put in it is the one text, without what was taken out the other. */
    @Property(tries = 300)
    void nothing_is_lost(@ForAll @StringLength(max = 60) @Chars({ '甲', '乙', 'a', 'b', ' ', '\n', '。' }) String before,
            @ForAll @StringLength(max = 60) @Chars({ '甲', '乙', 'a', 'b', ' ', '\n', '。' }) String after) {
        TextDifference difference = TextDifference.of(before, after);
        assertThat(without(difference, Change.ADDED)).isEqualTo(before);
        assertThat(without(difference, Change.REMOVED)).isEqualTo(after);
        assertThat(difference.isNone()).isEqualTo(before.equals(after));
    }

    private static String without(TextDifference difference, Change change) {
        return difference.pieces().stream().filter(piece -> piece.change() != change).map(TextDifference.Piece::text)
                .collect(joining());
    }

    private static String written(TextDifference difference) {
        return difference.pieces().stream().map(piece -> switch (piece.change()) {
            case KEPT -> piece.text();
            case REMOVED -> "[-" + piece.text() + "-]";
            case ADDED -> "{+" + piece.text() + "+}";
        }).collect(joining());
    }
}
