package sulan.web;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;
import sulan.archive.Deadlines;
import sulan.archive.LateDay;

/** Well means that no overview that is wanted was given up or is late; it says nothing about being ready or alive. */
@Wellness
@ApplicationScoped
class OverviewsWritten implements HealthCheck {

    private final Clock clock;
    private final Deadlines deadlines;

    OverviewsWritten(Clock clock, Deadlines deadlines) {
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @Override
    @Transactional
    public HealthCheckResponse call() {
        Progress progress = Progress.now(clock, deadlines);
        return HealthCheckResponse.named("overviews written").status(progress.isWritten())
                .withData("waiting", progress.waiting()).withData("givenUp", progress.givenUp())
                .withData("lateDays", progress.late(LateDay.Reason.NOT_COMPLETE))
                .withData("incompleteDays", progress.incomplete().size()).build();
    }
}
