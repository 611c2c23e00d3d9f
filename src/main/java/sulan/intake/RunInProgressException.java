package sulan.intake;

/** A run cannot be opened while another one of its lane is open; whoever asked for it can ask again later. */
public class RunInProgressException extends Exception {

    private static final long serialVersionUID = 1L;

    RunInProgressException() {
        super("Another run is in progress");
    }
}
