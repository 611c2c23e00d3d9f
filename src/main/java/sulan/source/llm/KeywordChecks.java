package sulan.source.llm;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import sulan.digest.Keyword;
import sulan.source.llm.Faults.Kind;

/** The rules for the keywords of an overview. */
final class KeywordChecks {

    private static final int FEWEST = 3;
    private static final int MOST = 8;
    /** In characters. The longest names of concepts in the vocabulary have about forty in English, and fifteen in Chinese. */
    private static final int LONGEST_EN = 80;
    private static final int LONGEST_ZH = 40;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}+#]+");

    private final Faults faults;

    KeywordChecks(Faults faults) {
        this.faults = faults;
    }

    void check(List<Keyword> keywords) {
        if (keywords.size() < FEWEST || keywords.size() > MOST) {
            fault("应有 3 到 8 个，现在有 " + keywords.size() + " 个");
        }
        long names = keywords.stream().filter(keyword -> keyword.zh() == null).count();
        if (names > 0 && names * 2 >= keywords.size()) {
            fault("只有少数专名可以没有中文译名，不能占到一半");
        }
        Set<String> seen = new HashSet<>();
        for (Keyword keyword : keywords) {
            english(keyword.en());
            if (keyword.zh() != null) {
                chinese(keyword.zh());
            }
            if (!seen.add("en " + folded(keyword.en())) | (keyword.zh() != null && !seen.add("zh " + folded(keyword.zh())))) {
                fault(quoted(keyword.en()) + "重复了");
            }
        }
    }

    private void english(String en) {
        if (!Script.hasLatin(en) || Script.hasHan(en)) {
            fault(quoted(en) + "不是英文，en 要写英文");
        }
        if (en.length() > LONGEST_EN) {
            fault("en 太长，最多 " + LONGEST_EN + " 个字符");
        }
    }

    private void chinese(String zh) {
        if (!Script.hasHan(zh)) {
            fault(quoted(zh) + "不是中文，zh 要写中文译名，没有译名的专名则与 en 完全相同");
        }
        if (zh.length() > LONGEST_ZH) {
            fault("zh 太长，最多 " + LONGEST_ZH + " 个字符");
        }
    }

    private void fault(String what) {
        faults.add(Kind.KEYWORDS, "keywords：" + what + "。");
    }

    private static String quoted(String spelling) {
        return "“" + (spelling.length() > LONGEST_ZH ? spelling.substring(0, LONGEST_ZH) + "…" : spelling) + "”";
    }

    private static String folded(String spelling) {
        return BETWEEN.matcher(spelling.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
