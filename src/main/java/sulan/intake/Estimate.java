package sulan.intake;

import java.math.BigDecimal;

/**
 * What it will take to write overviews that are not asked for yet.
 *
 * @param papers of how many papers
 * @param withoutAbstract how many others have no abstract, so that nothing can be written about them
 * @param inputTokens tokens of all questions
 * @param outputTokens tokens of all answers
 * @param price what they cost by the prices of the settings, whichever model is chosen
 * @param currency of the price
 * @param days how many days it takes at the least, because of the daily budget; 0 if there is nothing to do, {@code null} if
 *        the budget is never enough
 * @param measured whether this follows from the calls of the last {@value Estimates#DAYS} days; otherwise it follows from the
 *        questions, and is the most that it can be if no answer has to be repaired
 */
public record Estimate(int papers, int withoutAbstract, long inputTokens, long outputTokens, BigDecimal price, String currency,
        Integer days, boolean measured) {
}
