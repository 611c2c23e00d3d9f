package sulan.source.llm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Text of others on its way into a prompt. It stands between two marks that hold a {@linkplain #delimiter number}; what could
 * be taken for the end of the data, or for a mark of the model's own chat format, is taken out of it.
 */
final class PromptData {

    /**
     * The longest abstract that is sent. Those of arXiv have at most 1920 characters; a longer one is cut, so that a call has a
     * price.
     */
    static final int LONGEST_SUMMARY = 6000;
    static final int LONGEST_LINE = 500;

    private static final int DELIMITER_BYTES = 8;
    /** Invisible characters, with which text is hidden from readers: controls, formats (also the direction of text), tags. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n\\t]]");
    /** Marks by which chat formats of common models part the turns; an endpoint that does not escape them would obey them. */
    private static final Pattern CHAT_MARK = Pattern.compile(
            "<[|｜][^<>\\n]{0,60}[|｜]>|\\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_RESULTS)\\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>|</?think>");
    /** The marks around data, as the prompts write them. */
    private static final Pattern DATA_MARK = Pattern.compile("<<<|>>>");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private PromptData() {
    }

    /**
     * The number in the marks around a text: a hash of it, so that it is the same whenever the text is, and cannot stand in it.
     */
    static String delimiter(String... texts) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                hash.update(text.getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
            }
            return HexFormat.of().formatHex(hash.digest(), 0, DELIMITER_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String delimiter(PaperText paper) {
        return delimiter(paper.id(), paper.title(), paper.summary());
    }

    /** The text without marks, on as many lines as it has. */
    static String block(String text, int longest, String delimiter) {
        String clean = INVISIBLE.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        clean = withoutMarks(clean.replace(delimiter, " "));
        return shortened(clean.strip(), longest);
    }

    /** The text without marks, on one line. */
    static String line(String text, String delimiter) {
        return WHITE_SPACE.matcher(block(text, LONGEST_LINE, delimiter)).replaceAll(" ");
    }

    /** Taking a mark out can leave another one, so that it is done until there is none. Each turn makes the text shorter. */
    private static String withoutMarks(String text) {
        String before;
        String after = text;
        do {
            before = after;
            after = DATA_MARK.matcher(CHAT_MARK.matcher(before).replaceAll(" ")).replaceAll(" ");
        } while (!after.equals(before));
        return after;
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
