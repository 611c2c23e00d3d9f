package sulan.operator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import sulan.archive.ModelCall;

/** What may be spent in a day, by the settings, and what of it is left. */
@ApplicationScoped
class Budget {

    private static final BigDecimal NEARLY_ALL = new BigDecimal("0.8");

    private final BigDecimal daily;
    private final BigDecimal priceInput;
    private final BigDecimal priceOutput;
    private final String currency;
    private final Clock clock;

    Budget(@ConfigProperty(name = "sulan.overview.daily-budget") BigDecimal daily,
            @ConfigProperty(name = "sulan.overview.price-input") BigDecimal priceInput,
            @ConfigProperty(name = "sulan.overview.price-output") BigDecimal priceOutput,
            @ConfigProperty(name = "sulan.overview.currency") String currency, Clock clock) {
        this.daily = daily;
        this.priceInput = priceInput;
        this.priceOutput = priceOutput;
        this.currency = currency;
        this.clock = clock;
    }

    /**
     * A day's budget. All amounts are in the currency of the settings.
     *
     * @param day in UTC
     * @param spent what calls that have ended cost, or can have cost at the most
     * @param reserved what calls that go on can cost at the most
     * @param priceInput of a million tokens
     * @param priceOutput of a million tokens
     */
    record Today(LocalDate day, BigDecimal daily, BigDecimal spent, BigDecimal reserved, BigDecimal priceInput,
            BigDecimal priceOutput, String currency) {

        /** Not less than nothing: the settings may have changed since. */
        public BigDecimal left() {
            return daily.subtract(spent).subtract(reserved).max(BigDecimal.ZERO);
        }

        /** From here on the meter warns. */
        public BigDecimal nearlyAll() {
            return daily.multiply(NEARLY_ALL);
        }

        public BigDecimal used() {
            return spent.add(reserved);
        }
    }

    /** Must be called within a transaction. */
    Today today() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        BigDecimal reserved = ModelCall.getEntityManager().createQuery("""
                select coalesce(sum(c.price), 0) from ModelCall c where c.budgetDay = :day and c.outcome = OPEN""",
                BigDecimal.class).setParameter("day", day).getSingleResult();
        return new Today(day, daily, ModelCall.spent(day).subtract(reserved), reserved, priceInput, priceOutput, currency);
    }
}
