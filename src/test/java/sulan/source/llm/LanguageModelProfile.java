package sulan.source.llm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Runs the portal with a key, and with an endpoint at a port where a test starts its {@link LanguageModelStandIn}: the test
 * injects {@code quarkus.langchain4j.openai.base-url}.
 */
public class LanguageModelProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.langchain4j.openai.api-key", "key-of-the-stand-in",
                "quarkus.langchain4j.openai.chat-model.model-name", "stand-in",
                "sulan.overview.timeout", "5s",
                "quarkus.langchain4j.openai.base-url", "http://127.0.0.1:" + freePort() + "/v1");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("There is no free port", e);
        }
    }
}
