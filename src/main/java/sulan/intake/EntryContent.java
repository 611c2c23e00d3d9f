package sulan.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/** The content of an entry of a ZIP file, which at its end must be what was packed: {@code ZipFile} does not look. */
final class EntryContent extends CheckedInputStream {

    private final long expected;

    /** @param expected the checksum that the ZIP file gives; -1 if it gives none */
    EntryContent(InputStream in, long expected) {
        super(in, new CRC32());
        this.expected = expected;
    }

    /** @throws ZipException at the end, if the checksum is another one */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0 && expected >= 0 && getChecksum().getValue() != expected) {
            throw new ZipException("wrong checksum");
        }
        return read;
    }
}
