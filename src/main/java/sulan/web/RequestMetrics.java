package sulan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.binder.HttpCommonTags;

/**
 * The metrics of requests, by kinds of addresses. A request that is turned away before its kind is known is counted under the
 * address that somebody made up; there is no end of these, so they are all counted as one.
 */
@Singleton
class RequestMetrics {

    private static final String REQUESTS = "http.server.requests";

    private final MeterRegistry registry;
    private final ConcurrentMap<String, Timer> found = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Timer> unchanged = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Static, because a registry is made with it. */
    @Produces
    @Singleton
    static MeterFilter kindsOfAddresses() {
        return new MeterFilter() {

            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(REQUESTS) && "CLIENT_ERROR".equals(id.getTag("outcome"))
                        && isMadeUp(id.getTag("uri")) ? withUri(id, "OTHER") : id;
            }
        };
    }

    /**
     * Counts a request of which Quarkus does not know, by the names that Quarkus has for its parts.
     *
     * @param kind the kind of address; {@code null} if there is but the one address, {@code path}
     * @param isKnown whether the client was told that it has the answer already
     */
    void answered(String kind, String path, boolean isKnown, long nanoseconds) {
        String uri = kind == null ? path : kind;
        ConcurrentMap<String, Timer> timers = isKnown ? unchanged : found;
        Timer timer = timers.get(uri);
        if (timer == null) {
            timer = timer(uri, path, isKnown ? 304 : 200);
            timers.put(uri, timer);
        }
        timer.record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String uri, String path, int status) {
        return registry.timer(REQUESTS, List.of(HttpCommonTags.method("GET"), HttpCommonTags.outcome(status),
                HttpCommonTags.status(status), HttpCommonTags.uri(uri, path, status, false)));
    }

    /** The kinds of pages for which there is more than one address have a part in braces; what is not found has a name. */
    private static boolean isMadeUp(String uri) {
        return uri != null && uri.startsWith("/") && !uri.contains("{");
    }

    private static Meter.Id withUri(Meter.Id id, String uri) {
        List<Tag> tags = new ArrayList<>();
        id.getTags().forEach(tag -> tags.add(tag.getKey().equals("uri") ? Tag.of("uri", uri) : tag));
        return id.replaceTags(tags);
    }
}
