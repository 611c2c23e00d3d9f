package sulan.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * How many answers may be in the making. Whoever would have to wait longer than he wants to is told at once to come back: 503
 * (RFC 9110, section 15.6.4) if the portal has too much to do, 429 (RFC 6585) if he alone asks for too much. What is ready
 * ({@link PageCache}) never comes here, nor do files.
 */
@ApplicationScoped
class RequestLimits {

    /** Where a request keeps that it was let in. */
    private static final String ADMITTED = RequestLimits.class.getName();
    /**
     * Of four places, one is only for pages that somebody asked for before: new addresses are what crawlers and attacks bring.
     */
    private static final int RESERVED_PART = 4;
    /**
     * Of eight places, one more is for the operator, so that he can see to it; no more, because whoever sends a form slowly
     * keeps it and a thread.
     */
    private static final int OPERATOR_PART = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int MOST_CLIENTS = 50_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Semaphore places;
    private final int reserved;
    private final Semaphore operatorPlaces;
    private final LoadingCache<String, Bucket> clients;
    private final Busy busy;
    private final Counter overloads;
    private final Counter excesses;

    /**
     * @param most how many answers may be made or wait for that at the same time
     * @param burst how many a client may have made at once
     * @param perSecond how many it may have made in each second after that
     */
    RequestLimits(@ConfigProperty(name = "sulan.requests.most") int most,
            @ConfigProperty(name = "sulan.requests.client-burst") int burst,
            @ConfigProperty(name = "sulan.requests.client-per-second") int perSecond, Busy busy, MeterRegistry metrics) {
        this.places = new Semaphore(most);
        this.reserved = most / RESERVED_PART;
        this.operatorPlaces = new Semaphore(Math.max(1, most / OPERATOR_PART));
        Bandwidth limit = Bandwidth.builder().capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)).build();
        this.clients = Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(FORGOTTEN_AFTER)
                .build(client -> Bucket.builder().addLimit(limit).build());
        this.busy = busy;
        this.overloads = refusals(metrics, "overload");
        this.excesses = refusals(metrics, "client");
        Gauge.builder("sulan.requests.making", () -> most - places.availablePermits())
                .description("Answers that are being made, or wait for that").register(metrics);
    }

    private static Counter refusals(MeterRegistry metrics, String reason) {
        return Counter.builder("sulan.requests.refused").tag("reason", reason)
                .description("Requests that were turned away because there were too many").register(metrics);
    }

    /**
     * Lets a request go on, or answers it.
     *
     * @param isKnown whether the page is one that is asked for again and again
     */
    void admit(RoutingContext context, boolean isKnown) {
        String path = context.request().path();
        if (path.startsWith(Assets.FOLDER) || path.startsWith("/q/") || context.get(ADMITTED) != null) {
            context.next();
            return;
        }
        boolean isOperators = path.startsWith("/operator");
        long pause = isOperators ? 0 : pause(context);
        if (pause > 0) {
            excesses.increment();
            busy.answer(context, 429, pause);
            return;
        }
        Semaphore open = isOperators ? operatorPlaces : places;
        if (!isOperators && !isKnown && places.availablePermits() <= reserved || !open.tryAcquire()) {
            overloads.increment();
            busy.answer(context, 503, RETRY_AFTER.toSeconds());
            return;
        }
        context.put(ADMITTED, true);
        context.addEndHandler(ended -> open.release());
        context.next();
    }

    /** How many seconds a client has to wait; 0 if it need not. */
    private long pause(RoutingContext context) {
        SocketAddress client = context.request().remoteAddress();
        String address = client == null ? null : client.hostAddress();
        if (address == null || isHere(address)) {
            return 0;
        }
        ConsumptionProbe probe = clients.get(network(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    /**
     * Whether it is this machine. A proxy on it that does not tell whom it asks for would make one client of all; one that does
     * (quarkus.http.proxy) never appears here.
     */
    private static boolean isHere(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    /** Of an IPv6 address the part that one customer gets; it may use any number of addresses in it. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return String.join(":", groups[0], groups.length > 1 ? groups[1] : "", groups.length > 2 ? groups[2] : "",
                groups.length > 3 ? groups[3] : "");
    }
}
