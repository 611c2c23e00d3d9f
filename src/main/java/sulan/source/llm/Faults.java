package sulan.source.llm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with an answer: a sentence each for the model, and the kinds for the operator. */
final class Faults {

    enum Kind {
        FORM("格式不完整"),
        RATINGS("评分不在 0 到 5 的半分刻度上"),
        LENGTH("篇幅不合要求"),
        LANGUAGE("不是用要求的语言写的"),
        KEYWORDS("关键词不合要求"),
        COPIED("照抄了摘要"),
        MARKUP("含有不允许的标记"),
        ADDRESS("含有原文没有的网址"),
        ERROR("是出错信息"),
        /** Asked again with its refusal before it, a model refuses again. */
        REFUSAL("模型拒绝或道歉，没有作答"),
        /** A conversation that was taken over is not carried on. */
        INJECTION("模型听从了论文中夹带的指令，或复述了提示词");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    private static final Set<Kind> BEYOND_REPAIR = EnumSet.of(Kind.REFUSAL, Kind.INJECTION);
    /** Faults that are told to the model; with more it had better begin anew. */
    private static final int MOST_SENTENCES = 12;

    private final List<String> sentences = new ArrayList<>();
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

    void add(Kind kind, String sentence) {
        kinds.add(kind);
        if (sentences.size() < MOST_SENTENCES && !sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    boolean has(Kind kind) {
        return kinds.contains(kind);
    }

    boolean isRepairable() {
        return kinds.stream().noneMatch(BEYOND_REPAIR::contains);
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** One Chinese sentence for the operator, or {@code null} if nothing is wrong. */
    String reason() {
        return kinds.isEmpty() ? null
                : kinds.stream().map(kind -> kind.name).collect(Collectors.joining("；", "模型的回答没有通过检查：", "。可以稍后重试，或换一个模型。"));
    }
}
