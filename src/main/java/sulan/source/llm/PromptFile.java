package sulan.source.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a prompt, from a file beside this class. Places such as <code>{title}</code> are filled in once: what is filled in
 * is not looked through for further places.
 */
final class PromptFile {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z]*)\\}");

    private final String text;

    private PromptFile(String text) {
        this.text = text;
    }

    /** @param path such as {@code overview-1/system.txt} */
    static PromptFile read(String path) {
        try (InputStream in = PromptFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The prompt lacks its file " + path);
            }
            return new PromptFile(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " of the prompt cannot be read", e);
        }
    }

    /** The text as it is. */
    String text() {
        return text;
    }

    /** @throws IllegalArgumentException if a place of the text has no value */
    String with(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The prompt has a place {" + place.group(1) + "} that nothing fills");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
