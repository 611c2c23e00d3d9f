package sulan.source.llm;

import java.util.regex.Pattern;

import sulan.source.llm.Faults.Kind;

/** The rules for each text of an overview. */
final class TextChecks {

    /*
     * The share of Chinese characters among characters and words of other scripts: a name such as Vision-Language-Action is a
     * few words, however many letters. The paragraphs of the archive's digests lie above 0.8; a text that changes over to
     * English in the middle lies at 0.6 and below.
     */
    private static final double LEAST_CHINESE = 0.65;

    private static final Pattern CODE_SPAN = Pattern.compile("`[^`\\n]+`");
    /** A tag as CommonMark knows it, whatever its attributes; but not {@code a < b}, and not {@code a<b，c>d}. */
    private static final Pattern HTML = Pattern.compile(
            "</?[a-z][a-z0-9-]*(?:[\\s/]+[a-z:@_][^<>]*)?[\\s/]*>|<!--|<!\\[CDATA\\[|<!DOCTYPE|<\\?[a-z]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK = Pattern
            .compile("(?m)^\\s{0,3}(?:#{1,6}\\s|```|~~~|\\|.*\\|\\s*$|(?:-{3,}|={3,}|\\*{3,})\\s*$)|```");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\s*[(\\[]");

    private final Addresses addresses;
    private final Copying copying;
    private final Language language;
    private final Faults faults;

    TextChecks(PaperText paper, Language language, Faults faults) {
        this.addresses = new Addresses(paper);
        this.copying = new Copying(paper.summary());
        this.language = language;
        this.faults = faults;
    }

    /** All rules. Lengths are in characters. */
    void check(String name, String text, int shortest, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length < shortest) {
            faults.add(Kind.LENGTH, name + " 太短，只有 " + length + " 字，至少 " + shortest + " 字。");
        } else if (length > longest) {
            faults.add(Kind.LENGTH, name + " 太长，有 " + length + " 字，最多 " + longest + " 字。");
        }
        if (language.isChinese() && Script.shareOfHan(text) < LEAST_CHINESE) {
            faults.add(Kind.LANGUAGE, name + " 应当用" + language.name() + "写，只有专名保留原文。");
        }
        String copied = copying.copied(text);
        if (copied != null) {
            faults.add(Kind.COPIED, name + " 照抄了摘要中的“" + copied + "”，请用自己的话写。");
        }
        if (Refusal.isIn(text)) {
            faults.add(Kind.REFUSAL, name + " 是道歉或拒绝，不是内容。");
        }
        if (ErrorText.is(text)) {
            faults.add(Kind.ERROR, name + " 是出错信息或占位文字，不是内容。");
        }
        checkMarks(name, text);
    }

    /** The rules for marks and addresses alone. */
    void checkMarks(String name, String text) {
        String prose = CODE_SPAN.matcher(text).replaceAll(" ");
        if (HTML.matcher(prose).find()) {
            faults.add(Kind.MARKUP, name + " 中有 HTML 标签，请去掉。");
        }
        if (BLOCK.matcher(prose).find() || IMAGE.matcher(prose).find()) {
            faults.add(Kind.MARKUP, name + " 中有 Markdown 的标题、代码块、表格、分隔线或图片，请只写文字。");
        }
        if (text.indexOf('\ufffd') >= 0 || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            faults.add(Kind.MARKUP, name + " 中有乱码或控制字符。");
        }
        String foreign = addresses.foreign(text);
        if (foreign != null) {
            faults.add(Kind.ADDRESS, name + " 中的网址或链接 " + foreign + " 在标题和摘要里没有，请去掉。");
        }
    }
}
