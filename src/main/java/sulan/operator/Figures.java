package sulan.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

import io.quarkus.qute.TemplateExtension;
import sulan.web.Language;

/** How templates write figures. */
@TemplateExtension
final class Figures {

    private static final int DECIMALS = 4;

    private Figures() {
    }

    /** An amount of money with four decimals, rounded up: what was spent is never told as nothing. */
    static String amount(BigDecimal money) {
        return money.signum() == 0 ? "0" : money.setScale(DECIMALS, RoundingMode.UP).toPlainString();
    }

    /** A span of seconds, in its two largest units. */
    static String span(Number seconds) {
        ConsoleMessages texts = Language.texts(ConsoleMessages.class);
        Duration span = Duration.ofSeconds(seconds.longValue());
        if (span.toHours() > 0) {
            return texts.spanHours(span.toHours(), span.toMinutesPart());
        }
        return span.toMinutes() > 0 ? texts.spanMinutes(span.toMinutes(), span.toSecondsPart())
                : texts.spanSeconds(span.toSeconds());
    }
}
