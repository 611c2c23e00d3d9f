package sulan.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Accounts for the characters of a document: each is in a field, or in a word of the structure around the fields. */
final class Accounting {

    private static final Pattern STRUCTURE = Pattern
            .compile(
                    "(?:[\\d０-９IVX零一二三四五六七八九十½]|[①②③④★☆⭐]|介绍|本文|本论文|文章|论文|的|主要|工作|亮点|核心|关键词|关键字|打分|评分|评价|分数|得分|评估|总评|总结|速览|简介|概述"
                            + "|内容|研究|创新点|创新|贡献|总体|综合|理由|原因|说明|实用性|创新性|推荐度|从|和|进行|各项|满分|以|为|分|制|星|半|与|到|查看|详情|主页|部分|第|中英文|关键|术语|解读|解|读|对|该|是|以下|下|文"
                            + "|Main|Work|Keywords|Huggingface|https|huggingface|co|papers|Daily|Papers|date|out|of|每日|共推荐|篇|日|年|月|br|未归类|原文到此中断|h|Highlights)*");

    private Accounting() {
    }

    /** What stands in the document but neither in the digest nor in the structure, line by line. */
    static List<String> unaccounted(String markdown, Digest digest) {
        List<String> pieces = pieces(digest);
        List<String> unaccounted = new ArrayList<>();
        String all = letters(String.join(" ", pieces));
        for (String line : markdown.split("\\r\\n?|\\n")) {
            String letters = letters(line);
            if (letters.isEmpty() || all.contains(letters) || STRUCTURE.matcher(letters).matches()) {
                continue;
            }
            String left = letters;
            for (String piece : pieces) {
                String known = letters(piece);
                if (!known.isEmpty() && left.contains(known)) {
                    left = left.replace(known, "");
                }
            }
            if (!STRUCTURE.matcher(left).matches()) {
                unaccounted.add(line + " -> " + left);
            }
        }
        return unaccounted;
    }

    /** The lines of the fields, the longest first, so that a short one does not break up a long one. */
    private static List<String> pieces(Digest digest) {
        List<String> fields = new ArrayList<>();
        fields.add(digest.note());
        fields.add(digest.unplaced());
        fields.add(digest.sourceUrl());
        for (DigestPaper paper : digest.papers()) {
            Overview overview = paper.overview();
            fields.add(paper.title());
            fields.add(paper.title().replace("°", "^circ"));
            fields.add(paper.paperId());
            fields.add(overview.mainWork());
            fields.add(overview.highlights());
            overview.keywords().forEach(keyword -> {
                fields.add(keyword.en());
                fields.add(keyword.zh());
            });
            for (Criterion criterion : Criterion.values()) {
                fields.add(overview.reasons().get(criterion));
            }
            fields.add(overview.comment());
            fields.add(overview.unplaced());
        }
        return fields.stream().filter(field -> field != null).flatMap(field -> Stream.of(field.split("\\n")))
                .filter(line -> !line.isBlank()).distinct()
                .sorted(Comparator.comparingInt((String piece) -> letters(piece).length()).reversed()).toList();
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(c -> Character.isLetterOrDigit(c) || "★☆⭐½".indexOf(c) >= 0).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
