package sulan.source.llm;

/**
 * What came back from the model, unchecked: {@link OverviewAnswer} and {@link OrderAnswer} read it.
 *
 * @param text what the model wrote; empty if it wrote nothing
 * @param inputTokens the tokens of the request as the endpoint counted them, or {@code null} if it did not say
 * @param outputTokens the tokens of the answer as the endpoint counted them, or {@code null} if it did not say
 * @param model the name of the model as the answer has it (often more exact than the one asked for), or {@code null}
 * @param cut whether the answer broke off at the most tokens that were allowed
 * @param refused whether the model or a filter before it refused to answer
 */
public record Reply(String text, Integer inputTokens, Integer outputTokens, String model, boolean cut, boolean refused) {
}
