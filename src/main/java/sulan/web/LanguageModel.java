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

    private final boolean on;
    private final Optional<String> name;

    /** The same settings by which the model is asked, under the names that all tools for such models know. */
    LanguageModel(@ConfigProperty(name = "OPENAI_API_KEY") Optional<String> key,
            @ConfigProperty(name = "OPENAI_MODEL") Optional<String> name) {
        this.on = key.filter(text -> !text.isBlank()).isPresent();
        this.name = name.filter(text -> !text.isBlank());
    }

    /** Whether overviews are written at all. */
    public boolean isOn() {
        return on;
    }

    /** The one that was asked last, or else the one that is set; {@code null} if neither is known. */
    String name() {
        return ModelCall.newest().map(call -> call.model).or(() -> name).orElse(null);
    }
}
