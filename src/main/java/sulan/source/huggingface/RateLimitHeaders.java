package sulan.source.huggingface;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the headers of an answer say about the next call. Hugging Face sends {@code RateLimit: "api";r=0;t=55} by
 * https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-09, says
 * https://huggingface.co/docs/hub/rate-limits;
 * proxies in front of it use the older forms, or Retry-After by https://www.rfc-editor.org/rfc/rfc9110#field.retry-after.
 */
final class RateLimitHeaders {

    /** Longer than any pause that is meant. */
    private static final long MOST_SECONDS = Duration.ofDays(1).toSeconds();
    /** A reset that large is no number of seconds, but a moment since 1970. */
    private static final long MOMENT = 1_000_000_000;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private RateLimitHeaders() {
    }

    /**
     * When the next call may be made: after a refusal, or because this call was the last of its window.
     *
     * @param header gives the value of a header, or {@code null}
     * @return {@code null} if the headers ask for no pause
     */
    static Instant nextCall(int status, UnaryOperator<String> header, Instant now) {
        Instant retry = status >= 400 ? retryAfter(header.apply("Retry-After"), now) : null;
        if (retry != null) {
            return retry;
        }
        Instant next = rateLimit(header.apply("RateLimit"), now);
        next = next != null ? next : exhausted(header.apply("RateLimit-Remaining"), header.apply("RateLimit-Reset"), now);
        return next != null ? next : exhausted(header.apply("X-RateLimit-Remaining"), header.apply("X-RateLimit-Reset"), now);
    }

    private static Instant retryAfter(String value, Instant now) {
        if (value == null) {
            return null;
        }
        Instant inSeconds = in(value, now);
        if (inSeconds != null) {
            return inSeconds;
        }
        try {
            Instant moment = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Instant last = now.plusSeconds(MOST_SECONDS);
            return moment.isBefore(now) ? now : moment.isAfter(last) ? last : moment;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Today's form has members with parameters; the one before had {@code limit=500, remaining=0, reset=55}. */
    private static Instant rateLimit(String value, Instant now) {
        if (value == null) {
            return null;
        }
        String policies = QUOTED.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("");
        if (policies.contains("remaining")) {
            Map<String, String> parameters = parameters(policies);
            return exhausted(parameters.get("remaining"), parameters.get("reset"), now);
        }
        Instant latest = null;
        for (String policy : policies.split(",")) {
            Map<String, String> parameters = parameters(policy);
            Instant next = exhausted(parameters.get("r"), parameters.get("t"), now);
            latest = latest == null || next != null && next.isAfter(latest) ? next : latest;
        }
        return latest;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : text.split("[;,]")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(parameter.substring(0, equals).strip(), parameter.substring(equals + 1));
            }
        }
        return parameters;
    }

    private static Instant exhausted(String remaining, String reset, Instant now) {
        return remaining != null && reset != null && remaining.strip().equals("0") ? in(reset, now) : null;
    }

    private static Instant in(String seconds, Instant now) {
        if (!DIGITS.matcher(seconds.strip()).matches()) {
            return null;
        }
        long number = Long.parseLong(seconds.strip());
        return now.plusSeconds(Math.min(number < MOMENT ? number : Math.max(0, number - now.getEpochSecond()), MOST_SECONDS));
    }
}
