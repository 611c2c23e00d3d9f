package sulan.source.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.langchain4j.exception.HttpException;

/**
 * An answer of the endpoint that is an error, with what langchain4j leaves out: the code of the error and when to come again.
 * The body has the form {@code {"error": {"message", "type", "code"}}}, see
 * <a href="https://platform.openai.com/docs/guides/error-codes">OpenAI's error codes</a>.
 */
class ErrorAnswer extends HttpException {

    private static final long serialVersionUID = 1;

    /** Codes and types that mean that the account is empty; with OpenAI their status is 429. */
    private static final Set<String> UNPAID = Set.of("insufficient_quota", "billing_hard_limit_reached", "billing_not_active",
            "insufficient_balance");
    /** Codes by which filters of hosted endpoints refuse an input; their status is 400. */
    private static final Set<String> REFUSALS = Set.of("content_filter", "content_policy_violation", "data_inspection_failed");
    /** Long runs without a space can be a key that the endpoint repeats. */
    private static final Pattern SECRET = Pattern.compile("[\\w*.+/=-]{24,}");
    private static final int LONGEST_MESSAGE = 300;
    /** No endpoint is waited for any longer; what asks for more is not believed. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(31);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String code;
    private final String type;
    private final String retryAfter;
    private final String retryAfterMillis;

    private ErrorAnswer(int status, JsonNode error, String retryAfter, String retryAfterMillis) {
        super(status, message(status, error));
        this.code = error.path("code").asText("");
        this.type = error.path("type").asText("");
        this.retryAfter = retryAfter;
        this.retryAfterMillis = retryAfterMillis;
    }

    /**
     * @param retryAfter the header {@code Retry-After}, or {@code null}
     * @param retryAfterMillis OpenAI's header {@code retry-after-ms}, or {@code null}
     */
    static ErrorAnswer of(int status, String body, String retryAfter, String retryAfterMillis) {
        return new ErrorAnswer(status, error(body), retryAfter, retryAfterMillis);
    }

    /** Whether a failed call failed because a filter refuses the input. */
    static boolean isRefusal(Throwable failure) {
        ErrorAnswer answer = Causes.find(failure, ErrorAnswer.class);
        return answer != null && REFUSALS.contains(answer.code);
    }

    /** Whether the account is empty. */
    boolean isUnpaid() {
        return statusCode() == 402 || UNPAID.contains(code) || UNPAID.contains(type);
    }

    /** When to come again, or {@code null}. {@code Retry-After} has seconds or a date (RFC 9110, section 10.2.3). */
    Instant retryAt(Instant now) {
        try {
            if (retryAfterMillis != null) {
                return soon(now, now.plusMillis(Long.parseLong(retryAfterMillis.strip())));
            }
            if (retryAfter != null && retryAfter.strip().chars().allMatch(Character::isDigit)) {
                return soon(now, now.plusSeconds(Long.parseLong(retryAfter.strip())));
            }
            return retryAfter == null ? null
                    : soon(now, ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant soon(Instant now, Instant at) {
        return at.isBefore(now) || at.isAfter(now.plus(LONGEST_WAIT)) ? null : at;
    }

    private static JsonNode error(String body) {
        try {
            JsonNode root = body == null ? null : JSON.readTree(body);
            return root == null ? MissingNode.getInstance() : root.path("error");
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String message(int status, JsonNode error) {
        String said = error.isTextual() ? error.asText() : error.path("message").asText("");
        String text = SECRET.matcher(error.path("code").asText("") + " " + said).replaceAll("…").strip();
        return "HTTP " + status + (text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)));
    }
}
