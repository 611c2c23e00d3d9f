package sulan.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * The metrics of requests, by kinds of addresses. A request that is turned away before its kind is known is counted under the
 * address that somebody made up; there is no end of these, so they are all counted as one.
 */
class RequestMetrics {

    @Produces
    @Singleton
    MeterFilter kindsOfAddresses() {
        return new MeterFilter() {

            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals("http.server.requests") && "CLIENT_ERROR".equals(id.getTag("outcome"))
                        && isMadeUp(id.getTag("uri")) ? withUri(id, "OTHER") : id;
            }
        };
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
