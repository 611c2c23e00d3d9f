package sulan.source.llm;

import java.util.regex.Pattern;

/**
 * Tells a refusal or an apology from a text about such: what stands in quotation marks is what the paper speaks about, and the
 * model speaks of itself as I.
 */
final class Refusal {

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》|‘[^’]*’|`[^`]*`");

    /** At the start of the text or of a sentence. */
    private static final Pattern APOLOGY = Pattern.compile("(?:^|[。！？!?.\\n])\\s*(?:"
            + "(?:我)?(?:非常|十分|很|真的|深感)?(?:抱歉|对不起|不好意思)(?:[，,。！!]|我|无法|不能)"
            + "|(?:I['’]m|I am) (?:very |so |really )?sorry\\b"
            + "|Sorry, (?:but )?I\\b"
            + "|(?:My|I) apolog(?:ies|ize)\\b"
            + "|I (?:can(?:not|['’]t| not)|am unable to|['’]m unable to|am not able to|won['’]t)\\b"
            + "|Unfortunately, I\\b)", Pattern.CASE_INSENSITIVE);
    /** Anywhere. */
    private static final Pattern OF_ITSELF = Pattern.compile(
            "作为(?:一个|一名|一款)?(?:由\\S{1,12}?(?:训练|开发)的)?(?:AI|人工智能|大型?语言模型|语言模型)(?:语言)?(?:模型|助手)?[，,]\\s*我"
                    + "|我(?:只)?是(?:一个|一名|一款)(?:AI|人工智能|大型?语言模型|语言模型)"
                    + "|我(?:无法|不能|没有办法|没办法)(?:为您|为你|给您|直接)?(?:提供|完成|协助|帮助|满足|生成|回答|访问|查看|获取|撰写|评价|按照|遵从|继续)"
                    + "|(?:无法|不能)(?:为您|为你|给您|协助您|帮助您|满足您)"
                    + "|请(?:您)?(?:提供|补充|发送|粘贴)(?:论文|摘要|更多|完整|具体)"
                    + "|\\bas an? (?:AI|artificial intelligence|large language model)(?: language)?(?: model| assistant)?, I\\b"
                    + "|\\bI (?:can(?:not|['’]t)|am unable to|['’]m unable to) (?:assist|help|provide|fulfill|comply|access|complete|browse)",
            Pattern.CASE_INSENSITIVE);

    private Refusal() {
    }

    static boolean isIn(String text) {
        String said = QUOTED.matcher(text.strip()).replaceAll("");
        return APOLOGY.matcher(said).find() || OF_ITSELF.matcher(said).find();
    }
}
