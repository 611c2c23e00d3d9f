package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever form a paper's text was given, it says the same. */
class FormsProperties {

    @Property(tries = 5000, seed = "20230920", shrinking = ShrinkingMode.OFF)
    void anyForm(@ForAll long seed) {
        PaperForms.Sample sample = PaperForms.sample(seed);
        String document = """
                # 【2023-09-20】Huggingface 每日论文速览

                - [Huggingface Daily Papers 2023-09-20](https://huggingface.co/papers?date=2023-09-20) 共推荐 1 篇论文。

                > 说明
                ## BlueFinch: A Title

                """ + sample.markdown() + "[到 Huggingface 论文主页查看详情](https://huggingface.co/papers/2309.00001)";

        DigestReader.Reading reading = new DigestReader().read(document);

        assertThat(reading.digest()).as(document).isNotNull();
        assertThat(reading.digest().papers().get(0).overview()).as(document).isEqualTo(sample.overview());
        assertThat(reading.diagnostics()).as(document).isEmpty();
    }
}
