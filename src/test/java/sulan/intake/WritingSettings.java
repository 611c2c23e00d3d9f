package sulan.intake;

import java.math.BigDecimal;

/** Settings that a test can change: 2 for a million tokens of input, 10 for one of output, 1.00 a day. */
final class WritingSettings implements WritingConfig {

    BigDecimal dailyBudget = new BigDecimal("1.00");
    BigDecimal priceInput = new BigDecimal("2.00");
    BigDecimal priceOutput = new BigDecimal("10.00");
    int parallel = 2;
    int attempts = 4;

    @Override
    public BigDecimal dailyBudget() {
        return dailyBudget;
    }

    @Override
    public BigDecimal priceInput() {
        return priceInput;
    }

    @Override
    public BigDecimal priceOutput() {
        return priceOutput;
    }

    @Override
    public String currency() {
        return "USD";
    }

    @Override
    public int parallel() {
        return parallel;
    }

    @Override
    public int attempts() {
        return attempts;
    }
}
