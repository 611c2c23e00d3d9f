package sulan.intake;

/** A run cannot be opened while another one is open. */
class RunInProgressException extends Exception {

    private static final long serialVersionUID = 1L;

    RunInProgressException() {
        super("Another run is in progress");
    }
}
