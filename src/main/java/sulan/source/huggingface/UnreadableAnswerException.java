package sulan.source.huggingface;

import java.io.IOException;

/** Not one entry can be read from an answer. */
class UnreadableAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String readerReason;

    UnreadableAnswerException(String message, String readerReason, Throwable cause) {
        super(message, cause);
        this.readerReason = readerReason;
    }

    /** What the answer is instead, in Chinese: the predicate of a sentence. */
    String readerReason() {
        return readerReason;
    }
}
