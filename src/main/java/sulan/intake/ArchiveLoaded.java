package sulan.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import sulan.search.PaperIndex;

/**
 * Ready means that there is something to show: all that was there at the start, digests and saved answers, is in the archive,
 * and lists find it. What comes later does not make the portal less ready.
 */
@Readiness
@ApplicationScoped
class ArchiveLoaded implements HealthCheck {

    private final Intake intake;
    private final Lists lists;
    private final PaperIndex index;
    private volatile boolean ready;

    ArchiveLoaded(Intake intake, Lists lists, PaperIndex index) {
        this.intake = intake;
        this.lists = lists;
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        ready = ready || intake.isLoaded() && lists.isLoaded() && index.isInStep();
        return HealthCheckResponse.named("archive loaded").status(ready).build();
    }
}
