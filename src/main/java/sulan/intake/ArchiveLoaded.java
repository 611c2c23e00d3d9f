package sulan.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that there is something to show: all that was there at the start is in the archive. */
@Readiness
@ApplicationScoped
class ArchiveLoaded implements HealthCheck {

    private final Intake intake;

    ArchiveLoaded(Intake intake) {
        this.intake = intake;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("archive loaded").status(intake.isLoaded()).build();
    }
}
