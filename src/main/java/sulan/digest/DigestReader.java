package sulan.digest;

import java.util.List;

/** Reads the Markdown of one day's digest. Immutable and safe for use by several threads. */
public final class DigestReader {

    /**
     * To be raised whenever the reader reads something otherwise than before, so that digests that were read by an earlier one
     * are read again.
     */
    public static final int GENERATION = 1;

    private static final char BYTE_ORDER_MARK = '\ufeff';

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
        Report report = new Report();
        String text = Decoding.decode(content, report);
        return text == null ? new Reading(null, report.diagnostics()) : read(text, fileName, report);
    }

    /**
     * The text that a file's bytes are read as, in the lines that the diagnostics count; {@code null} if they are no text.
     */
    public String text(byte[] content) {
        String text = Decoding.decode(content, new Report());
        return text == null ? null : Fragments.unixLines(withoutMark(text));
    }

    /** Reads a text that comes from no file. */
    public Reading read(String markdown) {
        return read(markdown, null, new Report());
    }

    private static Reading read(String markdown, String fileName, Report report) {
        if (markdown.isBlank()) {
            report.error(0, "文件是空的，没有可以导入的内容。");
            return new Reading(null, report.diagnostics());
        }
        return new DocumentReader(Fragments.unixLines(withoutMark(markdown)), fileName, report).read();
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
