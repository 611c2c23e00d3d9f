package sulan.digest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns a file's bytes into text: UTF-8, or GB18030 where the bytes make sense as Chinese only so. */
final class Decoding {

    static final int LARGEST = 16 << 20;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String COMMONEST = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
            + "论文本型模数据性度实新推荐评词关键核心要作";

    private Decoding() {
    }

    /** @return the text, or {@code null} if the bytes were refused */
    static String decode(byte[] content, Report report) {
        if (content.length > LARGEST) {
            report.error(0, "文件有 " + content.length + " 字节，超过上限 " + LARGEST + " 字节（16 MiB），没有读取。");
            return null;
        }
        int start = startsWith(content, 0xef, 0xbb, 0xbf) ? 3 : 0;
        ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
        CharBuffer text = CharBuffer.allocate(content.length - start + 1);
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        CoderResult result = decoder.decode(bytes, text, true);
        if (!result.isError()) {
            return checked(text.flip().toString(), report);
        }
        int offset = bytes.position();
        String chinese = startsWith(content, 0xff, 0xfe) || startsWith(content, 0xfe, 0xff) ? null : decodeChinese(content);
        if (chinese != null) {
            report.info(0, "文件不是 UTF-8 编码，已按 GB18030（GBK）读取。");
            return checked(chinese, report);
        }
        report.error(lineAt(content, offset), "文件既不是 UTF-8 也不是 GB18030（GBK）编码：第 " + offset + " 个字节起无法解读。请另存为 UTF-8 后重新导入。");
        return null;
    }

    private static String decodeChinese(byte[] content) {
        try {
            String text = strict(GB18030).decode(ByteBuffer.wrap(content)).toString();
            return isPlausible(text) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Almost any bytes can be read as GB18030, but then most of the characters are rare ones. */
    private static boolean isPlausible(String text) {
        int han = 0;
        int common = 0;
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u4e00' && c <= '\u9fff') {
                han++;
                common += COMMONEST.indexOf(c) >= 0 ? 1 : 0;
            } else if (c < ' ' && !Character.isWhitespace(c) || c >= '\u0080' && !isPunctuation(c)) {
                odd++;
            }
        }
        return han > 0 && common * 12 >= han && odd * 10 <= han;
    }

    private static boolean isPunctuation(char c) {
        return c >= '\u2000' && c <= '\u2fff' || c >= '\u3000' && c <= '\u303f' || c >= '\uff00' && c <= '\uffef'
                || c >= '\ud800' && c <= '\udfff'
                || c == '\u00b7' || c == '\u00b0' || c == '\u00d7';
    }

    /** Refuses what is text by accident, and tells of NUL bytes, which become U+FFFD. */
    private static String checked(String text, Report report) {
        int first = text.indexOf('\0');
        if (first < 0) {
            return text;
        }
        long count = text.chars().filter(c -> c == 0).count();
        if (count * 10 > text.length()) {
            report.error(1, "文件里有 " + count + " 个空字符（NUL），不像文本文件，没有读取。");
            return null;
        }
        int line = 1 + (int) text.substring(0, first).chars().filter(c -> c == '\n').count();
        report.warning(line, "第 " + line + " 行起有 " + count + " 个空字符（NUL），已替换为「\ufffd」。");
        return text;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineAt(byte[] content, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
