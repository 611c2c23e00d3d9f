package sulan.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a reason, without what ties it to its score: separators, brackets around it, the word 理由, the bullet of a single
 * item.
 */
final class ReasonText {

    private static final String SEPARATORS = "，,。.：:；;、–—|-~→\u00a0";
    private static final Pattern LABEL = Pattern
            .compile("^(?:评分|打分|推荐)?(?:的)?(?:理由|原因|说明|依据|解释|评语|点评)[：:]\\s*|^\\*\\*(?:理由|原因|说明)[：:]?\\*\\*[：:]?\\s*");
    private static final Pattern BULLET = Pattern.compile("^(?:[-*+]|\\d{1,9}[.)])( +)");

    private static final Pattern NONE = Pattern
            .compile("(?i)\\s*(?:n/?a|未评分|暂无评分|无法评分|未打分|不适用|无|暂无|[-—–]+|(?:具体|详细|评分|打分)*的?(?:理由|原因|说明|依据)如下[:：]?)[。.]?\\s*");

    private ReasonText() {
    }

    /** @param sameLine whether the text begins on the line of the score */
    static String clean(String fragment, boolean sameLine) {
        if (fragment == null) {
            return null;
        }
        String text = sameLine ? afterSeparators(fragment) : withoutSingleBullet(fragment);
        int end = text.indexOf('\n');
        if (end >= 0 && isNone(text.substring(0, end))) {
            text = text.substring(end).strip();
        }
        Matcher label = LABEL.matcher(text);
        if (label.find()) {
            text = text.substring(label.end());
        }
        text = withoutBrackets(text);
        return isNone(text) || text.codePoints().noneMatch(Character::isLetterOrDigit) ? null : Fragments.normalized(text);
    }

    /** Whether the text only says that there is nothing to say. */
    static boolean isNone(String text) {
        return text.length() < 12 && NONE.matcher(text).matches();
    }

    private static String afterSeparators(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != '\n') {
            int end = text.indexOf('>', at);
            if (text.startsWith("<br", at) && end > 0 && end - at < 6) {
                at = end + 1;
            } else if (Character.isWhitespace(text.charAt(at)) || SEPARATORS.indexOf(text.charAt(at)) >= 0) {
                at++;
            } else {
                break;
            }
        }
        return text.substring(at);
    }

    /** A list of one item is a form, not a list. */
    private static String withoutSingleBullet(String text) {
        Matcher bullet = BULLET.matcher(text);
        if (!bullet.find()) {
            return text;
        }
        int indentation = bullet.end();
        String[] lines = text.split("\n", -1);
        StringBuilder inner = new StringBuilder(lines[0].substring(indentation));
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith(" ".repeat(indentation))) {
                return text;
            }
            inner.append('\n').append(lines[i].isBlank() ? "" : lines[i].substring(indentation));
        }
        return inner.toString();
    }

    private static String withoutBrackets(String text) {
        if (text.isEmpty() || "（(".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            if (depth == 0) {
                boolean last = afterSeparators(text.substring(i + 1)).isBlank();
                return last ? text.substring(1, i) : text;
            }
        }
        return text.substring(1);
    }
}
