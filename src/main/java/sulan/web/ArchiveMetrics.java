package sulan.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Deadlines;
import sulan.archive.ModelCall;
import sulan.archive.Run;

/**
 * What the archive holds and how it fares, for Prometheus: the same as on the state's page. A scrape reads many of these; they
 * are counted together, and may be as old as the setting says.
 */
@Singleton
class ArchiveMetrics implements MeterBinder {

    private final Clock clock;
    private final Deadlines deadlines;
    private final Duration age;
    private Figures figures;
    private Instant countedAt = Instant.EPOCH;

    ArchiveMetrics(Clock clock, Deadlines deadlines, @ConfigProperty(name = "sulan.metrics-age") Duration age) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.age = age;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "sulan.editions", "Days that have a list", Figures::editions);
        gauge(registry, "sulan.papers", "Papers that a day lists", Figures::papers);
        gauge(registry, "sulan.overviews", "Papers with an overview", Figures::overviews);
        gauge(registry, "sulan.sync.last.success.timestamp", "When the daily lists were last fetched, in seconds since 1970",
                now -> now.progress().synchronisedAt() == null ? Double.NaN : now.progress().synchronisedAt().getEpochSecond(),
                "seconds");
        gauge(registry, "sulan.sync.failed", "Whether the last attempt at fetching them brought nothing",
                now -> now.progress().failed() == null ? 0 : 1);
        gauge(registry, "sulan.days.incomplete", "Days of the last two weeks that are not complete",
                now -> now.progress().incomplete().size());
        gauge(registry, "sulan.days.late", "Days of the last week of which there should be more by now",
                now -> now.progress().late().size());
        gauge(registry, "sulan.days.unreachable", "Days of the last two weeks of which no list could be had",
                now -> now.progress().unreachable().size());
        gauge(registry, "sulan.overviews.waiting", "Overviews that are to be written", now -> now.progress().waiting());
        gauge(registry, "sulan.overviews.given.up", "Overviews that could not be written", now -> now.progress().givenUp());
        gauge(registry, "sulan.model.spent.today", "What the language model has cost today, in UTC, at the most",
                now -> now.spentToday().doubleValue());
        bindCounts(registry);
    }

    private void bindCounts(MeterRegistry registry) {
        for (ModelCall.Purpose purpose : ModelCall.Purpose.values()) {
            for (ModelCall.Outcome outcome : ModelCall.Outcome.values()) {
                Figures.Call call = new Figures.Call(purpose, outcome);
                Gauge.builder("sulan.model.calls", () -> current().calls().getOrDefault(call, 0L))
                        .description("Calls of the language model in the ledger")
                        .tags("purpose", Word.of(purpose), "outcome", Word.of(outcome)).register(registry);
            }
        }
        for (Run.Kind kind : Run.Kind.values()) {
            for (Run.Status status : Run.Status.values()) {
                Figures.Runs runs = new Figures.Runs(kind, status);
                Gauge.builder("sulan.runs", () -> current().runs().getOrDefault(runs, 0L)).description("Runs that are kept")
                        .tags("kind", Word.of(kind), "status", Word.of(status)).register(registry);
            }
        }
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> value) {
        gauge(registry, name, description, value, null);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> value, String unit) {
        Gauge.builder(name, () -> value.applyAsDouble(current())).description(description).baseUnit(unit).register(registry);
    }

    private synchronized Figures current() {
        Instant now = clock.instant();
        if (figures == null || now.isAfter(countedAt.plus(age)) || now.isBefore(countedAt)) {
            figures = QuarkusTransaction.requiringNew().call(() -> Figures.now(clock, deadlines));
            countedAt = now;
        }
        return figures;
    }
}
