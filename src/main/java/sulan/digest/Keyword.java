package sulan.digest;

/**
 * A keyword as it was written, in English, in Chinese, or in both. White space is folded.
 *
 * @param en the English spelling, or {@code null}
 * @param zh the Chinese spelling, or {@code null}; also {@code null} where the text only repeats the English one
 */
public record Keyword(String en, String zh) {

    /** @throws IllegalArgumentException if there is neither an English nor a Chinese spelling */
    public Keyword {
        en = Fragments.folded(en);
        zh = Fragments.folded(zh);
        if (zh != null && zh.equalsIgnoreCase(en)) {
            zh = null;
        }
        if (en == null && zh == null) {
            throw new IllegalArgumentException("a keyword has at least one spelling");
        }
    }
}
