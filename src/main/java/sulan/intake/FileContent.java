package sulan.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import sulan.digest.DigestReader;

/**
 * The content of a digest's file.
 *
 * @param bytes {@code null} if the file is too large to be read
 * @param hash SHA-256 of the reader's generation and the content, in hexadecimal digits: what was read by an earlier reader
 *        counts as changed
 */
record FileContent(byte[] bytes, String hash) {

    static FileContent of(byte[] bytes) {
        return new FileContent(bytes, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** A file of which only the hash is wanted. */
    static FileContent tooLarge(Path file) throws IOException {
        MessageDigest hash = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new FileContent(null, HexFormat.of().formatHex(hash.digest()));
    }

    private static MessageDigest sha256() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update((byte) DigestReader.GENERATION);
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
