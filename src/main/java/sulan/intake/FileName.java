package sulan.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an uploaded file. It was made elsewhere, perhaps by somebody who means harm, and is only ever shown and searched
 * for a date: it is no path.
 *
 * @param path with its folders, parted by slashes
 */
record FileName(String path) {

    private static final Charset CHINESE = Charset.forName("GB18030");
    /** Controls, and what turns the direction of a text: they would make a name look like another one. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final int LONGEST = 120;

    static FileName of(String given) {
        return new FileName(given == null ? "" : given.replace('\\', '/'));
    }

    /**
     * The name of an entry of a ZIP file. Those that do not say that they are UTF-8 have names in the encoding of the machine
     * that they were made on: UTF-8 or a Chinese one.
     *
     * @param read with each byte of such a name as one character
     */
    static FileName ofEntry(String read) {
        if (read.chars().anyMatch(c -> c > 0xff)) {
            return of(read);
        }
        byte[] bytes = read.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return of(new String(bytes, CHINESE));
        }
    }

    /** The name without its folders, as it may be shown. */
    String last() {
        String last = UNSEEN.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("\ufffd");
        return last.length() <= LONGEST ? last : "…" + last.substring(last.length() - LONGEST);
    }

    boolean endsWith(String ending) {
        return path.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Whether it belongs to a system or a tool: {@code .DS_Store}, {@code __MACOSX/…}. A path upwards is no such thing. */
    boolean isHidden() {
        for (String part : path.split("/")) {
            if (part.equals("__MACOSX") || part.startsWith(".") && !part.equals(".") && !part.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
