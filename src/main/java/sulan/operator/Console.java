package sulan.operator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import sulan.archive.Run;

/**
 * How it stands right now.
 *
 * @param open the runs that go on
 * @param today the day, in UTC
 * @param synchronisation the last one that has ended; {@code null} if there was none
 * @param switches what is switched on
 */
record Console(List<RunProgress> open, Day today, Budget.Today budget, Run synchronisation, Switches switches) {

    /** Must be called within a transaction. */
    static Console now(Budget budget, Switches switches, Clock clock) {
        Run last = Run.lastEnded(Run.Kind.LISTS).orElse(null);
        return new Console(RunProgress.all(clock), Day.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)), budget.today(),
                last, switches);
    }
}
