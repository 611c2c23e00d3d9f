package sulan.intake;

import java.math.BigDecimal;

import io.smallrye.config.ConfigMapping;

/** How overviews are written and what that may cost; application.properties has the defaults. */
@ConfigMapping(prefix = "sulan.overview")
interface WritingConfig {

    /** The most that the calls of one day, in UTC, may cost, in {@link #currency}; 0 or more. */
    BigDecimal dailyBudget();

    /** What a million tokens of input cost, in {@link #currency}; 0 for a model of one's own. */
    BigDecimal priceInput();

    /** What a million tokens of output cost, in {@link #currency}; 0 for a model of one's own. */
    BigDecimal priceOutput();

    /** The currency of all prices, only to be shown. */
    String currency();

    /** How many calls may go on at the same time; at least 1. */
    int parallel();

    /** How often an overview is tried before it is given up; at least 1. */
    int attempts();
}
