package sulan.tag;

import java.util.List;

/**
 * What a keyword leads to.
 *
 * @param folded the folded form of the spelling that decided; an alias of the tag
 * @param concept the concept of the vocabulary, or {@code null} if the keyword makes a tag of its own
 * @param by what decided
 * @param candidates other spellings that came with the keyword, which lead to no concept yet
 * @param contradiction the concept that the Chinese name alone would have led to, where the English spelling decided for
 *        another
 *        tag; else {@code null}
 */
public record Resolution(String folded, Concept concept, By by, List<AliasCandidate> candidates, Concept contradiction) {

    public Resolution {
        candidates = List.copyOf(candidates);
    }

    /** The slug of the tag: the concept's, or else the folded form. */
    public String slug() {
        return concept == null ? folded : concept.slug();
    }

    /** What decided. */
    public enum By {
        ENGLISH,
        /** The bracket behind the English spelling. */
        ACRONYM,
        CHINESE,
        /** The vocabulary does not know the keyword. */
        NOTHING
    }
}
