package sulan.source.llm;

import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers to {@link Papers#ladders}: a good one, and such that differ from it in one thing. */
final class Answers {

    static final String GOOD = """
            {"mainWork": "规划智能体常常沿着很长的子目标链前进，却没有发现前面的一步已经出错。本文提出 Ladder：每走一步先检验，不通过就修复。在四个家庭模拟环境中，任务完成率为 71.3%，比此前最好的规划方法高 12 个百分点，而对语言模型的调用减少了一半。",
             "highlights": ["把检验放在每一步之前，错误不会一路累积到最后。", "完成率更高的同时，语言模型的调用次数减半。"],
             "keywords": [{"en": "Task Planning", "zh": "任务规划"}, {"en": "Embodied Agents", "zh": "具身智能体"},
                          {"en": "Error Recovery", "zh": "错误恢复"}, {"en": "Ladder", "zh": "Ladder"}],
             "ratings": {"practicality": 3.5, "novelty": 3, "recommendation": 3.0},
             "reasons": {"practicality": "减少一半调用，代价低，但只在模拟环境中验证过。",
                         "novelty": "逐步检验的想法简单明确，属于已有路线上的新点子。",
                         "recommendation": "做智能体规划的人值得一读，其他读者可以跳过。"}}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {
    }

    /** The good answer with one thing changed. */
    static String but(Consumer<ObjectNode> change) {
        ObjectNode answer = json();
        change.accept(answer);
        return answer.toString();
    }

    /** The good answer with another main work. */
    static String mainWork(String text) {
        return but(answer -> answer.put("mainWork", text));
    }

    /** The good answer with a sentence at the end of its main work. */
    static String withSentence(String sentence) {
        return mainWork(json().get("mainWork").asText() + sentence);
    }

    /** The good answer with another rating of novelty, as it stands in JSON. */
    static String novelty(String rating) {
        return but(answer -> ((ObjectNode) answer.get("ratings")).set("novelty", node(rating)));
    }

    /** The good answer with other keywords, as JSON. */
    static String keywords(String keywords) {
        return but(answer -> answer.set("keywords", node(keywords)));
    }

    static JsonNode node(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static ObjectNode json() {
        return (ObjectNode) node(GOOD);
    }
}
