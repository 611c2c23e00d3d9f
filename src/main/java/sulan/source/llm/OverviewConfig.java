package sulan.source.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How overviews are written; application.properties has the defaults. */
@ConfigMapping(prefix = "sulan.overview")
interface OverviewConfig {

    /** Key of the endpoint. Without one nothing is asked; a local model that needs none is given any word. */
    Optional<String> apiKey();

    /** Name of the model; {@link LanguageModel#DEFAULT_MODEL} if none is set. */
    Optional<String> model();

    /** The language, as the prompt says it. */
    @WithDefault("中文")
    String language();

    /** The longest that one call may take. */
    Duration timeout();

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
