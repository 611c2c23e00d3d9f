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

/**
 * The metrics of requests, by kinds of addresses. A request that is turned away before its kind is known is counted under the
 * address that somebody made up; there is no end of these, so they are all counted as one.
 */
@Singleton
class RequestMetrics {

    private static final String REQUESTS = "http.server.requests";
    /** How Quarkus calls the front page. */
    private static final String ROOT = "root";

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
     * Counts a request of which Quarkus does not know, as it would have done.
     *
     * @param uri of what kind the address was
     * @param isKnown whether the client was told that it has the answer already
     */
    void answered(String uri, boolean isKnown, long nanoseconds) {
        (isKnown ? unchanged.computeIfAbsent(uri, kind -> timer(kind, "REDIRECTION", "304"))
                : found.computeIfAbsent(uri, kind -> timer(kind, "SUCCESS", "200")))
                .record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String uri, String outcome, String status) {
        return registry.timer(REQUESTS, "method", "GET", "outcome", outcome, "status", status, "uri",
                uri.equals("/") ? ROOT : uri);
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
