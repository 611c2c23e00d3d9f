package sulan.intake;

/** A run cannot be opened while another one of its lane is open. */
public class RunInProgressException extends Exception {

    private static final long serialVersionUID = 1L;

    RunInProgressException() {
        super("Another run is in progress");
    }
}
