package sulan.source.llm;

import java.time.Instant;

/** A call to the model that brought no answer. The message is for the log; {@link #readerMessage()} is for the operator. */
public class LanguageModelException extends Exception {

    /** Why there is no answer. */
    public enum Kind {
        /** The key is wrong or not allowed to do this (401, 403). */
        UNAUTHORIZED("语言模型拒绝了密钥：请检查 OPENAI_API_KEY 和 OPENAI_BASE_URL 是否匹配、密钥是否有效。"),
        /** The account has no credit left (402, or a 429 whose code is {@code insufficient_quota}). */
        PAYMENT("语言模型的账户余额或配额已用完：请充值或提高配额，然后再次运行。"),
        /** Too many calls (429). */
        RATE_LIMIT("语言模型的调用过于频繁，已被限流：请稍后再试，或减少同时进行的调用。"),
        /** No answer in time. */
        TIMEOUT("语言模型没有在限定时间内回答：请稍后再试，或调高 sulan.overview.timeout。"),
        /** The endpoint does not work or is not reachable (5xx, no connection, an answer that broke off). */
        UNAVAILABLE("语言模型的服务暂时不可用：请检查 OPENAI_BASE_URL 和网络，或稍后再试。"),
        /** The endpoint does not accept the request (other 4xx). */
        REJECTED("语言模型不接受这样的请求：请检查 OPENAI_MODEL 的名称，以及该服务是否支持 sulan.overview 的各项设置。"),
        /** An answer came that is none by the API. */
        UNREADABLE("语言模型的回答不符合接口格式：请检查 OPENAI_BASE_URL 是否指向兼容 OpenAI 的接口。");

        private final String readerMessage;

        Kind(String readerMessage) {
            this.readerMessage = readerMessage;
        }
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final Instant retryAt;
    private final boolean mayHaveBeenCharged;

    LanguageModelException(Kind kind, String message, Throwable cause, Instant retryAt, boolean mayHaveBeenCharged) {
        super(message, cause);
        this.kind = kind;
        this.retryAt = retryAt;
        this.mayHaveBeenCharged = mayHaveBeenCharged;
    }

    /** Why there is no answer. */
    public Kind kind() {
        return kind;
    }

    /** One Chinese sentence that says what to do. */
    public String readerMessage() {
        return kind.readerMessage;
    }

    /** Whether further calls would end the same way, so that the run is to stop. */
    public boolean stopsRun() {
        return kind == Kind.UNAUTHORIZED || kind == Kind.PAYMENT || kind == Kind.RATE_LIMIT;
    }

    /** When the endpoint wants to be asked again at the earliest, or {@code null} if it did not say. */
    public Instant retryAt() {
        return retryAt;
    }

    /** Whether the endpoint may have done the work, and count it, although there is no answer. */
    public boolean mayHaveBeenCharged() {
        return mayHaveBeenCharged;
    }
}
