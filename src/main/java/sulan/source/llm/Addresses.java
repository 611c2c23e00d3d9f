package sulan.source.llm;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and links in a text. An overview has none that is not in the paper's title or abstract. */
final class Addresses {

    /** With a scheme, with www, or a host with a path; a host alone is too like a name (Character.AI, spaCy.io). */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]*://|www\\.)[^\\s\"'`<>(){}\\[\\]\\p{IsHan}，。；：、！？（）【】《》“”]+"
                    + "|(?<![\\w.@-])(?:[a-z0-9-]+\\.)+(?:com|org|net|io|ai|cn|edu|gov|dev|app|co|me|xyz|top|info|cc|ly|gg|site|online)/"
                    + "[^\\s\"'`<>(){}\\[\\]\\p{IsHan}，。；：、！？（）【】《》“”]*"
                    + "|(?:javascript|data|vbscript|mailto):\\S+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("\\]\\s?\\(\\s*<?([^)\\s>]*)|(?m)^\\s{0,3}\\[[^\\]]+\\]:\\s*(\\S+)");
    private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?|^www\\.");
    private static final Pattern END = Pattern.compile("[.,;:!?/*_~|]+$");
    /** The scheme is enough to tell what was found. */
    private static final int LONGEST_SHOWN = 80;

    private final Set<String> known = new HashSet<>();

    Addresses(PaperText paper) {
        Matcher matcher = ADDRESS.matcher(paper.title() + "\n" + paper.summary());
        while (matcher.find()) {
            known.add(normalized(matcher.group()));
        }
    }

    /** The first address or link of the text that the paper does not have, or {@code null}. */
    String foreign(String text) {
        String address = foreign(ADDRESS.matcher(text));
        return address == null ? foreign(LINK.matcher(text)) : address;
    }

    private String foreign(Matcher matcher) {
        while (matcher.find()) {
            String address = matcher.group();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                address = matcher.group(group) == null ? address : matcher.group(group);
            }
            if (!known.contains(normalized(address))) {
                return address.substring(0, Math.min(address.length(), LONGEST_SHOWN));
            }
        }
        return null;
    }

    private static String normalized(String address) {
        return END.matcher(SCHEME.matcher(address.toLowerCase(Locale.ROOT)).replaceFirst("")).replaceFirst("");
    }
}
