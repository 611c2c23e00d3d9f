package sulan.tag;

/**
 * A spelling that was given for a keyword and could be an alias of its tag, if the operator agrees.
 *
 * @param spelling an acronym, folded, or a Chinese name, as written
 */
public record AliasCandidate(Kind kind, String spelling) {

    /** Where a candidate comes from. */
    public enum Kind {
        /** The bracket behind the English spelling. */
        ACRONYM,
        /** The translation. */
        CHINESE
    }
}
