package sulan;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.DigestWriter;
import sulan.digest.Keyword;
import sulan.digest.Overview;
import sulan.digest.Ratings;
import sulan.digest.Reasons;

/**
 * Makes any number of digests, one a day, the same ones for the same seed: Chinese texts, keywords of which few are frequent
 * and many are rare (Zipf), some papers without ratings, and now and then a paper that was listed the day before.
 */
public final class DigestGenerator {

    /** The day of the digest with index 0. */
    public static final LocalDate FIRST = LocalDate.of(1998, 1, 1);

    private static final String[][] KINDS = { { "Sparse", "稀疏" }, { "Efficient", "高效" }, { "Multimodal", "多模态" },
            { "Causal", "因果" }, { "Robust", "鲁棒" }, { "Federated", "联邦" }, { "Hierarchical", "分层" }, { "Neural", "神经" },
            { "Generative", "生成式" }, { "Contrastive", "对比" }, { "Bayesian", "贝叶斯" }, { "Online", "在线" },
            { "Zero-Shot", "零样本" }, { "Quantized", "量化" }, { "Distributed", "分布式" }, { "Latent", "隐式" },
            { "Visual", "视觉" }, { "Temporal", "时序" }, { "Spatial", "空间" }, { "Recurrent", "循环" } };
    private static final String[][] THINGS = { { "Language Model", "语言模型" }, { "Attention", "注意力" },
            { "Reinforcement Learning", "强化学习" }, { "Diffusion", "扩散" }, { "Retrieval", "检索" }, { "Alignment", "对齐" },
            { "Compression", "压缩" }, { "Reasoning", "推理" }, { "Segmentation", "分割" }, { "Planning", "规划" },
            { "Pretraining", "预训练" }, { "Distillation", "蒸馏" }, { "Translation", "翻译" }, { "Benchmark", "基准" },
            { "Graph Network", "图网络" }, { "Speech Synthesis", "语音合成" }, { "Tokenization", "分词" }, { "Decoding", "解码" },
            { "Embedding", "嵌入" }, { "Agent", "智能体" }, { "Inference", "推断" }, { "Optimization", "优化" },
            { "Rendering", "渲染" }, { "Depth Estimation", "深度估计" }, { "Code Generation", "代码生成" } };
    private static final String[] SENTENCES = { "论文提出一种新的训练方法，在不增加推理开销的前提下提升了效果。", "作者在多个公开数据集上与此前的方法比较，误差明显下降。",
            "关键在于把问题拆成两步：先粗略定位，再逐步细化。", "实验覆盖从 1B 到 70B 的模型，结论随规模保持一致。", "代码与数据均已公开，便于复现和继续研究。",
            "文中也讨论了方法的局限，例如对长文本的支持仍然不足。", "与直觉相反，减少数据反而带来了更稳定的收敛。", "这一设计不依赖特定的架构，可以直接用于现有系统。",
            "消融实验说明，每个部件都对最终结果有贡献。", "作者还给出了理论分析，解释了为何该方法有效。" };

    private final long seed;
    private final int least;
    private final int most;
    private final double[] zipf = new double[KINDS.length * THINGS.length];

    /** Digests of 5 to 60 papers. */
    public DigestGenerator(long seed) {
        this(seed, 5, 60);
    }

    /** Digests of so many papers. */
    public DigestGenerator(long seed, int least, int most) {
        this.seed = seed;
        this.least = least;
        this.most = most;
        double sum = 0;
        for (int rank = 0; rank < zipf.length; rank++) {
            sum += 1.0 / (rank + 1);
            zipf[rank] = sum;
        }
    }

    /** Writes the digests with these indexes as files of a folder, in all forms by turns. */
    public void write(Path folder, int from, int to) throws IOException {
        Files.createDirectories(folder);
        for (int index = from; index < to; index++) {
            Digest digest = digest(index);
            Files.writeString(folder.resolve(fileName(digest.date())), markdown(digest, Form.of(index)));
        }
    }

    /** The name that the archive gives to a day's file. */
    public static String fileName(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE) + "-hf-daily-papers.md";
    }

    /** The digest with this index; always the same one. */
    public Digest digest(int index) {
        Random random = new Random(seed * 1_000_003 + index);
        LocalDate date = FIRST.plusDays(index);
        int count = least + random.nextInt(most - least + 1);
        List<DigestPaper> papers = new ArrayList<>();
        if (index > 0 && random.nextInt(10) == 0) {
            papers.add(paper(random, 1, date.minusDays(1), 1));
        }
        while (papers.size() < count) {
            // places below 10 are for papers that are listed again
            papers.add(paper(random, papers.size() + 1, date, papers.size() + 1));
        }
        String url = "https://huggingface.co/papers?date=" + date;
        return new Digest(date, count, url, "本文由语言模型生成，仅供参考。", papers, null);
    }

    private DigestPaper paper(Random random, int position, LocalDate day, int number) {
        Random same = new Random(seed + day.toEpochDay() * 1000 + number);
        String id = "%02d%02d.%05d".formatted(day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth() * 1000 + number);
        String title = keyword(same).en() + " for " + keyword(same).en() + ": A Study of " + id;
        return new DigestPaper(position, title, id, overview(random));
    }

    private Overview overview(Random random) {
        Set<Keyword> keywords = new LinkedHashSet<>();
        while (keywords.size() < 5) {
            keywords.add(keyword(random));
        }
        String highlights = random.nextBoolean() ? text(random, 3)
                : "- " + text(random, 1) + "\n- " + text(random, 1) + "\n- " + text(random, 1);
        boolean rated = random.nextInt(20) > 0;
        Ratings ratings = rated ? new Ratings(rating(random), rating(random), rating(random)) : Ratings.NONE;
        Reasons reasons = rated ? new Reasons(text(random, 1), text(random, 1), text(random, 1)) : Reasons.NONE;
        return new Overview(text(random, 3), highlights, List.copyOf(keywords), ratings, reasons, null, null, false);
    }

    private static BigDecimal rating(Random random) {
        return BigDecimal.valueOf(50 - 5 * random.nextInt(5), 1);
    }

    private Keyword keyword(Random random) {
        double at = random.nextDouble() * zipf[zipf.length - 1];
        int rank = 0;
        while (zipf[rank] < at) {
            rank++;
        }
        String[] kind = KINDS[rank % KINDS.length];
        String[] thing = THINGS[rank / KINDS.length];
        return new Keyword(kind[0] + " " + thing[0], kind[1] + thing[1]);
    }

    private static String text(Random random, int sentences) {
        return random.ints(sentences, 0, SENTENCES.length).mapToObj(i -> SENTENCES[i]).collect(Collectors.joining());
    }

    /** The document of a digest. */
    public static String markdown(Digest digest, Form form) {
        if (form == Form.CANONICAL) {
            return new DigestWriter().write(digest);
        }
        StringBuilder markdown = new StringBuilder("""
                # 【%1$s】Huggingface 每日论文速览

                - [Huggingface Daily Papers %1$s](%2$s) 共推荐 %3$d 篇论文。

                > %4$s

                """.formatted(digest.date(), digest.sourceUrl(), digest.declaredCount(), digest.note()));
        for (DigestPaper paper : digest.papers()) {
            markdown.append("## ").append(paper.title()).append("\n\n").append(form.sections(paper.overview()))
                    .append("[到 Huggingface 论文主页查看详情](https://huggingface.co/papers/").append(paper.paperId()).append(")\n\n");
        }
        return markdown.toString();
    }

    /** Ways in which the archive writes a paper. */
    public enum Form {
        /** As {@link DigestWriter} does. */
        CANONICAL("", "", ""),
        BOLD("**%d. %s**\n\n", "- `%s` (%s)\n", "- %s：%s分。%s\n"),
        HEADINGS("### %d. %s\n\n", "- `%s` (`%s`)\n", "- **%s**：%s/5。%s\n"),
        WRAPPED("#### %d. %s\n\n", "- %s（%s）\n", "- %s: %s/5 - %s\n");

        private final String heading;
        private final String keyword;
        private final String rating;

        Form(String heading, String keyword, String rating) {
            this.heading = heading;
            this.keyword = keyword;
            this.rating = rating;
        }

        static Form of(int index) {
            return values()[index % values().length];
        }

        private String sections(Overview overview) {
            Ratings ratings = overview.ratings();
            Reasons reasons = overview.reasons();
            return (this == WRAPPED ? "### 论文总结\n\n" : "")
                    + heading.formatted(1, "介绍本文的主要工作") + overview.mainWork() + "\n\n"
                    + heading.formatted(2, "本文工作的主要亮点") + overview.highlights() + "\n\n"
                    + heading.formatted(3, "核心关键词")
                    + overview.keywords().stream().map(word -> keyword.formatted(word.en(), word.zh()))
                            .collect(Collectors.joining())
                    + "\n"
                    + (ratings.equals(Ratings.NONE) ? ""
                            : heading.formatted(4, "从实用性、创新性和推荐度进行打分")
                                    + rating.formatted("实用性", ratings.practicality(), reasons.practicality())
                                    + rating.formatted("创新性", ratings.novelty(), reasons.novelty())
                                    + rating.formatted("推荐度", ratings.recommendation(), reasons.recommendation()) + "\n");
        }
    }
}
