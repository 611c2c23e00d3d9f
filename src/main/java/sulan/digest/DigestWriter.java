package sulan.digest;

/** Writes a digest in one canonical form of the archive's format. Immutable and safe for use by several threads. */
public final class DigestWriter {

    /** The Markdown document; {@link DigestReader} reads from it an equal digest, without a diagnostic. */
    public String write(Digest digest) {
        throw new UnsupportedOperationException();
    }
}
