package sulan.intake;

import java.time.Duration;

/** How long to wait before something is tried again: ten minutes, four times as long after each failure, at most a day. */
final class GrowingPause {

    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int FACTOR = 4;

    private GrowingPause() {
    }

    /** @param failures how often it has failed, at least once */
    static Duration after(int failures) {
        Duration pause = FIRST;
        for (int i = 1; i < failures && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
