package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every piece of text is in a field, or kept as unplaced. */
class NothingIsLostTest {

    @Test
    void realDigests() throws IOException {
        for (Path file : SharedArchive.digests()) {
            String text = Files.readString(file);

            assertThat(Accounting.unaccounted(text, new DigestReader().read(text).digest())).as("%s", file).isEmpty();
        }
    }

    @Property(tries = 1000, seed = "20230920")
    void textInAnyForm(@ForAll long seed) {
        check(PaperForms.sample(seed).markdown());
    }

    @Property(tries = 3000, seed = "20230920")
    void textWithoutSense(@ForAll("texts") String text) {
        check(text);
    }

    @Property(tries = 1500, seed = "20230920")
    void textWithoutSenseInAForm(@ForAll("texts") String text, @ForAll long seed) {
        String form = PaperForms.sample(seed).markdown();
        int middle = form.indexOf("\n\n", form.length() / 2);
        check(middle < 0 ? form + text : form.substring(0, middle) + "\n\n" + text + form.substring(middle));
    }

    private static void check(String text) {
        String document = "# 【2023-09-20】Huggingface 每日论文速览\n\n## BlueFinch: A Title\n\n" + text
                + "\n\n[到 Huggingface 论文主页查看详情](https://huggingface.co/papers/2309.00001)";
        DigestReader.Reading reading = new DigestReader().read(document);

        assertThat(reading.digest()).as(document).isNotNull();
        assertThat(Accounting.unaccounted(document, reading.digest())).as("%s\n----\n%s", document, reading).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return DigestArbitraries.texts();
    }
}
