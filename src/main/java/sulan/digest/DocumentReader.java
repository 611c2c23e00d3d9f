package sulan.digest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import sulan.digest.DigestReader.Reading;
import sulan.digest.Outline.Part;

/** Reads one document: divides it into its head and its papers, and has each of them read. Used once. */
final class DocumentReader {

    private record Segment(int firstLine, List<String> lines) {

        Fragment from(int index) {
            return Fragment.of(String.join("\n", lines.subList(Math.min(index, lines.size()), lines.size())),
                    firstLine + index);
        }

        String source() {
            return String.join("\n", lines);
        }
    }

    private static final Pattern BLOCK_START = Pattern.compile(" *(?:#{1,6}|[-*+])\\s");
    private static final int LONGEST_PARAGRAPH = 20_000;

    private final String[] lines;
    private final String fileName;
    private final Report report;
    private final Map<String, Integer> linesById = new HashMap<>();
    private final List<DigestPaper> papers = new ArrayList<>();
    private final List<String> unplaced = new ArrayList<>();
    private int found;
    private boolean signed;

    /** @param fileName the name of the file, or {@code null} */
    DocumentReader(String text, String fileName, Report report) {
        this.lines = text.split("\n", -1);
        this.fileName = fileName;
        this.report = report;
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Fragments.indentedBySpaces(lines[i]);
        }
    }

    Reading read() {
        int tooLong = paragraphThatIsTooLong();
        if (tooLong > 0) {
            report.error(tooLong, "第 " + tooLong + " 行起有超过 " + LONGEST_PARAGRAPH + " 行没有空行的文字，不像速览，没有读取。");
            return new Reading(null, report.diagnostics());
        }
        signed = CanonicalHead.isSigned(headLines());
        List<Segment> segments = segments();
        HeadReader head = new HeadReader(report);
        CanonicalHead canonical = signed ? CanonicalHead.of(segments.get(0).lines()) : null;
        if (canonical != null) {
            head.read(canonical);
        } else {
            head.read(segments.get(0).from(0));
        }
        LocalDate date = head.date(fileName);
        if (head.unplaced() != null) {
            unplaced.add(head.unplaced());
        }
        for (Segment segment : segments.subList(1, segments.size())) {
            readPaper(segment);
        }
        report.about(0);
        if (date == null) {
            return new Reading(null, report.diagnostics());
        }
        if (papers.isEmpty() && !signed) {
            report.error(0, found == 0 ? "文件里没有找到任何论文（以「## 标题」开头的部分），不能导入。"
                    : "文件里的 " + found + " 个论文标题都没有可用的论文链接，不能导入。");
            return new Reading(null, report.diagnostics());
        }
        if (head.declaredCount() != null && head.declaredCount() != found && !signed) {
            report.warning(head.countLine(),
                    "第 " + head.countLine() + " 行写明推荐 " + head.declaredCount() + " 篇论文，文件里有 " + found + " 篇。");
        }
        Digest digest = new Digest(date, head.declaredCount(), head.sourceUrl(), head.note(), papers,
                unplaced.isEmpty() ? null : String.join("\n\n", unplaced));
        return new Reading(digest, report.diagnostics());
    }

    /**
     * The Markdown parser looks at all lines of a paragraph again for each further one; so there is a limit, far from any real
     * text.
     */
    private int paragraphThatIsTooLong() {
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank() || BLOCK_START.matcher(lines[i]).lookingAt()) {
                from = i + 1;
            } else if (i - from > LONGEST_PARAGRAPH) {
                return from + 1;
            }
        }
        return 0;
    }

    /** The head, then one segment for each paper, which begins with its heading. */
    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int start : PaperStarts.of(lines, signed)) {
            segments.add(new Segment(from + 1, Arrays.asList(lines).subList(from, start)));
            from = start;
        }
        segments.add(new Segment(from + 1, Arrays.asList(lines).subList(from, lines.length)));
        return segments;
    }

    private List<String> headLines() {
        int end = 0;
        while (end < lines.length && !lines[end].startsWith("## ")) {
            end++;
        }
        return Arrays.asList(lines).subList(0, end);
    }

    private void readPaper(Segment segment) {
        found++;
        int line = segment.firstLine();
        String title = title(segment.lines().get(0), line);
        String id = id(segment);
        String place = "第 " + line + " 行的论文「" + Report.excerpt(title) + "」";
        if (title == null || id == null) {
            reject(segment, title == null ? "第 " + line + " 行的论文没有标题" : place + "没有 Huggingface 或 arXiv 的论文链接");
            return;
        }
        Integer earlier = linesById.putIfAbsent(id, line);
        if (earlier != null) {
            reject(segment, place + "与第 " + earlier + " 行的论文编号相同（" + id + "）");
            return;
        }
        int position = papers.size() + 1;
        report.about(position);
        Overview overview = signed ? CanonicalReader.overview(segment.lines().subList(1, segment.lines().size()), id) : null;
        if (overview == null) {
            overview = new PaperReader(line, report).read(segment.from(1));
        }
        papers.add(new DigestPaper(position, title, id, overview));
    }

    private String title(String heading, int line) {
        if (signed) {
            return Fragments.title(CanonicalReader.title(heading));
        }
        List<Part> parts = Outline.of(heading, line).parts();
        return parts.isEmpty() ? null : Fragments.title(parts.get(0).plain());
    }

    private String id(Segment segment) {
        String id = signed ? CanonicalReader.paperId(segment.lines()) : null;
        return id == null ? PaperLink.idIn(segment.source()) : id;
    }

    private void reject(Segment segment, String what) {
        report.about(0);
        report.warning(segment.firstLine(), what + "，没有当作论文，原文保留在未归类内容中。");
        unplaced.add(segment.source());
    }
}
