package sulan.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import sulan.archive.ModelCall;

/** The language model as readers are told of it: nothing is asked of it here. */
@Named("model")
@ApplicationScoped
class LanguageModel {

    /** Stands for none, because the extension demands one. */
    private static final String NO_KEY = "no-key";

    private final boolean on;
    private final Optional<String> name;

    /** The same settings by which the model is asked. */
    LanguageModel(@ConfigProperty(name = "quarkus.langchain4j.openai.api-key") Optional<String> key,
            @ConfigProperty(name = "quarkus.langchain4j.openai.chat-model.model-name") Optional<String> name) {
        this.on = key.filter(text -> !text.isBlank() && !text.equals(NO_KEY)).isPresent();
        this.name = name.filter(text -> on);
    }

    /** Whether overviews are written at all. */
    public boolean isOn() {
        return on;
    }

    /** The one that was asked last, or else the one that is to be asked; {@code null} if there is neither. */
    String name() {
        return ModelCall.newest().map(call -> call.model).or(() -> name).orElse(null);
    }
}
