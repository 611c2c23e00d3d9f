package sulan.tag;

import java.util.List;

/**
 * What is known of a tag when merges are looked for.
 *
 * @param slug the tag's slug, folded
 * @param en the English name, or {@code null}
 * @param zh all Chinese names that were given for it, as written
 * @param papers how many papers carry it
 */
public record KnownTag(String slug, String en, List<String> zh, long papers) {

    public KnownTag {
        zh = List.copyOf(zh);
    }
}
