package sulan.source.llm;

import java.time.Duration;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;

/**
 * How overviews are written; application.properties has the defaults. What the extension has settings for (key, address, name
 * of the model, timeout, temperature) is there, below {@code quarkus.langchain4j.openai}.
 */
@ConfigMapping(prefix = "sulan.overview")
interface OverviewConfig {

    /** The longest that one call may take. */
    Duration timeout();

    /** The language, as the prompt says it. */
    String language();

    /** More output tokens for each call than its prompt needs; for models that think in tokens before they write. */
    OptionalInt maxOutputTokens();

    /** How the endpoint is told to answer in JSON. */
    AnswerFormat answerFormat();

    /** By which name the endpoint knows the most output tokens. */
    TokenLimit tokenLimit();

    enum AnswerFormat {
        /** By the schema. */
        JSON_SCHEMA,
        /** As an object; the prompt alone says which. For endpoints that know no schema. */
        JSON_OBJECT,
        /** By the prompt alone. */
        TEXT
    }

    enum TokenLimit {
        /** What all endpoints know except for newer models of OpenAI itself. */
        MAX_TOKENS,
        /** What those demand. */
        MAX_COMPLETION_TOKENS
    }
}
