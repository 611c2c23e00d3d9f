package sulan;

import java.util.SplittableRandom;

/**
 * Made-up sentences about one paper, in English and Chinese, of any length. Besides a few hundred common words they have
 * the paper's keywords, the name of its method, which no other paper has, and names of data sets of which few are
 * frequent: so terms of an index over them are as uneven as real ones.
 */
final class MadeUpText {

    private static final String[] OPENINGS = { "However, ", "In this work, ", "", "To this end, ", "Moreover, ",
            "Specifically, ",
            "In experiments, ", "Surprisingly, ", "In contrast, ", "As a result, ", "Despite recent progress, ",
            "In practice, ",
            "Building on this, ", "At inference time, ", "In addition, " };
    private static final String[] SUBJECTS = { "we", "our method", "%M", "this approach", "%K", "earlier work on %K",
            "%M with %K",
            "the proposed design", "careful analysis", "a simple baseline", "the released model", "%K on %D", "human raters",
            "the training recipe", "our pipeline" };
    private static final String[] VERBS = { "improved", "reduced", "required", "revealed", "replaced", "combined", "extended",
            "unified", "preserved", "simplified", "outperformed", "approximated", "exposed", "doubled", "stabilised",
            "predicted",
            "recovered", "explained", "transferred", "disentangled", "challenged", "accelerated", "matched", "constrained" };
    private static final String[] QUALITIES = { "the average", "the worst-case", "the perceived", "a shared", "the remaining",
            "a learned", "the hidden", "the overall", "a compact", "the expensive", "a noisy", "the unseen", "the relative",
            "a structured", "the intermediate", "a surprising", "the marginal", "an explicit", "the temporal", "a reliable" };
    private static final String[] OBJECTS = { "accuracy", "latency", "cost", "error", "memory footprint", "data quality",
            "consistency", "gradient variance", "token budget", "user preference", "generalisation", "uncertainty", "coverage",
            "throughput", "supervision signal", "search space", "distribution shift", "failure mode", "trade-off", "bottleneck",
            "objective function", "parameter count", "long-range dependency", "annotation effort", "convergence", "diversity" };
    private static final String[] ENDS = { " of %K", " on %D by %N percent", " across %N tasks", " without extra training",
            " with only %N examples", " when %K is scarce", " while %K stays fixed", " under limited compute",
            " compared with %D",
            " for open models", ", which %K alone cannot do", " at a scale of %N billion parameters", " in real deployments",
            " and %K", " between %D and %D", "" };

    private static final String[] CHINESE_OPENINGS = { "本文", "作者", "该方法", "这项工作", "实验中，研究者", "具体来说，%M ", "与以往不同，作者", "在此基础上，本文",
            "为此，%M ",
            "值得注意的是，该框架", "此外，论文", "总体而言，这一设计", "通过分析 %D，作者", "围绕%Z，本文" };
    private static final String[] CHINESE_VERBS = { "提出了", "验证了", "改进了", "统一了", "揭示了", "降低了", "扩展了", "简化了", "比较了", "重新定义了",
            "系统评估了", "显著提升了",
            "有效缓解了", "首次结合了", "深入探讨了", "成功迁移了" };
    private static final String[] CHINESE_OBJECTS = { "%Z的训练方式", "%Z在长文本上的表现", "推理阶段的计算开销", "%D 数据集上的准确率", "%Z与%Z之间的联系",
            "模型的泛化能力", "标注数据的需求",
            "%Z的评估标准", "生成结果的一致性", "参数规模与效果的平衡", "对噪声和分布变化的适应性", "已有基线的性能", "%Z的理论边界", "用户偏好的建模", "跨任务的知识共享", "显存占用与吞吐量" };
    private static final String[] CHINESE_ENDS = { "", "，误差下降了 %N%", "，且不增加推理成本", "，在 %N 个任务上保持稳定", "，代码与数据均已公开", "，为后续研究提供了参考",
            "，尤其适合资源有限的场景",
            "，并解释了其原因", "，优于现有的%Z方法", "，但对极端情况的讨论仍然不足", "，效果接近人工水平", "，具有较高的应用价值" };

    private static final String[] SYLLABLES = { "ka", "vo", "tri", "len", "mor", "zu", "pi", "dra", "sel", "quo", "ny", "ber",
            "fa",
            "lo", "xi", "tur", "ma", "hel", "ri", "cor", "ga", "nu", "the", "bo", "vin", "sa", "plo", "de", "wi", "jan", "ur",
            "qua" };
    private static final int DATA_SETS = 20_000;
    private static final long METHODS = 1L << 25;
    /** Odd, so that no two numbers have one product. */
    private static final long SCATTER = 0x2545F491;

    private final SplittableRandom random;
    private final String method;
    private final String[] english;
    private final String[] chinese;

    /**
     * @param random what is drawn from
     * @param number of the paper, 0 to 33,554,431, which makes the name of its method
     * @param english its keywords in English, at least one
     * @param chinese the same in Chinese
     */
    MadeUpText(SplittableRandom random, long number, String[] english, String[] chinese) {
        this.random = random;
        this.method = capitalised(word(number * SCATTER & METHODS - 1, 5));
        this.english = english;
        this.chinese = chinese;
    }

    /** English of about so many characters. */
    String english(int length) {
        StringBuilder text = new StringBuilder(length + 100);
        while (text.length() < length - 50) {
            int begin = text.length() + (text.isEmpty() ? 0 : 1);
            text.append(text.isEmpty() ? "" : " ");
            fill(text, pick(OPENINGS));
            fill(text, pick(SUBJECTS));
            text.append(' ').append(pick(VERBS)).append(' ').append(pick(QUALITIES)).append(' ').append(pick(OBJECTS));
            fill(text, pick(ENDS));
            text.append('.');
            text.setCharAt(begin, Character.toUpperCase(text.charAt(begin)));
        }
        return text.toString();
    }

    /** Chinese of about so many characters. */
    String chinese(int length) {
        StringBuilder text = new StringBuilder(length + 50);
        do {
            fill(text, pick(CHINESE_OPENINGS));
            text.append(pick(CHINESE_VERBS));
            fill(text, pick(CHINESE_OBJECTS));
            fill(text, pick(CHINESE_ENDS));
            text.append('。');
        } while (text.length() < length - 15);
        return text.toString();
    }

    /** A title of about so many characters. */
    String title(int length) {
        StringBuilder title = new StringBuilder(length + 30);
        if (random.nextInt(2) == 0) {
            title.append(method).append(": ");
        }
        title.append(capitalised(pick(english)));
        for (String joint : new String[] { " for ", " via ", " with " }) {
            if (title.length() > length - 25) {
                break;
            }
            title.append(joint).append(KeywordNames.of(random.nextInt(3000)).en());
        }
        return title.toString();
    }

    private void fill(StringBuilder text, String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%' || i + 1 == pattern.length()) {
                text.append(c);
                continue;
            }
            switch (pattern.charAt(i + 1)) {
                case 'M' -> text.append(method);
                case 'K' -> text.append(pick(english));
                case 'Z' -> text.append(pick(chinese));
                case 'D' -> text.append(dataSet());
                case 'N' -> text.append(2 + random.nextInt(97));
                default -> {
                    text.append(c);
                    i--;
                }
            }
            i++;
        }
    }

    /** The third power of an even number makes the first ones frequent. */
    private String dataSet() {
        double even = random.nextDouble();
        return capitalised(word((long) (even * even * even * DATA_SETS), 3)) + "Bench";
    }

    /** A word of so many syllables; one number has one word. */
    static String word(long number, int syllables) {
        StringBuilder word = new StringBuilder();
        long rest = number;
        for (int i = 0; i < syllables || rest > 0; i++) {
            word.append(SYLLABLES[(int) (rest % SYLLABLES.length)]);
            rest /= SYLLABLES.length;
        }
        return word.toString();
    }

    static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
