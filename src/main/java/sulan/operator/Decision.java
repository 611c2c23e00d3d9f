package sulan.operator;

import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.TagDecisionException;

/** A decision of the operator's about tags, in a transaction of its own, so that a page can be shown if it is refused. */
final class Decision {

    private Decision() {
    }

    /** @return why it cannot be carried out, for people; empty if it was */
    static Optional<String> refused(Runnable decision) {
        try {
            QuarkusTransaction.requiringNew().run(decision);
            return Optional.empty();
        } catch (TagDecisionException e) {
            return Optional.of(e.getMessage());
        }
    }
}
