package sulan.source.llm;

/** What lies below an exception. */
final class Causes {

    /** No chain of causes is longer unless it is a ring. */
    private static final int DEPTH = 20;

    private Causes() {
    }

    /** The exception itself or its nearest cause of a type, or {@code null}. */
    static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int i = 0; i < DEPTH && cause != null; i++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
