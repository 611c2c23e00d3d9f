package sulan.intake;

import java.time.Instant;

import sulan.archive.Failure.Level;

/** No more overviews are to be written for now; the papers stay in the queue as they are. */
class WritingStopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final Level level;
    private final Instant until;
    private final String reason;

    /**
     * @param level how bad that is
     * @param until when it is to go on
     * @param reason a sentence for people, in Chinese
     */
    WritingStopped(Level level, Instant until, String reason, Throwable cause) {
        super("No more calls until " + until, cause);
        this.level = level;
        this.until = until;
        this.reason = reason;
    }

    Level level() {
        return level;
    }

    Instant until() {
        return until;
    }

    String reason() {
        return reason;
    }
}
