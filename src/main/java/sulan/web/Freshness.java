package sulan.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Edition;

/**
 * How long caches between the portal and its readers may give an answer without asking (RFC 9111, and RFC 5861 for what they
 * may still give while they ask). Browsers always ask: a reader who comes back sees what has changed.
 */
enum Freshness {

    /** Days, weeks and months that are over: nobody fetches their lists any more, and corrections are rare. */
    PAST("public, max-age=0, s-maxage=3600, stale-while-revalidate=86400"),
    /** Lists, and whatever shows the newest day. */
    CURRENT("public, max-age=0, s-maxage=60, stale-while-revalidate=600"),
    /** What no cache may give without asking: the portal's state, and errors. */
    NONE("no-cache");

    private static final int MONTH = "2023-09".length();
    /** Longer than lists are looked at for their upvotes. */
    private static final int DAYS_UNTIL_PAST = 30;
    private static final String STATE = "status";
    private static final Pattern PERIOD = Pattern
            .compile("/?(?:days|weeks|months)/(\\d{4}-(?:\\d\\d-\\d\\d|\\d\\d|W\\d\\d))(?:\\.[a-z]+)?");

    private final String cacheControl;

    Freshness(String cacheControl) {
        this.cacheControl = cacheControl;
    }

    String cacheControl() {
        return cacheControl;
    }

    /** Whether what is shown there follows from the archive. */
    static boolean isOfArchiveAlone(String path) {
        int name = path.startsWith("/") ? 1 : 0;
        int end = name + STATE.length();
        return !path.startsWith(STATE, name) || path.length() > end && "./".indexOf(path.charAt(end)) < 0;
    }

    /** Of an answer that there is at this path. Counted from the newest edition, not from today, so that it can be kept. */
    static Freshness of(String path) {
        if (!isOfArchiveAlone(path)) {
            return NONE;
        }
        Matcher period = PERIOD.matcher(path);
        return period.matches() && isPast(period.group(1)) ? PAST : CURRENT;
    }

    private static boolean isPast(String name) {
        Optional<LocalDate> last = name.contains("W") ? Period.parse(Period.Kind.WEEK, name).map(Period::to)
                : name.length() == MONTH ? Period.parse(Period.Kind.MONTH, name).map(Period::to)
                        : Optional.of(LocalDate.parse(name));
        return QuarkusTransaction.joiningExisting().call(Edition::newest).filter(
                newest -> last.orElseThrow().isBefore(newest.date.minusDays(DAYS_UNTIL_PAST))).isPresent();
    }
}
