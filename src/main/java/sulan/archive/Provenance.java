package sulan.archive;

import java.time.Instant;

/**
 * Where an overview of a language model comes from.
 *
 * @param model the model's name
 * @param promptVersion the version of the prompt
 * @param writtenAt when it answered
 */
public record Provenance(String model, String promptVersion, Instant writtenAt) {
}
