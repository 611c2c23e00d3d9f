package sulan.source.llm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A model's answer to an {@link OrderPrompt}, checked. An order that lacks a paper is none: where it belongs is not invented.
 */
public final class OrderAnswer {

    private final List<String> order;
    private final String reason;

    private OrderAnswer(List<String> order, String reason) {
        this.order = order;
        this.reason = reason;
    }

    /**
     * Reads and checks an answer.
     *
     * @param text what the model wrote
     * @param ids the papers that were to be ordered
     */
    public static OrderAnswer read(String text, Collection<String> ids) {
        JsonNode json = AnswerJson.find(text, "order");
        if (json == null || !json.path("order").isArray()) {
            return faulty("没有给出名单");
        }
        List<String> order = new ArrayList<>();
        Set<String> missing = new HashSet<>(ids);
        for (JsonNode item : json.path("order")) {
            String id = item.asText().strip();
            if (!item.isTextual() || !ids.contains(id)) {
                return faulty("名单中有不认识的编号");
            }
            if (!missing.remove(id)) {
                return faulty("名单中有重复的编号");
            }
            order.add(id);
        }
        return missing.isEmpty() ? new OrderAnswer(List.copyOf(order), null) : faulty("名单中缺 " + missing.size() + " 篇论文");
    }

    /** The ids of all papers, each once, best first; {@code null} if the answer is faulty. */
    public List<String> order() {
        return order;
    }

    /** One Chinese sentence for the operator that says what is wrong, or {@code null} if nothing is. */
    public String reason() {
        return reason;
    }

    private static OrderAnswer faulty(String what) {
        return new OrderAnswer(null, "模型给出的当日排序不可用：" + what + "。可以稍后重试，或换一个模型。");
    }
}
