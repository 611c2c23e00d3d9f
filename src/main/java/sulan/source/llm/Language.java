package sulan.source.llm;

import java.util.Locale;

/**
 * The language that overviews are written in.
 *
 * @param name its name as the prompt says it, such as 中文
 */
public record Language(String name) {

    /** What the archive is written in, and the default. */
    public static final Language CHINESE = new Language("中文");

    public Language {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a language has a name");
        }
    }

    /** Whether it is Chinese, by one of its usual names. Only then the share of Chinese in a text means anything. */
    public boolean isChinese() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("中文") || lower.contains("汉语") || lower.contains("漢語") || lower.equals("zh")
                || lower.startsWith("zh-") || lower.contains("chinese");
    }
}
