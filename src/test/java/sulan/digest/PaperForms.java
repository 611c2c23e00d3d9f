package sulan.digest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Writes an overview of a paper in one of the many forms that a language model might choose, together with what a careful
 * person would read in it. All sentences are invented.
 */
final class PaperForms {

    private static final String[] MAIN_SENTENCES = {
            "本文给出了一种名为BlueFinch的新方法，用来压缩长文本的表示。", "作者搭建了一个含有3.5万条样本的数据集，并训练了7B参数的模型。",
            "本文的主要工作是把检索和生成放进同一个框架（Retriever-Writer）里。",
            "实验在5个基准上进行，平均得分提高了4.5分。", "该研究从实用性出发，讨论了`cache`的替换策略。", "This paper studies sparse routing, 并给出了开源实现。",
            "文章分析了1/8的参数为什么足够：关键在于**共享**。",
            "研究者首先收集语料，其次清洗语料，最后训练模型。", "我们的评分模型在4/5的任务上超过了基线。" };
    private static final String[] HIGHLIGHT_SENTENCES = {
            "首次把两种路由方式统一起来，训练更稳定。", "推理速度快了2-4倍，而且不损失精度。", "公开了全部代码和数据 - 包括评测脚本。", "在没有标注的情况下也能使用，创新性很强。",
            "提出了新的评价指标（满分5分），与人的判断一致。",
            "结构简单：只有一个模块。", "`BlueFinch`不需要微调。", "对关键词抽取任务同样有效。" };
    private static final String[] LEAD_HIGHLIGHTS = { "**创新性**：首次把两种路由方式统一起来。", "**主要贡献**：公开了全部代码和数据。", "**实用性**：可以直接用于现有的系统。",
            "**关键技术**：稀疏路由。",
            "**性能**：速度快了2倍。" };
    private static final String[][] REASONS = {
            { "方法简单，可以直接用在现有系统里。", "该方法有广泛的应用场景，尤其适合移动设备。", "BlueFinch能降低成本，实用价值较高。", "3D场景下同样有效，对工业界有帮助。" },
            { "把两种思路结合起来是新的尝试，虽然改动不大。", "本文首次提出共享路由；这一点很新颖。", "创新之处在于（1）统一的目标；（2）更少的参数。", "在已有工作上有所改进，创新程度一般。" },
            { "值得相关研究者阅读。", "推荐给做推理加速的读者，因此推荐度为4分。", "内容扎实，结论可信，值得一读。", "对入门者略难，但仍然推荐阅读。" } };
    private static final String[] COMMENTS = {
            "总的来说，这项工作兼顾了实用性和创新性，值得推荐。", "本文在实用性上表现突出，创新性也不错，因此给出4分的推荐度。", "综上所述，这是一篇扎实的论文。", "该工作的实用性很高，创新性有待进一步验证。",
            "*注：以上分数根据摘要给出。*", "从实用性方面考虑，它能直接使用。从创新性方面看，它是首次尝试。推荐度方面，值得一读。" };
    private static final String[][] KEYWORDS = { { "Large Language Models", "大型语言模型" }, { "Sparse Routing", "稀疏路由" },
            { "BlueFinch", null }, { "LoRA/QLoRA", "LoRA/QLoRA微调" },
            { "Retrieval-Augmented Generation (RAG)", "检索增强生成" }, { "P vs. NP problem", "P对NP问题" },
            { "3D Gaussian Splatting", "三维高斯泼溅" }, { "Q-learning", "Q学习" },
            { "Chain-of-Thought", "思维链" }, { "GPT-4", null }, { "In-context Learning", "上下文学习" }, { "token", "词元" } };
    private static final String[][] TITLES = {
            { "介绍本文的主要工作", "本文主要工作", "主要工作", "文章主要工作", "文章工作概述", "工作介绍", "论文主要内容", "主要工作介绍", "本论文的主要研究内容", "研究工作概述",
                    "主要工作（Main Work）", "本文工作简介",
                    "论文的主要工作内容" },
            { "本文工作的主要亮点", "主要亮点", "文章亮点", "亮点", "创新点", "主要创新点", "主要贡献", "本文亮点与创新", "工作亮点", "本文的主要亮点和贡献", "亮点总结", "研究亮点" },
            { "核心关键词", "关键词", "关键字", "本文关键词", "核心关键词（中英文）", "关键术语", "主要关键词", "论文核心关键词", "Keywords" },
            { "打分", "评分", "评价", "分数", "文章分数", "从实用性、创新性和推荐度进行打分", "实用性、创新性和推荐度", "实用性、创新性、推荐度评分", "评分（各项满分5分）", "论文评分",
                    "打分（满分为5分）", "综合评分", "评估打分",
                    "评分与理由" } };
    private static final String[] CHINESE = { "一", "二", "三", "四", "五" };

    /** What was written, and what it says. */
    record Sample(String markdown, Overview overview) {
    }

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int form;
    private boolean tight;
    private int indent;
    private String bullet;

    private PaperForms(long seed) {
        random = new Random(seed);
    }

    static Sample sample(long seed) {
        return new PaperForms(seed).sample();
    }

    private Sample sample() {
        form = random.nextInt(22);
        bullet = pick("- ", "* ", "+ ", "-   ");
        indent = isListForm() ? pick(0, 2, 3, 4) : pick(0, 0, 1);
        tight = chance(15);
        block(pick("", "", "### 论文总结", "**文章总结：**", "---", "## 论文速览", "**论文解读**", "以下是对该论文的总结："));
        String mainWork = mainWork();
        heading(0);
        body(mainWork);
        String highlights = highlights();
        heading(1);
        body(highlights);
        List<Keyword> keywords = new ArrayList<>();
        String list = keywords(keywords);
        heading(2);
        body(list);
        Rated rated = new Rated();
        heading(3);
        rated.write();
        if (chance(20)) {
            block("---");
        }
        return new Sample(text.toString(),
                new Overview(mainWork, highlights, keywords, rated.ratings(), rated.reasons(), rated.comment, null, false));
    }

    private boolean isListForm() {
        return form < 6;
    }

    /** Whether the body can stand on the line of the heading. */
    private boolean isInlineForm() {
        return form == 1 || form == 2 || form == 3 || form == 10 || form == 11 || form == 16;
    }

    private boolean inline;

    private void heading(int section) {
        String title = pick(TITLES[section]);
        int number = section + 1;
        String chinese = CHINESE[section];
        String line = switch (form) {
            case 0 -> number + ". **" + title + "**";
            case 1 -> number + ". **" + title + "**：";
            case 2 -> number + ". **" + title + "：**";
            case 3 -> number + ". " + title + "：";
            case 4 -> number + ") **" + title + "**  ";
            case 5 -> number + ". ***" + title + "***";
            case 6 -> "**" + number + ". " + title + "**";
            case 7 -> "**" + number + "." + title + "**";
            case 8 -> "**" + chinese + "、" + title + "**";
            case 9 -> "**" + title + "**";
            case 10 -> "**" + title + "：**";
            case 11 -> "**" + title + "**：";
            case 12 -> "### " + title;
            case 13 -> "### " + number + ". " + title;
            case 14 -> "#### （" + chinese + "）" + title;
            case 15 -> "### **" + number + ". " + title + "**";
            case 16 -> title + "：";
            case 17 -> "**【" + title + "】**";
            case 18 -> "### " + pick("📌", "🌟", "💡") + " " + title;
            case 19 -> "**（" + number + "）" + title + "**";
            case 20 -> "## " + chinese + "、" + title + "：";
            default -> "##### " + pick("①②③④".charAt(section) + " ", "第" + chinese + "部分：") + title;
        };
        inline = isInlineForm() && section < 2 && chance(40);
        block(line);
    }

    private void body(String body) {
        if (inline && !body.startsWith("- ") && !body.startsWith("* ") && !body.startsWith("1.")) {
            text.setLength(text.length() - (tight ? 1 : 2));
            text.append(chance(50) ? " " : "");
            String[] paragraphs = body.split("\n\n", 2);
            text.append(paragraphs[0]).append(tight ? "\n" : "\n\n");
            if (paragraphs.length > 1) {
                indented(paragraphs[1], Math.max(indent, isListForm() ? 3 : 0));
            }
            return;
        }
        if (chance(20) && !tight) {
            text.append(" ".repeat(indent)).append("\n\n");
        }
        indented(body, indent);
    }

    private void indented(String body, int columns) {
        StringJoiner lines = new StringJoiner("\n");
        for (String line : body.split("\n", -1)) {
            lines.add(line.isEmpty() ? "" : " ".repeat(columns) + line);
        }
        block(lines.toString());
    }

    private void block(String block) {
        if (!block.isEmpty()) {
            text.append(block).append(tight ? "\n" : "\n\n");
        }
    }

    private String mainWork() {
        String paragraph = pick(MAIN_SENTENCES) + pick(MAIN_SENTENCES);
        return tight || !chance(20) ? paragraph : paragraph + "\n\n" + pick(MAIN_SENTENCES);
    }

    private String highlights() {
        int kind = random.nextInt(tight ? 3 : 7);
        String separator = tight ? "\n" : "\n\n";
        return switch (kind) {
            case 0, 1 -> pick(HIGHLIGHT_SENTENCES) + pick(HIGHLIGHT_SENTENCES);
            case 2, 3 -> bullet + pick(HIGHLIGHT_SENTENCES) + separator + bullet + pick(HIGHLIGHT_SENTENCES) + separator
                    + bullet + pick(HIGHLIGHT_SENTENCES);
            case 4 -> ordered(pick(HIGHLIGHT_SENTENCES), pick(HIGHLIGHT_SENTENCES), pick(HIGHLIGHT_SENTENCES));
            case 5 ->
                "该系统的主要亮点在于：" + separator + bullet + pick(HIGHLIGHT_SENTENCES) + separator + bullet + pick(HIGHLIGHT_SENTENCES);
            default -> ordered(LEAD_HIGHLIGHTS[random.nextInt(2)], LEAD_HIGHLIGHTS[2], LEAD_HIGHLIGHTS[3 + random.nextInt(2)]);
        };
    }

    /** In a list of sections that is not indented, the numbers of a list go on: no one could tell them from sections. */
    private String ordered(String... items) {
        boolean ambiguous = isListForm() && indent < 3;
        StringJoiner list = new StringJoiner("\n\n");
        for (int i = 0; i < items.length; i++) {
            list.add((ambiguous ? bullet : i + 1 + ". ") + items[i]);
        }
        return list.toString();
    }

    private String keywords(List<Keyword> keywords) {
        int kind = random.nextInt(16);
        boolean listed = chance(75);
        boolean numbered = chance(15) && !(isListForm() && indent < 3);
        List<String[]> chosen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            chosen.add(KEYWORDS[(random.nextInt(3) + 3 * i) % KEYWORDS.length]);
        }
        List<String> items = new ArrayList<>();
        for (String[] pair : chosen) {
            String en = pair[0];
            String zh = pair[1] == null && kind < 12 ? en : pair[1];
            if (zh == null) {
                zh = en + "模型";
            }
            keywords.add(kind == 12 ? new Keyword(null, zh) : kind == 13 ? new Keyword(en, null) : new Keyword(en, zh));
            items.add(switch (kind) {
                case 0, 14 -> "`" + en + "` (`" + zh + "`)";
                case 1, 15 -> "`" + en + "` (" + zh + ")";
                case 2 -> en + " (" + zh + ")";
                case 3 -> en + "（" + zh + "）";
                case 4 -> "`" + en + "`（" + zh + "）";
                case 5 -> en + " (`" + zh + "`)";
                case 6 -> "**" + en + "** (" + zh + ")";
                case 7 -> "`" + en + "（" + zh + "）`";
                case 8 -> "**" + en + "（" + zh + "）**";
                case 9 -> zh.equals(en) ? en + "（" + en + "）" : zh + "（" + en + "）";
                case 10 -> zh.equals(en) ? en : "`" + zh + "` (`" + en + "`)";
                case 11 -> zh.equals(en) ? en : en + pick("：", ": ", " - ", " — ");
                case 12 -> zh;
                case 13 -> "`" + en + "`";
                default -> throw new IllegalStateException();
            });
            if (kind == 11 && !zh.equals(en)) {
                items.set(items.size() - 1, items.get(items.size() - 1) + zh);
            }
        }
        if (!listed && kind != 11) {
            return String.join(pick(", ", "，", "、", "；", "; "), items) + pick("", "。");
        }
        StringJoiner list = new StringJoiner(tight || chance(20) ? "\n" : "\n\n");
        for (int i = 0; i < items.size(); i++) {
            list.add((numbered ? i + 1 + ". " : bullet) + items.get(i) + (chance(5) ? " " : ""));
        }
        return list.toString();
    }

    /** The ratings, with their reasons and a comment, in one form. */
    private final class Rated {

        private final BigDecimal[] scores = new BigDecimal[3];
        private final String[] reasons = new String[3];
        private String comment;

        private void write() {
            int layout = random.nextInt(10);
            for (int i = 0; i < 3; i++) {
                scores[i] = new BigDecimal(pick("3", "3.5", "4", "4.5", "4.0", "4.7", "5"));
            }
            boolean reasoned = layout >= 3;
            if (reasoned) {
                for (int i = 0; i < 3; i++) {
                    reasons[i] = pick(REASONS[i]);
                }
            }
            boolean commented = !reasoned && chance(70) || reasoned && chance(25);
            comment = commented ? pick(COMMENTS) : null;
            int scoreForm = random.nextInt(14);
            switch (layout) {
                case 0, 1, 2 -> lines(scoreForm, "", null);
                case 3, 4 -> lines(scoreForm, pick("，", "。", " - ", "。 ", "：", " —— "), null);
                case 5 -> lines(scoreForm, "（", null);
                case 6 -> lines(scoreForm, "", " ".repeat(4));
                case 7 -> paragraphs(scoreForm);
                case 8 -> headings(scoreForm);
                default -> nested(scoreForm);
            }
            if (comment != null) {
                String label = chance(25) && !comment.startsWith("*") ? pick("**总评**：", "总结：", "**综合评价：**", "**总体评价**：") : "";
                indented(label + comment, tight ? 0 : pick(0, 0, isListForm() && indent >= 3 ? indent : 0));
            }
        }

        private void lines(int scoreForm, String separator, String below) {
            String mark = pick(bullet, bullet, bullet, below == null && separator.isEmpty() && !tight ? "" : bullet);
            boolean bold = chance(50);
            StringBuilder list = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                list.append(i == 0 ? "" : tight ? "\n" : "\n\n").append(mark).append(label(i, bold))
                        .append(score(i, scoreForm));
                if (below != null) {
                    list.append(tight ? "\n" : "\n\n").append(below).append(reasons[i]);
                } else if (reasons[i] != null) {
                    list.append(separator).append(reasons[i]).append(separator.equals("（") ? "）" : "");
                }
            }
            indented(list.toString(), indent);
        }

        private void paragraphs(int scoreForm) {
            boolean bold = chance(50);
            comment = tight ? null : comment;
            for (int i = 0; i < 3; i++) {
                indented(label(i, bold) + score(i, scoreForm) + pick("", "  "), 0);
                indented(reasons[i], 0);
            }
        }

        private void headings(int scoreForm) {
            comment = null;
            boolean apart = chance(50);
            for (int i = 0; i < 3; i++) {
                String name = Criterion.values()[i].label();
                if (apart) {
                    block("###### " + name);
                    block(score(i, scoreForm) + pick("，", "。", " - ") + reasons[i]);
                } else {
                    block("###### " + name + "：" + score(i, scoreForm));
                    block(reasons[i]);
                }
            }
        }

        private void nested(int scoreForm) {
            boolean bold = chance(50);
            String inner = "    ";
            StringBuilder list = new StringBuilder();
            boolean scoreApart = chance(50);
            for (int i = 0; i < 3; i++) {
                String name = Criterion.values()[i].label();
                list.append(i == 0 ? "" : "\n").append("- ").append(
                        scoreApart ? (bold ? "**" + name + "**" : name) + pick("", "：") : label(i, bold) + score(i, scoreForm))
                        .append('\n');
                if (scoreApart) {
                    list.append(inner).append("- ").append(pick("评分：", "得分：", "", "分数: ")).append(score(i, scoreForm))
                            .append('\n');
                }
                list.append(inner).append("- ").append(scoreApart ? "理由：" : pick("理由：", "", "**理由**：")).append(reasons[i]);
            }
            indented(list.toString(), indent);
        }

        private String label(int i, boolean bold) {
            String name = Criterion.values()[i].label();
            String colon = labelColon == null ? labelColon = pick("：", "：", ": ", " ：", "评分：", "打分: ") : labelColon;
            return !bold ? name + colon
                    : colonInside() ? "**" + name + colon + "**"
                            : "**" + name + "**" + (colon.startsWith("评") || colon.startsWith("打") ? "：" : colon);
        }

        private String labelColon;
        private Boolean inside;

        private boolean colonInside() {
            inside = inside == null ? Boolean.valueOf(random.nextBoolean()) : inside;
            return inside && !labelColon.endsWith(" ");
        }

        private String score(int i, int scoreForm) {
            String plain = scores[i].stripTrailingZeros().toPlainString();
            boolean whole = plain.indexOf('.') < 0;
            boolean half = plain.endsWith(".5");
            return switch (scoreForm) {
                case 0, 1 -> plain + "/5";
                case 2 -> plain + "分";
                case 3 -> plain + " 分";
                case 4 -> scores[i].setScale(1) + "/5.0";
                case 5 -> plain + " / 5";
                case 6 -> plain + "/5分";
                case 7 -> plain + "分（满分5分）";
                case 8 -> whole ? "★★★★★".substring(0, Integer.parseInt(plain)) + "☆☆☆☆☆".substring(Integer.parseInt(plain))
                        : plain + "星";
                case 9 ->
                    whole ? "⭐".repeat(Integer.parseInt(plain)) : half ? "⭐".repeat(plain.charAt(0) - '0') + "½" : plain + "/5";
                case 10 -> whole ? "零一二三四五".charAt(Integer.parseInt(plain)) + "分"
                        : half ? "零一二三四五".charAt(plain.charAt(0) - '0') + "分半" : plain + "分";
                case 11 -> wide(plain) + "／５";
                case 12 -> plain + " out of 5";
                default -> "**" + plain + "/5**";
            };
        }

        private Ratings ratings() {
            return new Ratings(scores[0], scores[1], scores[2]);
        }

        private Reasons reasons() {
            return new Reasons(reasons[0], reasons[1], reasons[2]);
        }
    }

    private static String wide(String number) {
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(c -> wide.append((char) (c + 0xfee0)));
        return wide.toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T pick(T... options) {
        return options[random.nextInt(options.length)];
    }
}
