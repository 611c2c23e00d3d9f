package sulan.web;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

/** Well means that no overview that is wanted was given up; it says nothing about being ready or alive. */
@Wellness
@ApplicationScoped
class OverviewsWritten implements HealthCheck {

    private final Clock clock;

    OverviewsWritten(Clock clock) {
        this.clock = clock;
    }

    @Override
    @Transactional
    public HealthCheckResponse call() {
        Progress progress = Progress.now(clock);
        return HealthCheckResponse.named("overviews written").status(progress.givenUp() == 0)
                .withData("waiting", progress.waiting()).withData("givenUp", progress.givenUp())
                .withData("incompleteDays", progress.incomplete().size()).build();
    }
}
