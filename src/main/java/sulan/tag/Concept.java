package sulan.tag;

import java.util.List;
import java.util.stream.Stream;

/**
 * What several keywords mean: a tag that people chose and named.
 *
 * @param slug the folded English name
 * @param en the English name
 * @param zh the Chinese name; the same as the English one where Chinese writers use that
 * @param aliases further spellings, English and Chinese, as the vocabulary lists them
 * @param descriptionEn one sentence, or {@code null}
 * @param descriptionZh one sentence, or {@code null}
 */
public record Concept(String slug, String en, String zh, List<String> aliases, String descriptionEn, String descriptionZh) {

    public Concept {
        aliases = List.copyOf(aliases);
    }

    /** The English aliases, without the name. */
    public List<String> aliasesEn() {
        return aliases.stream().filter(alias -> !Vocabulary.isChinese(alias)).toList();
    }

    /** The Chinese aliases, without the name. */
    public List<String> aliasesZh() {
        return aliases.stream().filter(Vocabulary::isChinese).toList();
    }

    /** Both names and all aliases. */
    public List<String> spellings() {
        Stream<String> names = en.equals(zh) ? Stream.of(en) : Stream.of(en, zh);
        return Stream.concat(names, aliases.stream()).toList();
    }
}
