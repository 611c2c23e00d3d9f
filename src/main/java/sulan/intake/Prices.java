package sulan.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;

import jakarta.enterprise.context.ApplicationScoped;

/** What tokens cost, by the settings. */
@ApplicationScoped
class Prices {

    private static final int PER_MILLION = 6;
    /** The ledger's; what is less is rounded up, so that no budget is passed by a rounding. */
    private static final int SCALE = 6;

    private final WritingConfig config;

    Prices(WritingConfig config) {
        this.config = config;
    }

    /** The price of so many tokens, in the currency of the settings. */
    BigDecimal of(long input, long output) {
        return config.priceInput().multiply(BigDecimal.valueOf(input))
                .add(config.priceOutput().multiply(BigDecimal.valueOf(output)))
                .movePointLeft(PER_MILLION).setScale(SCALE, RoundingMode.CEILING);
    }

    /** An amount for people, such as {@code 0.42 USD}; small ones with as many digits as they need. */
    String inWords(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString() + " " + config.currency();
    }
}
