package sulan.source.llm;

import java.util.List;

/**
 * A request to the model: what it is for, what is said, in which form the answer is wanted and how long it may be. Immutable.
 */
public final class Prompt {

    /** What a request is for. */
    public enum Purpose {
        /** The first request for a paper's overview. */
        OVERVIEW,
        /** The request to mend an overview that did not pass the checks. */
        REPAIR,
        /** The request to order the papers of a day. */
        ORDER
    }

    /** Tokens that a message has beside its text: its role and its ends. */
    private static final int TOKENS_A_MESSAGE = 8;

    private final Purpose purpose;
    private final String version;
    private final List<Message> messages;
    private final String schema;
    private final int maxOutputTokens;

    Prompt(Purpose purpose, String version, List<Message> messages, String schema, int maxOutputTokens) {
        this.purpose = purpose;
        this.version = version;
        this.messages = List.copyOf(messages);
        this.schema = schema;
        this.maxOutputTokens = maxOutputTokens;
    }

    /** What it is for. */
    public Purpose purpose() {
        return purpose;
    }

    /** The version of the prompt's words, such as {@code overview-1}; it is kept with what the model writes. */
    public String version() {
        return version;
    }

    /**
     * An upper estimate of the tokens that the endpoint will count as input, the schema among them. It is made from characters,
     * because the tokens of the model are not known, and is meant never to be too low.
     */
    public int estimatedInputTokens() {
        int tokens = TokenEstimate.of(schema);
        for (Message message : messages) {
            tokens += TOKENS_A_MESSAGE + TokenEstimate.of(message.text());
        }
        return tokens;
    }

    /**
     * The most tokens that the answer needs. A setting may allow more: {@link LanguageModel#maxOutputTokens} says how many a
     * call can cost.
     */
    public int maxOutputTokens() {
        return maxOutputTokens;
    }

    List<Message> messages() {
        return messages;
    }

    /** The JSON schema of the answer. */
    String schema() {
        return schema;
    }

    /** What is said, and by whom. */
    record Message(Role role, String text) {
        enum Role {
            SYSTEM,
            USER,
            MODEL
        }
    }
}
