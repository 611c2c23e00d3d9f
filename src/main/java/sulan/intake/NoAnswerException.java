package sulan.intake;

/** The model gave no answer this time, and may give one later. */
class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason a sentence for people, in Chinese
     * @param cause {@code null} if the model refused to answer
     */
    NoAnswerException(String reason, Throwable cause) {
        super("No answer of the language model", cause);
        this.reason = reason;
    }

    /** Whether the model did answer: that it does not. */
    boolean isRefusal() {
        return getCause() == null;
    }

    String reason() {
        return reason;
    }
}
