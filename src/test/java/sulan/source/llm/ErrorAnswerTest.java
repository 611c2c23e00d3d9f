package sulan.source.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sulan.source.llm.LanguageModelException.Kind;

class ErrorAnswerTest {

    private static final Instant NOW = Instant.parse("2026-02-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({ "0,2026-02-24T12:00:00Z", "90,2026-02-24T12:01:30Z", "' 90 ',2026-02-24T12:01:30Z",
            "'Tue, 24 Feb 2026 12:05:00 GMT',2026-02-24T12:05:00Z" })
    void time_to_come_again(String retryAfter, Instant at) {
        assertThat(answer(429, "", retryAfter).retryAt(NOW)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "soon", "-5", "1.5", "99999999999999999999", "999999999999", "Tue, 24 Feb 2026 11:05:00 GMT" })
    void no_time_to_come_again(String retryAfter) {
        assertThat(answer(429, "", retryAfter).retryAt(NOW)).isNull();
    }

    @Test
    void time_in_thousandths() {
        assertThat(ErrorAnswer.of(429, "", "1", "1500").retryAt(NOW)).isEqualTo(NOW.plusMillis(1500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "401|{}|UNAUTHORIZED", "403|{}|UNAUTHORIZED", "402|{}|PAYMENT", "429|{}|RATE_LIMIT",
            "429|{\"error\":{\"code\":\"insufficient_quota\"}}|PAYMENT",
            "429|{\"error\":{\"type\":\"insufficient_quota\"}}|PAYMENT",
            "429|not JSON|RATE_LIMIT", "429|{\"error\":\"insufficient_quota\"}|RATE_LIMIT", "408||TIMEOUT", "400|[]|REJECTED",
            "404|null|REJECTED", "422|{\"error\":null}|REJECTED", "500|{}|UNAVAILABLE", "503||UNAVAILABLE", "529||UNAVAILABLE",
            "302||UNREADABLE" })
    void kind_of_failure(int status, String body, Kind kind) {
        assertThat(CallFailure.of(new RuntimeException(answer(status, body, null)), NOW).kind()).isEqualTo(kind);
    }

    @Test
    void message_with_what_the_endpoint_says_but_without_a_key() {
        ErrorAnswer answer = answer(400,
                "{\"error\": {\"message\": \"No such model. Your key was sk-abcdefghijklmnopqrstuvwxyz0123.\", \"code\": \"model_not_found\"}}",
                null);

        assertThat(answer).hasMessageContaining("HTTP 400: model_not_found No such model").hasMessageNotContaining("sk-abc");
    }

    @Test
    void input_that_a_filter_refuses() {
        ErrorAnswer answer = answer(400, "{\"error\": {\"code\": \"content_filter\"}}", null);

        assertThat(ErrorAnswer.isRefusal(new RuntimeException(answer))).isTrue();
        assertThat(ErrorAnswer.isRefusal(new RuntimeException())).isFalse();
    }

    private static ErrorAnswer answer(int status, String body, String retryAfter) {
        return ErrorAnswer.of(status, body, retryAfter, null);
    }
}
