package sulan.tag;

/**
 * What folding makes of a spelling.
 *
 * @param form lower-case words joined by hyphens; the slug of the tag
 * @param acronym what stood in brackets behind the words as their abbreviation, folded, such as {@code llm}; else {@code null}.
 *        It is a candidate for an alias, not yet one: different concepts are abbreviated alike.
 */
public record Folded(String form, String acronym) {
}
