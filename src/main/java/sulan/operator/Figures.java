package sulan.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** How templates write figures. */
@TemplateExtension
final class Figures {

    private static final int DECIMALS = 4;

    private Figures() {
    }

    /** With a comma before every three digits. */
    static String grouped(Number number) {
        return String.format(Locale.ROOT, "%,d", number.longValue());
    }

    /** An amount of money with four decimals, rounded up: what was spent is never told as nothing. */
    static String amount(BigDecimal money) {
        return money.signum() == 0 ? "0" : money.setScale(DECIMALS, RoundingMode.UP).toPlainString();
    }

    /** A span of seconds, in its two largest units. */
    static String span(Number seconds) {
        Duration span = Duration.ofSeconds(seconds.longValue());
        if (span.toHours() > 0) {
            return span.toHours() + " 小时 " + span.toMinutesPart() + " 分";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " 分 " + span.toSecondsPart() + " 秒" : span.toSeconds() + " 秒";
    }
}
