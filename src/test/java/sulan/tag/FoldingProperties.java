package sulan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FoldingProperties {

    @Property(seed = "20230920")
    void anythingFoldsToWhatFoldsToItself(@ForAll String spelling) {
        String folded = Folding.fold(spelling);
        assertThat(folded).isNotEmpty().hasSizeLessThanOrEqualTo(300);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Property(seed = "20230920")
    void wordsAndSignsFoldToWhatFoldsToItself(@ForAll("spellings") String spelling) {
        Folded folded = Folding.read(spelling);
        assertThat(Folding.read(folded.form())).isEqualTo(new Folded(folded.form(), null));
    }

    @Provide
    Arbitrary<String> spellings() {
        return Arbitraries.of(List.of("1.", "(2)", "（三）", "四、", "⑤", "❶", " ", "-", "—", "(", ")", "（", "）", "[", "]", "/",
                "'s",
                "large", "language", "models", "LLMs", "L", "caches", "classes", "series", "ies", "xes", "s", "ss", "模型", "函数",
                "Q", "3D", "İ", "ΑΣ", "ﬁ", "é", "𠀀", "한")).list().ofMaxSize(120).map(parts -> String.join("", parts));
    }
}
