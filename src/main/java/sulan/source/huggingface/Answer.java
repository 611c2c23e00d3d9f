package sulan.source.huggingface;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Wire shape of an answer: an array of entries. A saved one may have an object around it, with the array as its {@code data}.
 *
 * @param entries whatever they are
 */
record Answer(List<JsonNode> entries) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    static Answer read(byte[] content) throws UnreadableAnswerException {
        JsonNode root = tree(content);
        JsonNode list = root.isObject() ? root.path("data") : root;
        if (!list.isArray()) {
            throw new UnreadableAnswerException("no array, but " + root.getNodeType(), "里没有论文列表", null);
        }
        List<JsonNode> entries = new ArrayList<>(list.size());
        list.forEach(entries::add);
        return new Answer(entries);
    }

    private static JsonNode tree(byte[] content) throws UnreadableAnswerException {
        try {
            return JSON.readTree(content);
        } catch (JsonEOFException e) {
            throw new UnreadableAnswerException("it is cut off", "不完整", e);
        } catch (JsonProcessingException e) {
            throw isPage(content) ? new UnreadableAnswerException("it is an HTML page", "是一张网页，不是论文列表", e)
                    : new UnreadableAnswerException("it is no JSON", "不是 JSON", e);
        } catch (IOException e) {
            throw new UnreadableAnswerException("its bytes are no text", "不是文字", e);
        }
    }

    private static boolean isPage(byte[] content) {
        int i = 0;
        while (i < content.length && Character.isWhitespace(content[i])) {
            i++;
        }
        return i < content.length && content[i] == '<';
    }
}
