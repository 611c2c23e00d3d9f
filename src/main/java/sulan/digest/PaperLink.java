package sulan.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sulan.digest.Outline.Part;

/** The addresses by which a digest names a paper. */
final class PaperLink {

    private static final String ID = "(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?";
    private static final Pattern HUGGING_FACE = Pattern
            .compile("(?i:https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co|hf-mirror\\.com)/papers/)" + ID + "(?!\\d)");
    private static final Pattern ARXIV = Pattern
            .compile("(?i:https?://(?:www\\.|export\\.)?(?:arxiv\\.org|alphaxiv\\.org)/(?:abs|pdf|html)/)" + ID + "(?!\\d)");
    private static final Pattern MARKUP = Pattern.compile("[\\[\\]()<>（）*_`\\s]");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)>\\]）]+");
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(?:到|去|点击|请|在|看|查看|阅读|访问|前往|更多|详情|详细|信息|内容|主页|页面|首页|论文|文章|原文|全文|链接|地址|网址|hugging|face|arxiv|alphaxiv|pdf|abs"
                    + "|paper|papers|page|link|links|read|more|the|full|view|on|daily|here|detail|details|see|go|to|的|上|这里|此处|[\\d.v]+|[^\\p{L}\\p{N}])*");

    private PaperLink() {
    }

    /**
     * The id of the paper that a text links to: by Hugging Face if it does, otherwise by arXiv; {@code null} if it links to
     * none.
     */
    static String idIn(String text) {
        String id = null;
        for (Pattern pattern : new Pattern[] { HUGGING_FACE, ARXIV }) {
            for (String line : text.split("\n")) {
                Matcher matcher = pattern.matcher(line);
                if (line.contains("://") && matcher.find() && (id == null || isLinkLine(line))) {
                    id = matcher.group(1);
                }
            }
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** Whether a line holds nothing but a link to a paper. */
    static boolean isLinkLine(Part part) {
        return isLinkLine(part.text().source(part.from(), part.to()));
    }

    static boolean isLinkLine(String line) {
        if (line.length() > 400 || !line.contains("://")
                || !(HUGGING_FACE.matcher(line).find() || ARXIV.matcher(line).find())) {
            return false;
        }
        String words = MARKUP.matcher(ADDRESS.matcher(line).replaceAll(" ")).replaceAll(" ");
        return WORDS.matcher(words).matches();
    }
}
