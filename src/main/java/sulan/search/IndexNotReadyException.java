package sulan.search;

/** The index is being made, so that no list can be answered yet. */
public class IndexNotReadyException extends RuntimeException {

    public IndexNotReadyException() {
        super("The index is not ready yet");
    }
}
