package sulan.operator;

import java.time.Instant;

import sulan.intake.Lists;
import sulan.intake.OverviewWriting;

/**
 * What is switched on.
 *
 * @param fetching whether Hugging Face may be asked
 * @param model the model that writes overviews; {@code null} if there is none
 * @param pausedUntil until when it writes none; {@code null} if it is not paused
 * @param pauseReason why, a sentence for people; {@code null} if it is not paused
 */
record Switches(boolean fetching, String model, Instant pausedUntil, String pauseReason) {

    static Switches of(Lists lists, OverviewWriting writing) {
        return new Switches(lists.isEnabled(), writing.model(), writing.pausedUntil(), writing.pauseReason());
    }
}
