package sulan.source.huggingface;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** What the portal remembers of earlier calls, for tests that follow others. */
@ApplicationScoped
public class HuggingFaceMemory {

    private final Quota quota;

    HuggingFaceMemory(Quota quota) {
        this.quota = quota;
    }

    /** Closes all circuits, and forgets until when no call may be made. */
    public void forget() {
        CircuitBreakerMaintenance.get().resetAll();
        quota.forget();
    }
}
