package sulan.source.huggingface;

import java.time.Instant;

/** Why Hugging Face's list could not be had. {@link #getMessage()} is for the log, in English. */
public class HuggingFaceException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String LATER = "，稍后会再试。";

    private final String readerMessage;
    private final boolean isTransient;
    private final Instant retryAt;

    private HuggingFaceException(String message, String readerMessage, boolean isTransient, Instant retryAt, Throwable cause) {
        super(message, cause);
        this.readerMessage = readerMessage;
        this.isTransient = isTransient;
        this.retryAt = retryAt;
    }

    static HuggingFaceException disabled() {
        return new HuggingFaceException("sulan.huggingface.enabled is false",
                "没有启用 Hugging Face；把 sulan.huggingface.enabled 设为 true 才会取它的列表。", false, null, null);
    }

    static HuggingFaceException unreachable(Throwable cause) {
        return new HuggingFaceException("Hugging Face cannot be reached, or broke off: " + cause.getMessage(),
                "连不上 Hugging Face，或者连接中断了" + LATER, true, null, cause);
    }

    static HuggingFaceException slow(Throwable cause) {
        return new HuggingFaceException("Hugging Face did not answer in time", "Hugging Face 没有及时回答" + LATER, true, null,
                cause);
    }

    /** @param retryAt what the answer says about the next call; {@code null} if nothing */
    static HuggingFaceException status(int status, Instant retryAt) {
        String message = "Hugging Face answered with status " + status;
        if (status == 429) {
            return new HuggingFaceException(message, "Hugging Face 嫌请求太多" + LATER, true, retryAt, null);
        }
        if (status == 408 || status >= 500) {
            return new HuggingFaceException(message, "Hugging Face 暂时出错（" + status + "）" + LATER, true, retryAt, null);
        }
        return new HuggingFaceException(message,
                "Hugging Face 拒绝了请求（" + status + "）；请检查 sulan.huggingface.url 和日期。", false, null, null);
    }

    static HuggingFaceException tooLarge(long most) {
        return new HuggingFaceException("The answer of Hugging Face has more than " + most + " bytes",
                "Hugging Face 的回答太大，没有读；如果列表确实这么长，请调大 sulan.huggingface.largest-answer。", false, null, null);
    }

    static HuggingFaceException unreadable(UnreadableAnswerException cause) {
        return new HuggingFaceException("The answer of Hugging Face cannot be read: " + cause.getMessage(),
                "Hugging Face 的回答" + cause.readerReason() + LATER, true, null, cause);
    }

    /** No call was made, because Hugging Face or the portal's own limit asks for a pause. */
    static HuggingFaceException paused(Instant until, Throwable cause) {
        return new HuggingFaceException("No call to Hugging Face before " + until, "请求 Hugging Face 的次数已到上限" + LATER, true,
                until,
                cause);
    }

    /** No call was made, because too many failed. */
    static HuggingFaceException circuitOpen(Instant until, Throwable cause) {
        return new HuggingFaceException("Too many calls to Hugging Face failed; none before " + until,
                "Hugging Face 接连出错，暂停一阵" + LATER, true, until, cause);
    }

    static HuggingFaceException interrupted(InterruptedException cause) {
        return new HuggingFaceException("Interrupted while asking Hugging Face", "取 Hugging Face 的列表被中断了" + LATER, true, null,
                cause);
    }

    /** One Chinese sentence for people: what happened, and what they can do or that it will be tried again. */
    public String readerMessage() {
        return readerMessage;
    }

    /** Whether the same question may be answered later. If not, someone has to change a setting first. */
    public boolean isTransient() {
        return isTransient;
    }

    /** Before when it is no use to ask again: no call would be made. {@code null} if that is not known. */
    public Instant retryAt() {
        return retryAt;
    }
}
