package sulan.archive;

import java.time.Instant;

/**
 * When what the archive says of a paper changed last.
 *
 * @param id the paper's id
 * @param at {@code null} if there is nothing but its place in an edition
 */
public record PaperChange(String id, Instant at) {
}
