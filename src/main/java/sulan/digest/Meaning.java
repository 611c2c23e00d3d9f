package sulan.digest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a heading of a paper's text announces, found out from the words it is made of.
 *
 * <p>
 * A line is a heading only if it consists of nothing but words that headings are made of: the rule that keeps a sentence
 * such as 本文的主要工作是把…… from being taken for one. Of several telling words the last one counts, as the head of a Chinese
 * noun phrase stands last (主要工作亮点 are highlights), unless the words are listed (主要工作与亮点).
 */
enum Meaning {

    /** What the paper does. */
    MAIN_WORK,
    /** What is new in it. */
    HIGHLIGHTS,
    /** Its keywords. */
    KEYWORDS,
    /** The scores. */
    RATINGS,
    /** A closing comment. */
    COMMENT,
    /** 总结: a line over the whole text, or a closing comment, as its place tells. */
    SUMMARY,
    /** 评价: the scores, or a closing comment, as its contents tell. */
    APPRAISAL,
    /** 理由: goes on with the scores. */
    REASONS,
    /** What this package itself could not place before. */
    UNPLACED;

    private enum Weight {
        /** Tells the meaning. */
        STRONG,
        /** Tells the meaning if nothing else does. */
        WEAK
    }

    private record Word(Meaning meaning, Weight weight) {
    }

    /** A heading's meaning; {@code sentence} if it is worded as the beginning of a sentence, such as 主要亮点如下. */
    record Heading(Meaning meaning, boolean sentence) {
    }

    private static final int LONGEST_HEADING = 40;
    private static final Pattern ASIDE = Pattern.compile("[（(][^（）()]*[)）]?");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{IsHan}\\p{IsLatin}]+");
    private static final Map<String, Word> TELLING = new HashMap<>();
    private static final Set<String> PREDICATES = words("是 有 为 在于 包括 如下 包含 体现在 主要有 主要是 主要包括 主要在于 可以概括为 可概括为 分为");
    private static final Set<String> CONNECTIVES = words("和 与 及 以及 并");
    private static final Set<String> CRITERIA = words("实用性 创新性 推荐度 新颖性 实用价值 推荐指数 推荐程度 practicality novelty recommendation");
    private static final Set<String> FILLERS = words(
            """
                    推荐 本文 本论文 本篇 本篇论文 本篇文章 本研究 该论文 该文 该文章 该研究 该篇 文章 论文 这篇 此文 此篇 本 该 此 文中 全文 原文 篇
                    的 之 工作 研究 主要 核心 关键 重要 重点 总体 整体 具体 相关 简要 简单 概括 归纳 说明 描述 阐述 分析 整理 提取 提炼 摘录 列举
                    情况 部分 内容 方面 信息 对 从 就 按 根据 基于 进行 给出 做 所做 做出 其 中 其中 所在 点 处 作者 我们 我 个人 综合 最终 以下 下面
                    中英文 中英 英文 中文 双语 英汉 对照 列表 清单 表 一览 三个 一 二 两 三 四 五 六 七 八 九 十 几 若干 个 项 维度 角度 大 各项 各 分项 一下 最 较 及其 其他 关于
                    所 提出 使用 采用 涉及 到 了 在 上 里 请 见 第 一 二 部 章 节 摘要 目的 意义 阅读 论文阅读 学术 技术 应用 价值
                    main key core overall of the this paper and introduction to in for article study authors english chinese our on by its list
                    research""");

    static {
        tell(MAIN_WORK, Weight.STRONG, """
                主要工作 工作介绍 工作概述 工作概要 工作概括 工作简介 工作内容 工作总结 工作描述 工作摘要 研究内容 研究工作 研究概述 研究简介 研究介绍
                研究主题 研究目标 主要内容 主要研究 主要研究内容 主要方法 核心内容 核心工作 核心方法 内容概述 内容简介 内容概要 内容概括 内容总结
                内容介绍 内容提要 内容摘要 论文简介 论文概述 论文介绍 论文内容 论文摘要 文章简介 文章概述 文章介绍 文章内容 文章摘要 工作综述 主旨
                mainwork mainworks mainidea abstract""");
        tell(MAIN_WORK, Weight.WEAK,
                "工作 介绍 摘要 简介 概述 概要 概况 内容 方法 大意 提要 导读 work works introduction overview idea content method");
        tell(HIGHLIGHTS, Weight.STRONG, """
                亮点 创新点 贡献 贡献点 特色 特点 优势 优点 创新之处 新颖之处 新颖点 独特之处 突破 突破点 闪光点 看点 新意 创新贡献 过人之处 创新亮点
                highlight highlights contribution contributions innovations""");
        tell(HIGHLIGHTS, Weight.WEAK, "创新 要点 成果 创新成果 新颖");
        tell(KEYWORDS, Weight.STRONG, """
                关键词 关键字 关键词汇 关键术语 关键词语 核心词 核心词汇 核心术语 专业术语 术语 主题词 关键概念 核心概念 标签 关键短语 核心关键词
                keyword keywords keyterm keyterms tags terms keyphrases words""");
        tell(RATINGS, Weight.STRONG, """
                打分 评分 分数 得分 计分 评级 星级 评分表 打分表 评分结果 打分结果 量化评价 量化评分 评分情况 给分 评分项
                rating ratings score scores scoring""");
        tell(APPRAISAL, Weight.WEAK, "评价 评估 评测 评定 点评 评判 评论 测评 evaluation assessment review appraisal");
        tell(COMMENT, Weight.STRONG, """
                总评 总评价 总结评价 总评语 评语 短评 结论 结语 小结 综评 总体来说 总的来说 总体总结 推荐语 comment comments conclusion remarks remark""");
        tell(SUMMARY, Weight.WEAK, "总结 速览 解读 概览 总览 笔记 综述 summary tldr");
        tell(REASONS, Weight.WEAK, "理由 原因 依据 说明 解释 reason reasons explanation");
        tell(UNPLACED, Weight.STRONG, "未归类内容");
    }

    private static final int LONGEST_WORD = 14;

    /**
     * The meaning of a line or of the label at its beginning.
     *
     * @return {@code null} if it is no heading
     */
    static Heading of(String label) {
        String aside = ASIDE.matcher(ASIDE.matcher(label).replaceAll(" ")).replaceAll(" ");
        String bare = aside.substring(Numbering.endOfSection(aside, 0)).strip();
        if (bare.isEmpty() || bare.length() > LONGEST_HEADING) {
            return null;
        }
        List<String> words = split(bare.toLowerCase(Locale.ROOT));
        return words == null ? null : of(words, bare);
    }

    private static Heading of(List<String> words, String label) {
        Meaning strong = null;
        Meaning weak = null;
        boolean listed = false;
        boolean connected = label.contains("、") || label.contains("/") || label.contains("&");
        Set<Meaning> seen = EnumSet.noneOf(Meaning.class);
        Set<String> criteria = new java.util.HashSet<>();
        boolean sentence = false;
        for (String word : words) {
            connected |= CONNECTIVES.contains(word);
            sentence |= PREDICATES.contains(word);
            if (CRITERIA.contains(word)) {
                criteria.add(word);
            }
            Word telling = TELLING.get(word);
            if (telling == null) {
                continue;
            }
            seen.add(telling.meaning());
            if (telling.weight() == Weight.WEAK) {
                weak = telling.meaning();
            } else if (strong == null || !connected) {
                strong = telling.meaning();
            } else {
                listed = true;
            }
        }
        if (criteria.size() > 1) {
            return new Heading(RATINGS, sentence);
        }
        if (criteria.size() == 1 && strong != HIGHLIGHTS) {
            return null;
        }
        if (seen.contains(RATINGS)) {
            return new Heading(RATINGS, sentence);
        }
        Meaning meaning = strong != null ? strong : weak;
        return meaning == null ? null : new Heading(meaning, sentence && !listed);
    }

    /**
     * The words that a label consists of, each time the longest one that fits; {@code null} if a part of it is no known word.
     */
    private static List<String> split(String label) {
        List<String> words = new ArrayList<>();
        for (String phrase : NO_WORD.split(label)) {
            int from = 0;
            while (from < phrase.length()) {
                int to = Math.min(phrase.length(), from + LONGEST_WORD);
                while (to > from && !isWord(phrase.substring(from, to))) {
                    to--;
                }
                if (to == from) {
                    return null;
                }
                words.add(phrase.substring(from, to));
                from = to;
            }
        }
        return words;
    }

    private static boolean isWord(String word) {
        return TELLING.containsKey(word) || FILLERS.contains(word) || PREDICATES.contains(word) || CONNECTIVES.contains(word)
                || CRITERIA.contains(word);
    }

    private static void tell(Meaning meaning, Weight weight, String list) {
        words(list).forEach(word -> TELLING.put(word, new Word(meaning, weight)));
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}
