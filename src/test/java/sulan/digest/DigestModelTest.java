package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestModelTest {

    @ParameterizedTest
    @CsvSource({
            "各篇文字使用 GPT-4 进行内容生成。, GPT-4",
            "本页由 **Qwen2.5-72B** 模型撰写, Qwen2.5-72B",
            "概述借助 Claude 3.5 Sonnet 自动生成, Claude 3.5 Sonnet",
    })
    void modelThatTheNoteNames(String note, String model) {
        assertThat(digest(note).model()).isEqualTo(model);
    }

    @Test
    void noteThatNamesNone() {
        assertThat(digest(null).model()).isNull();
        assertThat(digest("各篇由速览的制作者借助语言模型撰写。").model()).isNull();
        assertThat(digest("本页来自 Huggingface Daily Papers 的推荐。").model()).isNull();
    }

    private static Digest digest(String note) {
        return new Digest(LocalDate.of(2023, 9, 20), null, null, note, List.of(), null);
    }
}
