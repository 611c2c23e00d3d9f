package sulan.archive;

/**
 * A tag and how many papers carry it.
 *
 * @param en the English name, or {@code null}
 * @param zh the Chinese name, or {@code null}
 */
public record TagCount(String slug, String en, String zh, long papers) {
}
