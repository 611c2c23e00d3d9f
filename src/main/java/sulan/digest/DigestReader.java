package sulan.digest;

import java.util.List;

/** Reads the Markdown of one day's digest. Immutable and safe for use by several threads. */
public final class DigestReader {

    /**
     * What was read.
     *
     * @param digest the digest, or {@code null} if the input was refused; then at least one diagnostic is an error
     * @param diagnostics what was odd, in the order of the input
     */
    public record Reading(Digest digest, List<Diagnostic> diagnostics) {
    }

    /**
     * Reads a file's bytes.
     *
     * @param fileName the file's name, which usually carries the date; used to check the date in the text
     */
    public Reading read(byte[] content, String fileName) {
        throw new UnsupportedOperationException();
    }

    /** Reads a text that comes from no file. */
    public Reading read(String markdown) {
        throw new UnsupportedOperationException();
    }
}
