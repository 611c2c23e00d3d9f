package sulan.operator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import sulan.archive.Run;

/**
 * How far an open run has come.
 *
 * @param seconds since it began
 * @param left in how many seconds it ends if it goes on as before; {@code null} if that cannot be told yet
 */
record RunProgress(Run run, long seconds, Long left) {

    private static final int ENOUGH = 3;

    /** Those of all open runs. */
    static List<RunProgress> all(Clock clock) {
        return Run.open().stream().map(run -> of(run, clock)).toList();
    }

    private static RunProgress of(Run run, Clock clock) {
        long millis = Math.max(0, Duration.between(run.startedAt, clock.instant()).toMillis());
        int done = run.done();
        boolean known = done >= ENOUGH && done < run.total;
        return new RunProgress(run, millis / 1000, known ? millis * (run.total - done) / done / 1000 : null);
    }
}
