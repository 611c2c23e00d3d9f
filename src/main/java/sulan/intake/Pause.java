package sulan.intake;

import java.time.Instant;

/**
 * A time in which no overview is written.
 *
 * @param until when it ends by itself
 * @param reason why, a sentence for people
 * @param byOperator whether the operator wanted it, so that another wish of his ends it
 */
record Pause(Instant until, String reason, boolean byOperator) {
}
