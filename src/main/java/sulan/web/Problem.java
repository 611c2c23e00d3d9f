package sulan.web;

import java.util.List;

/**
 * What went wrong, for the reader.
 *
 * @param heading what is the matter
 * @param message what can be done
 * @param ways where to go instead
 */
public record Problem(int status, String heading, String message, List<MissingException.Way> ways) {
}
