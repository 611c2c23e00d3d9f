package sulan.source.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LanguageModelWithoutKeyTest {

    @Inject
    LanguageModel model;

    @Test
    void no_key() {
        assertThat(model.isOn()).isFalse();
        assertThat(model.language()).isEqualTo(Language.CHINESE);
    }

    @Test
    void no_call() {
        assertThatIllegalStateException().isThrownBy(() -> model.ask(OverviewPrompt.of(Papers.ladders()), null));
    }
}
