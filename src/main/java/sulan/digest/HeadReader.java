package sulan.digest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;

import sulan.digest.Outline.Part;

/** Reads what stands before the papers: the heading with the date, the link to the list, the count, and the note. Used once. */
final class HeadReader {

    private static final Pattern DATE = Pattern
            .compile("(?<!\\d)(\\d{4})\\s*(?:[-/._年]\\s*(\\d{1,2})\\s*[-/._月]\\s*(\\d{1,2})|(\\d{2})(\\d{2}))(?!\\d)\\s*日?");
    private static final Pattern TITLE_WORDS = Pattern.compile("(?i)速览|日报|每日|daily|论文|papers|digest");
    private static final Pattern LINK = Pattern
            .compile("\\[[^\\]]*\\]\\(\\s*<?(https?://[^\\s<>]+?)>?\\s*\\)(?=[^)]|$)|(https?://[^\\s<>)\\]）]+)");
    private static final Pattern COUNT = Pattern
            .compile("(?i)(?:共|推荐|收录|合计|total)[^\\d\\n]{0,12}(\\d{1,4})\\s*(?:篇|papers?)|(\\d{1,4})\\s*(?:篇|papers?)");
    private static final Pattern SOURCE_WORDS = Pattern
            .compile("(?i)(?:huggingface|hugging face|daily|papers?|每日|论文|来源|链接|原文|地址|列表|total|今日|本期|日期|date"
                    + "|共|推荐|收录|合计|精选|篇|于|年|月|日|[^\\p{L}])*");

    private static final int LONGEST_SOURCE = 400;

    private final Report report;
    private LocalDate headingDate;
    private LocalDate linkDate;
    private int headingLine;
    private int linkLine;
    private int countLine;
    private Integer declaredCount;
    private String sourceUrl;
    private String note;
    private String unplaced;

    HeadReader(Report report) {
        this.report = report;
    }

    static boolean isTitle(String line) {
        return DATE.matcher(line).find() && TITLE_WORDS.matcher(line).find() || line.contains("每日论文");
    }

    /** Reads the head in the form of {@link DigestWriter}. */
    void read(CanonicalHead head) {
        headingDate = head.date();
        headingLine = 1;
        declaredCount = head.declaredCount();
        sourceUrl = head.sourceUrl();
        note = head.note();
        unplaced = head.unplaced();
    }

    /** Reads the head in whatever form. */
    void read(Fragment head) {
        Outline outline = Outline.of(head.source(), head.firstLine());
        List<Splitter.Cut> cuts = new ArrayList<>();
        List<Integer> notes = new ArrayList<>();
        boolean inNote = false;
        for (Part part : outline.parts()) {
            boolean quoted = isQuoted(part);
            if (quoted) {
                if (!inNote) {
                    notes.add(cuts.size() + 1);
                    cuts.add(Splitter.Cut.before(part));
                }
                inNote = true;
                continue;
            }
            String source = part.isText() ? part.text().source(part.from(), part.to()) : "";
            boolean read = !part.isText() && isSignature(outline, part) || part.block() instanceof Heading && readTitle(part)
                    || part.isText() && readSource(part, source);
            if (read) {
                cuts.add(Splitter.Cut.after(part, part.to()));
                inNote = false;
            } else if (inNote) {
                cuts.add(Splitter.Cut.before(part));
                inNote = false;
            }
        }
        collect(Splitter.split(outline, cuts), notes);
    }

    private static boolean isSignature(Outline outline, Part part) {
        return outline.source().line(part.line() - outline.source().number(0)).equals(Canonical.SIGNATURE);
    }

    private static boolean isQuoted(Part part) {
        for (var node = part.block().getParent(); node != null; node = node.getParent()) {
            if (node instanceof BlockQuote) {
                return true;
            }
        }
        return false;
    }

    private boolean readTitle(Part part) {
        LocalDate date = dateIn(part.plain());
        if (date == null && !TITLE_WORDS.matcher(part.plain()).find()) {
            return false;
        }
        if (headingDate == null && date != null) {
            headingDate = date;
            headingLine = part.line();
        }
        return true;
    }

    private boolean readSource(Part part, String source) {
        if (source.length() > LONGEST_SOURCE) {
            return false;
        }
        Matcher link = LINK.matcher(source);
        Matcher count = COUNT.matcher(part.plain());
        boolean hasLink = link.find();
        boolean hasCount = count.find();
        String words = LINK.matcher(source).replaceAll(match -> Matcher
                .quoteReplacement(match.group(1) == null ? "" : match.group().substring(0, match.start(1) - match.start())));
        if (!hasLink && !hasCount && dateIn(part.plain()) == null || !SOURCE_WORDS.matcher(words).matches()) {
            return false;
        }
        if (hasLink && sourceUrl == null) {
            sourceUrl = link.group(1) != null ? link.group(1) : link.group(2);
        }
        LocalDate date = hasLink ? dateIn(sourceUrl) : null;
        date = date == null ? dateIn(part.plain()) : date;
        if (linkDate == null && date != null) {
            linkDate = date;
            linkLine = part.line();
        }
        if (hasCount && declaredCount == null) {
            declaredCount = Integer.valueOf(count.group(1) != null ? count.group(1) : count.group(2));
            countLine = part.line();
        }
        return true;
    }

    private void collect(List<Fragment> fragments, List<Integer> notes) {
        for (int i = 0; i < fragments.size(); i++) {
            Fragment fragment = fragments.get(i);
            if (fragment.isBlank()) {
                continue;
            }
            if (notes.contains(i)) {
                note = note == null ? fragment.text() : note + "\n\n" + fragment.text();
            } else {
                int at = fragment.firstTextLine();
                report.warning(at, "第 " + at + " 行起的文字「" + Report.excerpt(fragment.text()) + "」在第一篇论文之前，没有看懂，原文保留在未归类内容中。");
                unplaced = unplaced == null ? fragment.text() : unplaced + "\n\n" + fragment.text();
            }
        }
    }

    /** The date of the digest, or {@code null} if there is none, or none to rely on. */
    LocalDate date(String fileName) {
        LocalDate fileDate = fileName == null ? null : dateIn(fileName);
        LocalDate written = headingDate != null ? headingDate : linkDate;
        if (written == null && fileDate == null) {
            report.error(0, "标题、来源链接和文件名里都没有日期，不知道是哪一天的速览，不能导入。");
            return null;
        }
        if (written == null) {
            report.info(0, "文中没有日期，采用文件名中的日期 " + fileDate + "。");
            return fileDate;
        }
        if (fileDate != null && !fileDate.equals(written)) {
            int line = headingDate != null ? headingLine : linkLine;
            report.error(line,
                    "第 " + line + " 行的日期是 " + written + "，文件名 " + fileName + " 的日期却是 " + fileDate + "，请改正其中之一后重新导入。");
            return null;
        }
        if (headingDate == null) {
            report.info(linkLine, "标题里没有日期，采用第 " + linkLine + " 行来源链接中的日期 " + linkDate + "。");
        } else if (linkDate != null && !linkDate.equals(headingDate)) {
            report.warning(linkLine, "第 " + linkLine + " 行来源链接的日期 " + linkDate + " 与标题的日期 " + headingDate + " 不同，以标题为准。");
        }
        return written;
    }

    Integer declaredCount() {
        return declaredCount;
    }

    int countLine() {
        return countLine;
    }

    String sourceUrl() {
        return sourceUrl;
    }

    String note() {
        return note;
    }

    String unplaced() {
        return unplaced;
    }

    private static LocalDate dateIn(String text) {
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            try {
                boolean apart = date.group(2) != null;
                return LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(apart ? 2 : 4)),
                        Integer.parseInt(date.group(apart ? 3 : 5)));
            } catch (DateTimeException e) {
                // digits that are no date, such as 2023-13-45: look further
                continue;
            }
        }
        return null;
    }
}
