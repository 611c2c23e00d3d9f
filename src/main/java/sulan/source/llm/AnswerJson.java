package sulan.source.llm;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * Finds the JSON object in what a model wrote. Endpoints that know no schema put it into a code fence, or write before and
 * after it what they think.
 */
final class AnswerJson {

    private static final ObjectReader READER = new ObjectMapper().readerFor(JsonNode.class)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    /** Braces that are tried; a text of braces alone is not to be read once for each of them. */
    private static final int MOST_TRIES = 50;

    private AnswerJson() {
    }

    /**
     * @param field a field that the object has, by which it is told from others, such as examples in a model's thoughts
     * @return the last object with the field, else {@code null}: models that think first answer at the end
     */
    static JsonNode find(String text, String field) {
        JsonNode found = null;
        int start = text.indexOf('{');
        for (int i = 0; i < MOST_TRIES && start >= 0; i++) {
            int next = start + 1;
            try (JsonParser parser = READER.createParser(text.substring(start))) {
                JsonNode node = READER.readValue(parser);
                if (node != null && node.isObject() && node.has(field)) {
                    found = node;
                    next = start + (int) parser.currentLocation().getCharOffset();
                }
            } catch (IOException e) {
                // Not JSON from here on; perhaps from the next brace.
            }
            start = text.indexOf('{', next);
        }
        return found;
    }
}
