package sulan.intake;

import jakarta.enterprise.context.ApplicationScoped;

/** What the operator can ask for that runs in the background. */
@ApplicationScoped
public class Maintenance {

    private final IndexRebuild index;

    Maintenance(IndexRebuild index) {
        this.index = index;
    }

    /**
     * Has the index made anew from the archive, as a run of the kind INDEX: within the time of {@code sulan.poll}, or after the
     * run that is going on. Lists are answered from the old one until then. Asking again before it has begun changes nothing.
     */
    public void rebuildIndex() {
        index.ask();
    }

    /** Whether a new index was asked for, and the run has not begun. */
    public boolean isRebuildPending() {
        return index.isAsked();
    }
}
