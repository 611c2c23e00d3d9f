package sulan.web;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.smallrye.health.api.Wellness;
import sulan.archive.Deadlines;
import sulan.archive.LateDay;

/**
 * Well means that the daily lists are there. A late day is somebody's business, but no reason to take the portal from its
 * readers: so it says nothing about being ready or alive.
 */
@Wellness
@ApplicationScoped
class ListsFetched implements HealthCheck {

    private final Clock clock;
    private final Deadlines deadlines;

    ListsFetched(Clock clock, Deadlines deadlines) {
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @Override
    @Transactional
    public HealthCheckResponse call() {
        Progress progress = Progress.now(clock, deadlines);
        HealthCheckResponseBuilder response = HealthCheckResponse.named("lists fetched").status(progress.isListed())
                .withData("lateDays", progress.late(LateDay.Reason.NO_PAPERS))
                .withData("unreachableDays", progress.unreachable().size());
        if (progress.synchronisedAt() != null) {
            response.withData("synchronisedAt", progress.synchronisedAt().toString());
        }
        if (progress.failed() != null) {
            response.withData("failedAt", progress.failed().startedAt.toString());
        }
        return response.build();
    }
}
