package sulan.source.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderAnswerTest {

    private static final List<String> IDS = List.of("2309.1", "2309.2", "2309.3");

    @ParameterizedTest
    @ValueSource(strings = { "{\"order\": [\"2309.3\", \"2309.1\", \"2309.2\"]}",
            "```json\n{\"order\": [\"2309.3\", \" 2309.1\", \"2309.2\"], \"why\": \"…\"}\n```" })
    void each_paper_once(String text) {
        OrderAnswer answer = OrderAnswer.read(text, IDS);

        assertThat(answer.order()).containsExactly("2309.3", "2309.1", "2309.2");
        assertThat(answer.reason()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "2309.3, 2309.1, 2309.2", "{}", "{\"order\": \"2309.3\"}", "{\"order\": []}",
            "{\"order\": [\"2309.3\", \"2309.1\"]}", "{\"order\": [\"2309.3\", \"2309.1\", \"2309.2\", \"2309.2\"]}",
            "{\"order\": [\"2309.3\", \"2309.1\", \"2309.2\", \"2309.4\"]}", "{\"order\": [\"2309.3\", \"2309.1\", 2309.2]}",
            "{\"order\": [\"2309.3\", \"2309.1\", null]}" })
    void no_order_of_these_papers(String text) {
        OrderAnswer answer = OrderAnswer.read(text, IDS);

        assertThat(answer.order()).isNull();
        assertThat(answer.reason()).startsWith("模型给出的当日排序不可用");
    }

    @Test
    void empty_day() {
        assertThat(OrderAnswer.read("{\"order\": []}", List.of()).order()).isEmpty();
    }
}
