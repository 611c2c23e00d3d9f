package sulan.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;

/** How an answer is compressed for a client (RFC 9110, section 8.4). */
enum Encoding {

    /** RFC 7932. Browsers accept it from addresses with {@code https} alone. Not everywhere: the library is native code. */
    BROTLI("br") {
        @Override
        byte[] encode(byte[] content, boolean atAnyPrice) throws IOException {
            return Encoder.compress(content, new Encoder.Parameters().setQuality(atAnyPrice ? 11 : BROTLI_QUALITY));
        }
    },
    GZIP("gzip") {
        @Override
        byte[] encode(byte[] content, boolean atAnyPrice) throws IOException {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream(content.length / 3 + 64);
            try (GZIPOutputStream gzip = new Gzip(encoded, atAnyPrice ? Deflater.BEST_COMPRESSION : GZIP_LEVEL)) {
                gzip.write(content);
            }
            return encoded.toByteArray();
        }
    },
    IDENTITY("identity") {
        @Override
        byte[] encode(byte[] content, boolean atAnyPrice) {
            return content;
        }
    };

    /** For pages, which are made again with each change: smaller than what gzip makes, in about the same time. */
    private static final int BROTLI_QUALITY = 6;
    /** The same: the best would take half as long again, and make a list smaller by a hundredth. */
    private static final int GZIP_LEVEL = 6;

    private static final Pattern NOTHING = Pattern.compile("\\s*;\\s*[qQ]\\s*=\\s*0(\\.0{0,3})?\\s*");

    private static final class Gzip extends GZIPOutputStream {

        Gzip(ByteArrayOutputStream encoded, int level) throws IOException {
            super(encoded, 8192);
            def.setLevel(level);
        }
    }

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** The name in {@code Accept-Encoding} and {@code Content-Encoding}. */
    String token() {
        return token;
    }

    /**
     * The best one for a client.
     *
     * @param accepted the value of {@code Accept-Encoding}; {@code null} if the client did not say
     */
    static Encoding forClient(String accepted) {
        if (accepted == null) {
            return IDENTITY;
        }
        return accepts(accepted, BROTLI.token) && Brotli.AVAILABLE ? BROTLI : accepts(accepted, GZIP.token) ? GZIP : IDENTITY;
    }

    /**
     * Whether the client names it with a weight above nothing. {@code *} is left to those who mean it: they get no encoding.
     */
    private static boolean accepts(String accepted, String token) {
        int at = accepted.indexOf(token);
        if (at < 0) {
            return false;
        }
        int end = at + token.length();
        boolean isWhole = (at == 0 || isBetween(accepted.charAt(at - 1)))
                && (end == accepted.length() || isBetween(accepted.charAt(end)) || accepted.charAt(end) == ';');
        if (!isWhole) {
            return accepts(accepted.substring(end), token);
        }
        int next = accepted.indexOf(',', end);
        int last = next < 0 ? accepted.length() : next;
        return last == end || !NOTHING.matcher(accepted.substring(end, last)).matches();
    }

    private static boolean isBetween(char separator) {
        return separator == ',' || separator == ' ' || separator == '\t';
    }

    abstract byte[] encode(byte[] content, boolean atAnyPrice) throws IOException;

    /** The content as it goes out. */
    byte[] of(byte[] content) {
        return encoded(content, false);
    }

    /** The content as it goes out for a long time, whatever it takes to make it small. */
    byte[] smallest(byte[] content) {
        return encoded(content, true);
    }

    private byte[] encoded(byte[] content, boolean atAnyPrice) {
        try {
            return encode(content, atAnyPrice);
        } catch (IOException e) {
            throw new UncheckedIOException("not compressed", e);
        }
    }

    /** Looked for when it is first needed, because that unpacks and loads a library. */
    private static final class Brotli {

        static final boolean AVAILABLE = Brotli4jLoader.isAvailable();
    }
}
