package sulan.operator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.quarkus.qute.TemplateExtension;

/** What templates of the operator's pages ask of texts. */
@TemplateExtension
final class Encoded {

    private Encoded() {
    }

    /** Percent-encoded for the value of a parameter. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
