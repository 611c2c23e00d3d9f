package sulan.operator;

import java.util.HashMap;
import java.util.Map;

import sulan.source.huggingface.HuggingFaceProfile;

/**
 * The portal with a stand-in for Hugging Face, a key for a language model that is never asked, and a folder to export to. It
 * does nothing of all this by itself.
 */
public class ConsoleProfile extends HuggingFaceProfile {

    static final String FOLDER = "target/console-export";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.putAll(Map.of("quarkus.langchain4j.openai.api-key", "key-of-the-stand-in",
                "quarkus.langchain4j.openai.chat-model.model-name", "stand-in",
                "sulan.overview.every", "off", "sulan.export", FOLDER, "sulan.poll", "1h"));
        return settings;
    }
}
