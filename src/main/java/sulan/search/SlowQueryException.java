package sulan.search;

/** A query took longer than any may take. */
public class SlowQueryException extends RuntimeException {

    public SlowQueryException(PaperQuery query, Throwable cause) {
        super("A query was broken off: " + query, cause);
    }
}
