package sulan.source.llm;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import sulan.source.llm.OverviewConfig.TokenLimit;
import sulan.source.llm.Prompt.Message;

/**
 * The model behind the settings: any endpoint that speaks the API of OpenAI. One {@link #ask} is one call: nothing is retried
 * here, because whoever asks counts and pays for each.
 */
@ApplicationScoped
public class LanguageModel {

    /** The extension cannot be without a key; this one, of application.properties, stands for none and is never sent. */
    private static final String NO_KEY = "no-key";

    private final OverviewConfig config;
    private final String key;
    private final String name;
    private final ChatModel chatModel;
    private final Clock clock;
    private final Deadline deadline = new Deadline();

    LanguageModel(OverviewConfig config, @ConfigProperty(name = "quarkus.langchain4j.openai.api-key") String key,
            @ConfigProperty(name = "quarkus.langchain4j.openai.chat-model.model-name") String name, ChatModel chatModel,
            Clock clock) {
        this.config = config;
        this.key = key;
        this.name = name;
        this.chatModel = chatModel;
        this.clock = clock;
    }

    /** Whether a model can be asked: only with a key. A local model that needs none is given any word as its key. */
    public boolean isOn() {
        return !key.equals(NO_KEY);
    }

    /** The name of the configured model. */
    public String name() {
        return name;
    }

    /** The language that overviews are to be written in. */
    public Language language() {
        return new Language(config.language());
    }

    /** The most output tokens that the call for a prompt can cost. */
    public int maxOutputTokens(Prompt prompt) {
        return Math.max(prompt.maxOutputTokens(), config.maxOutputTokens().orElse(0));
    }

    /**
     * Asks once, and waits for the answer; not to be called on an event loop.
     *
     * @param model the name of the model to ask, or {@code null} for the configured one
     * @throws LanguageModelException if there is no answer
     * @throws IllegalStateException if no model {@linkplain #isOn() can be asked}
     */
    public Reply ask(Prompt prompt, String model) throws LanguageModelException {
        if (!isOn()) {
            throw new IllegalStateException("no key is set, so that no model is asked");
        }
        try {
            ChatRequest request = request(prompt, model == null ? name : model);
            return reply(deadline.within(config.timeout(), () -> chatModel.chat(request)));
        } catch (ContentFilteredException e) {
            return refusal(e.getMessage());
        } catch (RuntimeException e) {
            if (ErrorAnswer.isRefusal(e)) {
                return refusal("");
            }
            throw CallFailure.of(e, clock.instant());
        }
    }

    @PreDestroy
    void close() {
        deadline.close();
    }

    private ChatRequest request(Prompt prompt, String model) {
        OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder().modelName(model);
        if (config.tokenLimit() == TokenLimit.MAX_TOKENS) {
            parameters.maxOutputTokens(maxOutputTokens(prompt));
        } else {
            parameters.maxCompletionTokens(maxOutputTokens(prompt));
        }
        parameters.responseFormat(responseFormat(prompt));
        List<ChatMessage> messages = prompt.messages().stream().map(LanguageModel::chatMessage).toList();
        return ChatRequest.builder().messages(messages).parameters(parameters.build()).build();
    }

    private ResponseFormat responseFormat(Prompt prompt) {
        return switch (config.answerFormat()) {
            case JSON_SCHEMA -> ResponseFormat.builder().type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder().name(prompt.version())
                            .rootElement(JsonRawSchema.from(prompt.schema())).build())
                    .build();
            case JSON_OBJECT -> ResponseFormat.JSON;
            case TEXT -> ResponseFormat.TEXT;
        };
    }

    private static ChatMessage chatMessage(Message message) {
        return switch (message.role()) {
            case SYSTEM -> SystemMessage.from(message.text());
            case USER -> UserMessage.from(message.text());
            case MODEL -> AiMessage.from(message.text());
        };
    }

    private static Reply reply(ChatResponse response) {
        String text = response.aiMessage().text();
        TokenUsage usage = response.tokenUsage();
        return new Reply(text == null ? "" : text, usage == null ? null : usage.inputTokenCount(),
                usage == null ? null : usage.outputTokenCount(), response.modelName(),
                response.finishReason() == FinishReason.LENGTH, response.finishReason() == FinishReason.CONTENT_FILTER);
    }

    /** langchain4j hands a refusal over without the tokens that it cost. */
    private static Reply refusal(String text) {
        return new Reply(text == null ? "" : text, null, null, null, false, true);
    }
}
