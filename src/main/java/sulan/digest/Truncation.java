package sulan.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a text breaks off in mid-sentence, as texts do whose author (a language model with a limit) was stopped.
 *
 * <p>
 * A missing final stop alone is not enough: some texts have none at all, and some sentences are complete without. So the
 * text must lack the stop and either be open (a bracket without its end, a last word that calls for another) or, where
 * the other texts of the paper do end with stops, not be a complete predicate.
 */
final class Truncation {

    private static final Pattern MARKUP_END = Pattern.compile("[\\s*_`~]+$");
    private static final Pattern STOPPED = Pattern
            .compile("[。！？!?…．][\"”’」』）)\\]】]*$|[^\\d\\s]\\.[\"”’」』）)\\]】]*$|\\.{2,}$|[;；~～]$");
    private static final Pattern SCORE = Pattern.compile("[^，。；]{0,20}[:：][*\\s]*[\\d.]+(?:\\s*/\\s*[\\d.]+)?\\s*[分星%]?");
    private static final Pattern OPEN_WORD = Pattern.compile(
            "(?:[的地得具在对于为和与或及将把被从向给使让是值非很更较最该其并而但且这那之所以即如比由经通可能会应需因也都就等于]"
                    + "|以及|使得|具有|拥有|值得|非常|十分|极其|尤其|特别|对于|关于|通过|由于|因为|因此|所以|虽然|尽管|不仅|而且|并且|同时|例如|比如|包括|一个|一种|一些"
                    + "|一项|这个|这种|我们|他们|它们|进一步|提供了|带来了|展示了|进行了|实现了|提出了|推动了|铺平了|解决了|[,，、:：—–/(（\\[【\"“‘「『《]|--?)$");
    private static final Pattern OPEN_LATIN = Pattern.compile(
            "(?i)(?:^|[\\s(])(?:the|a|an|of|and|or|to|in|on|for|with|by|from|that|which|is|are|as|at|its|this|these|more|most|very|has|have|can|be|into)$");
    private static final Pattern COPULA = Pattern
            .compile(".*(?:是|属于|成为|作为|视为|称为|有|具备|具|提供|带来|展示|展现|体现|取得|实现|达到|提出|给出|获得|得到|起到|产生|具有|发挥|开辟|奠定|打下)"
                    + "[^，,；;。]*的[^，,；;。的]{2,}$");
    private static final Pattern QUALITY = Pattern.compile(
            ".*(?:高|强|大|好|多|广|深|低|小|佳|优|足|显著|明显|重要|广泛|突出|优秀|良好|出色|不错|有限|深远|丰富|有效|可行|新颖|独特|实用|必要|清晰|完整|充分|详细|有用|有益|有趣|"
                    + "优异|可观|成熟|全面|严谨|扎实|先进|领先|高效|可靠|稳定|一般|较少|不足|欠缺|明确|巨大|宝贵|可贵|难得|合理|强大|前沿)$");
    private static final Pattern ACTION = Pattern.compile(
            ".*(?:(?:值得|推荐|建议|可供|供|适合|应当|应该|不妨|可以|能够|便于|有助于|欢迎)[^，,；;。]*?(?:阅读|一读|参考|关注|学习|借鉴|了解|研读|细读|探索|探讨|尝试|使用|应用|推广|采用|深入研究|品读|一看|收藏)"
                    + "|(?:强烈|高度|极力|非常|十分|值得|大力|特别|广泛|优先|重点|很|诚挚|力|予以)推荐"
                    + "|(?:得到|获得|取得|被|进行|有了|有所|加以|显著|明显|大幅|进一步)[^，,；;。]{0,12}?(?:提升|提高|改善|改进|验证|应用|证明|优化|增强|突破|认可|推广|使用|创新|进展|成功)"
                    + "|(?:有|具有|具备|没有|有着|无|缺乏|产生|带来|提供)[^，,；;。的]{0,14}(?:价值|意义|性|潜力|前景|作用|影响|帮助|贡献|效果|优势|能力|启发|启示|参考|空间|可能|突破|创新|提升|需求|力|度|局限|挑战))$");
    private static final Pattern WITHIN_OBJECT = Pattern
            .compile(".*(?:给|对于?|值得|与|让|在|推荐|供)所?(?:有|具有|具备)[^，,；;。的]*的[^，,；;。的]*$");
    private static final Pattern STATED = Pattern.compile(".*(?:为|是|给出|达到|达|超过)\\s*\\d+(?:\\.\\d+)?\\s*(?:%|分|/\\s*\\d+分?)?$");
    private static final int LAST_CLAUSE = 200;

    private Truncation() {
    }

    /**
     * @param text the last text of a paper
     * @param peers texts of the same kind, by which to know whether this author ends sentences with stops
     */
    static boolean isBrokenOff(String text, List<String> peers) {
        String end = end(text);
        if (end.isEmpty() || STOPPED.matcher(end).find() || SCORE.matcher(end).matches()) {
            return false;
        }
        if (isUnclosed(text) || OPEN_WORD.matcher(end).find() && !isComplete(end) || OPEN_LATIN.matcher(end).find()) {
            return true;
        }
        boolean stopsAreUsual = peers.isEmpty()
                || peers.stream().filter(peer -> STOPPED.matcher(end(peer)).find()).count() * 2 > peers.size();
        return stopsAreUsual && !isComplete(end);
    }

    /** The paragraphs and items of a text but the last, and other texts, as peers of its last one. */
    static List<String> peers(String text, String... others) {
        List<String> peers = new ArrayList<>();
        for (String other : others) {
            if (other != null) {
                peers.add(other);
            }
        }
        if (text != null && text.contains("\n")) {
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            return lines.subList(0, lines.size() - 1);
        }
        return peers;
    }

    /** The end of the last line, without markup. */
    private static String end(String text) {
        String stripped = MARKUP_END.matcher(text.length() > LAST_CLAUSE ? text.substring(text.length() - LAST_CLAUSE) : text)
                .replaceFirst("");
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }

    /** Whether the last clause has its predicate: 是……的资料, 具有……的价值, ……很高, 值得……阅读. */
    private static boolean isComplete(String end) {
        String clause = end
                .substring(Math.max(end.lastIndexOf('，'),
                        Math.max(end.lastIndexOf(','), Math.max(end.lastIndexOf('；'), end.lastIndexOf('。')))) + 1)
                .replaceAll("[\"”’」』）)\\]】]+$", "").strip();
        if (ACTION.matcher(clause).matches() || QUALITY.matcher(clause).matches()) {
            return true;
        }
        // 推荐给有经验的研究: the noun belongs to the preposition, so the predicate is still to come
        return STATED.matcher(clause).matches() || COPULA.matcher(clause).matches() && !WITHIN_OBJECT.matcher(clause).matches();
    }

    private static boolean isUnclosed(String text) {
        int round = 0;
        int corner = 0;
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            round += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            corner += c == '「' || c == '《' || c == '【' ? 1 : c == '」' || c == '》' || c == '】' ? -1 : 0;
            quotes += c == '“' ? 1 : c == '”' ? -1 : 0;
        }
        return round > 0 || corner > 0 || quotes > 0;
    }
}
