package sulan.source.llm;

import java.util.regex.Pattern;

/**
 * Tells messages of programs, and words that hold a place, from content. Such texts begin so; a paper about errors is described
 * in a sentence.
 */
final class ErrorText {

    private static final Pattern START = Pattern.compile("^\\s*[\\[({<\"']*(?:"
            + "(?:\\w+\\.)*\\w*(?:Error|Exception)\\s*[:：(]"
            + "|Traceback \\(most recent call last\\)"
            + "|(?:HTTP(?:/\\d(?:\\.\\d)?)?|Error|status(?: code)?)\\s*[:：]?\\s*[45]\\d\\d\\b"
            + "|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Too Many Requests"
            + "|Rate limit (?:exceeded|reached)|You exceeded your current quota|Request timed out"
            + "|(?:系统|请求|服务器?|接口|调用|网络|生成)(?:出现)?(?:错误|失败|超时|异常)\\s*[：:，,。！!]"
            + "|(?:错误|异常|报错)\\s*[：:])", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\s*[\\[(<（【]?(?:null|none|undefined|nan|n/?a|todo|tbd|string|lorem ipsum.*|暂无.{0,6}|无|待补充|占位.{0,4}|[.…]+)[\\])>）】]?[。.]?\\s*",
            Pattern.CASE_INSENSITIVE);

    private ErrorText() {
    }

    static boolean is(String text) {
        return START.matcher(text).find() || PLACEHOLDER.matcher(text).matches();
    }
}
