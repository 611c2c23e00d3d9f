package sulan.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.netty.util.NetUtil;

/**
 * Slows down those who guess the password. A client has five attempts; after each further one it has to wait, twice as long as
 * before, up to a quarter of an hour. Attempts count before they are looked at, so that many at once gain nothing; a success
 * takes them back.
 *
 * <p>
 * All clients together have thirty attempts a minute, so that guessing from many addresses does not pay either. This cannot be
 * used to keep the operator out: it never lasts longer than a minute, it does not touch sessions, and addresses from which the
 * operator has logged in before are not counted.
 */
@ApplicationScoped
class LoginThrottle {

    static final int FREE_ATTEMPTS = 5;
    static final int ATTEMPTS_OF_ALL = 30;
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    /** Memory for so many clients; those that were seen least go first. */
    private static final int MOST_CLIENTS = 100_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Clock clock;
    private final Cache<String, Attempts> attempts = Caffeine.newBuilder().maximumSize(MOST_CLIENTS)
            .expireAfterWrite(FORGOTTEN_AFTER).build();
    private final Cache<String, Boolean> known = Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(KNOWN_FOR).build();
    private Instant windowEnd = Instant.MIN;
    private int inWindow;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @param nextAt before which no other attempt is looked at */
    private record Attempts(int made, Instant nextAt) {

        Attempts another(Instant now) {
            int doublings = Math.min(made + 1 - FREE_ATTEMPTS, 20);
            Duration pause = doublings < 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << doublings);
            return new Attempts(made + 1, now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        }
    }

    /**
     * Asks for an attempt.
     *
     * @param client its network address
     * @return how long it has to wait before it asks again; empty if the attempt may be made now
     */
    synchronized Optional<Duration> admit(String client) {
        Instant now = clock.instant();
        String network = network(client);
        Attempts before = attempts.get(network, none -> new Attempts(0, Instant.MIN));
        if (now.isBefore(before.nextAt)) {
            return Optional.of(Duration.between(now, before.nextAt));
        }
        if (known.getIfPresent(network) == null && !hasRoomInWindow(now)) {
            return Optional.of(Duration.between(now, windowEnd));
        }
        attempts.put(network, before.another(now));
        return Optional.empty();
    }

    private boolean hasRoomInWindow(Instant now) {
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(WINDOW);
            inWindow = 0;
        }
        if (inWindow == ATTEMPTS_OF_ALL) {
            return false;
        }
        inWindow++;
        return true;
    }

    /** Says that the client's attempt was right. */
    synchronized void succeeded(String client) {
        attempts.invalidate(network(client));
        known.put(network(client), true);
    }

    /** Whoever has an IPv6 address has all those that begin alike. */
    private static String network(String client) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(client);
        return address == null || address.length <= IPV6_NETWORK_BYTES ? client
                : HexFormat.of().formatHex(address, 0, IPV6_NETWORK_BYTES);
    }
}
