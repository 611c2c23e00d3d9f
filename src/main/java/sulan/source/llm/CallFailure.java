package sulan.source.llm;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.langchain4j.exception.HttpException;
import io.quarkiverse.langchain4j.openai.common.OpenAiApiException;
import sulan.source.llm.LanguageModelException.Kind;

/** What the exceptions of the libraries below a call mean. */
final class CallFailure {

    private CallFailure() {
    }

    static LanguageModelException of(RuntimeException failure, Instant now) {
        ErrorAnswer answer = Causes.find(failure, ErrorAnswer.class);
        if (answer != null) {
            return new LanguageModelException(kind(answer), "The language model answered " + answer.getMessage(), failure,
                    answer.retryAt(now), answer.statusCode() == 408 || answer.statusCode() == 504);
        }
        if (Causes.find(failure, ConnectException.class) != null || Causes.find(failure, UnknownHostException.class) != null
                || Causes.find(failure, SSLException.class) != null) {
            return failed(Kind.UNAVAILABLE, "The language model cannot be reached", failure, false);
        }
        if (Causes.find(failure, TimeoutException.class) != null) {
            return failed(Kind.TIMEOUT, "The language model did not answer in time", failure, true);
        }
        if (Causes.find(failure, InterruptedException.class) != null) {
            Thread.currentThread().interrupt();
            return failed(Kind.UNAVAILABLE, "The call to the language model was interrupted", failure, true);
        }
        if (isUnreadable(failure)) {
            return failed(Kind.UNREADABLE, "The language model's answer is none by the API", failure, true);
        }
        return failed(Kind.UNAVAILABLE, "The call to the language model broke off", failure, true);
    }

    private static Kind kind(ErrorAnswer answer) {
        int status = answer.statusCode();
        if (answer.isUnpaid()) {
            return Kind.PAYMENT;
        }
        return switch (status) {
            case 401, 403 -> Kind.UNAUTHORIZED;
            case 429 -> Kind.RATE_LIMIT;
            case 408 -> Kind.TIMEOUT;
            default -> status >= 500 ? Kind.UNAVAILABLE : status >= 400 ? Kind.REJECTED : Kind.UNREADABLE;
        };
    }

    /** An answer without choices makes langchain4j fail on its own assumptions. */
    private static boolean isUnreadable(RuntimeException failure) {
        return Causes.find(failure, JsonProcessingException.class) != null
                || Causes.find(failure, OpenAiApiException.class) != null || Causes.find(failure, HttpException.class) != null
                || failure instanceof NullPointerException || failure instanceof IndexOutOfBoundsException
                || failure instanceof IllegalArgumentException;
    }

    private static LanguageModelException failed(Kind kind, String message, RuntimeException cause, boolean charged) {
        return new LanguageModelException(kind, message, cause, null, charged);
    }
}
