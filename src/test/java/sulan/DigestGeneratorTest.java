package sulan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sulan.DigestGenerator.Form;
import sulan.digest.Digest;
import sulan.digest.DigestReader;

class DigestGeneratorTest {

    private final DigestGenerator generator = new DigestGenerator(1);

    @Test
    void same_seed() {
        assertThat(new DigestGenerator(1).digest(7)).isEqualTo(generator.digest(7));
        assertThat(new DigestGenerator(2).digest(7)).isNotEqualTo(generator.digest(7));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void form_that_is_read_as_it_was_meant(Form form) {
        for (int index = 0; index < 20; index++) {
            Digest digest = generator.digest(index);
            String markdown = DigestGenerator.markdown(digest, form);
            var reading = new DigestReader().read(markdown.getBytes(StandardCharsets.UTF_8),
                    DigestGenerator.fileName(digest.date()));
            assertThat(reading.digest()).isEqualTo(digest);
        }
    }
}
