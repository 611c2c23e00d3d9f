package sulan.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import sulan.archive.Deadlines;
import sulan.archive.Edition;
import sulan.archive.ModelCall;
import sulan.archive.Paper;
import sulan.archive.Run;

/**
 * What the metrics tell, at one moment.
 *
 * @param spentToday what the language model has cost today, in UTC, or can have cost at the most
 * @param calls how many calls of it the ledger has, by purpose and outcome; those that there are none of are not in it
 * @param runs how many runs there were, by kind and status, likewise
 */
record Figures(long editions, long papers, long overviews, Progress progress, BigDecimal spentToday, Map<Call, Long> calls,
        Map<Runs, Long> runs) {

    record Call(ModelCall.Purpose purpose, ModelCall.Outcome outcome) {
    }

    record Runs(Run.Kind kind, Run.Status status) {
    }

    /** Must be called within a transaction. The number of queries depends on nothing. */
    static Figures now(Clock clock, Deadlines deadlines) {
        Map<Call, Long> calls = new HashMap<>();
        ModelCall.getEntityManager()
                .createQuery("select c.purpose, c.outcome, count(c) from ModelCall c group by c.purpose, c.outcome",
                        Object[].class)
                .getResultStream().forEach(row -> calls
                        .put(new Call((ModelCall.Purpose) row[0], (ModelCall.Outcome) row[1]), (Long) row[2]));
        Map<Runs, Long> runs = new HashMap<>();
        Run.getEntityManager()
                .createQuery("select r.kind, r.status, count(r) from Run r group by r.kind, r.status", Object[].class)
                .getResultStream()
                .forEach(row -> runs.put(new Runs((Run.Kind) row[0], (Run.Status) row[1]), (Long) row[2]));
        return new Figures(Edition.count(), Paper.countListed(),
                Paper.count("listedOn is not null and overview is not null"), Progress.now(clock, deadlines),
                ModelCall.spent(LocalDate.now(clock.withZone(ZoneOffset.UTC))), calls, runs);
    }
}
