package sulan.operator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sulan.archive.ModelCall;
import sulan.archive.ModelCall.Outcome;
import sulan.archive.ModelCall.Purpose;

/** What the calls of a period were for, how they ended and what they cost. */
final class LedgerTotals {

    private static final int DAYS = 31;

    private LedgerTotals() {
    }

    /**
     * The calls of one period and purpose.
     *
     * @param period a day or a month
     * @param open those that go on, or whose answer was not looked at yet
     * @param failed those that brought no answer
     * @param price with the most that calls can have cost whose price is not known
     * @param unknown the part of it that is not known
     */
    record Line(String period, Purpose purpose, long accepted, long faulty, long failed, long open, long inputTokens,
            long outputTokens, BigDecimal price, BigDecimal unknown) {

        private static Line of(String period, Purpose purpose, List<Sum> sums) {
            return new Line(period, purpose, count(sums, Outcome.ACCEPTED), count(sums, Outcome.FAULTY),
                    count(sums, Outcome.FAILED, Outcome.LOST), count(sums, Outcome.OPEN, Outcome.ANSWERED),
                    sums.stream().mapToLong(Sum::inputTokens).sum(), sums.stream().mapToLong(Sum::outputTokens).sum(),
                    sums.stream().map(Sum::price).reduce(BigDecimal.ZERO, BigDecimal::add),
                    sums.stream().map(Sum::unknown).reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        private static long count(List<Sum> sums, Outcome... outcomes) {
            return Stream.of(outcomes).flatMap(outcome -> sums.stream().filter(sum -> sum.outcome == outcome))
                    .mapToLong(Sum::calls).sum();
        }

        public long calls() {
            return accepted + faulty + failed + open;
        }

        public boolean isEstimated() {
            return unknown.signum() > 0;
        }
    }

    private record Sum(LocalDate day, Purpose purpose, Outcome outcome, long calls, long inputTokens, long outputTokens,
            BigDecimal price, BigDecimal unknown) {
    }

    private record Key(String period, Purpose purpose) {
    }

    /** Of the last days, newest first. */
    static List<Line> days(LocalDate today) {
        return lines(sums(today.minusDays(DAYS - 1)), Object::toString);
    }

    /** Of all months, newest first. */
    static List<Line> months() {
        return lines(sums(LocalDate.of(1, 1, 1)), day -> day.toString().substring(0, 7));
    }

    private static List<Sum> sums(LocalDate from) {
        return ModelCall.getEntityManager().createQuery("""
                select c.budgetDay, c.purpose, c.outcome, count(c), coalesce(sum(c.inputTokens), 0),
                    coalesce(sum(c.outputTokens), 0), sum(c.price), sum(case when c.priceKnown then 0 else c.price end)
                from ModelCall c where c.budgetDay >= :from group by c.budgetDay, c.purpose, c.outcome""", Object[].class)
                .setParameter("from", from).getResultStream().map(LedgerTotals::sum).toList();
    }

    private static Sum sum(Object[] row) {
        return new Sum((LocalDate) row[0], (Purpose) row[1], (Outcome) row[2], (Long) row[3], ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(), (BigDecimal) row[6], new BigDecimal(row[7].toString()));
    }

    private static List<Line> lines(List<Sum> sums, Function<LocalDate, String> period) {
        Map<Key, List<Sum>> groups = sums.stream().collect(Collectors.groupingBy(
                sum -> new Key(period.apply(sum.day), sum.purpose),
                () -> new TreeMap<>(Comparator.comparing(Key::period).reversed().thenComparing(Key::purpose)),
                Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        groups.forEach((key, parts) -> lines.add(Line.of(key.period, key.purpose, parts)));
        return lines;
    }
}
