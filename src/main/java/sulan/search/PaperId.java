package sulan.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids by which arXiv knows papers, as readers paste them into a search box. */
final class PaperId {

    private static final Pattern NAMED = Pattern.compile("(?i)(?:(?:https?://)?(?:(?:[a-z]+\\.)?(?:arxiv|alphaxiv)\\.org/"
            + "(?:abs|pdf|html)/|(?:www\\.)?(?:huggingface\\.co|hf\\.co)/papers/)|arxiv:)?"
            + "(?:(\\d{4}\\.\\d{4,5})|([a-z-]+)(\\.[a-z]{2})?/(\\d{7}))(?:v\\d{1,3})?(?:\\.pdf)?/?(?:[?#]\\S*)?");

    private PaperId() {
    }

    /** The id, without version, that a text is, or whose address it is. */
    static Optional<String> in(String text) {
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return Optional.empty();
        }
        if (named.group(1) != null) {
            return Optional.of(named.group(1));
        }
        String category = named.group(3) == null ? "" : named.group(3).toUpperCase(Locale.ROOT);
        return Optional.of(named.group(2).toLowerCase(Locale.ROOT) + category + "/" + named.group(4));
    }
}
