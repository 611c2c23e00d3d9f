package sulan.digest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

import sulan.digest.Outline.Part;
import sulan.digest.Splitter.Cut;

/**
 * Reads the section of the ratings: the scores, their reasons, and a closing comment.
 *
 * <p>
 * A label with a score opens an entry; what follows it on the line, in its list item, or up to the next label is its
 * reason. What follows the last entry outside of its list item is a closing comment, unless the other entries have their
 * reasons in that place as well. Used for one section.
 */
final class RatingsReader {

    /**
     * What was read.
     *
     * @param tail the text with which the section ends, as it was written, or {@code null} if it ends with a score
     * @param peers the reasons that stand with other scores than the tail
     * @param brokenOff whether it ends with a label to which nothing was written
     */
    record Result(Ratings ratings, Reasons reasons, String comment, List<String> unplaced, String tail, List<String> peers,
            boolean brokenOff) {
    }

    private enum Role {
        INLINE,
        NESTED,
        LOOSE,
        UNPLACED,
        DROPPED
    }

    private record Piece(Cut cut, Role role, RatingEntry entry) {
    }

    private static final Pattern REASON_LABEL = Pattern.compile(
            "(?:评分|打分|给分|主要|具体|总体)?(?:的)?(?:理由|原因|说明|依据|解释|评语|点评|评价|分析|评述|reason|Reason)(?:如下)?[】」*\\s]*[:：]\\s*");
    private static final Pattern SCORE_LINE = Pattern
            .compile("(?:(?:评分|打分|得分|分数|评级|星级|score|Score|rating|Rating)\\s*[:：=]?\\s*)?");
    private static final Pattern OTHER_SCORE = Pattern.compile("[^:：，,。；;]{2,14}[:：]\\s*");
    private static final Pattern NEXT_LABEL = Pattern.compile("[\\s,，;；。.|、/]+");
    private static final Pattern DIGIT = Pattern.compile("[\\d０-９★⭐]");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern OVERALL = Pattern.compile("综合|总体|整体|总|平均|overall|Overall");
    private static final String SCALE_CHARACTERS = "评分打标准范围说明规则各项每均采用以下上满总为是制从到至注备单位最高低数值";

    private final Report report;
    private final BigDecimal scale;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<RatingEntry> entries = new ArrayList<>();
    private final Map<Criterion, BigDecimal> scores = new EnumMap<>(Criterion.class);
    private final List<String> unplaced = new ArrayList<>();
    private final List<String> lead = new ArrayList<>();
    private Outline outline;
    private RatingEntry entry;
    private RatingEntry awaitingScore;
    private Part loose;
    private BigDecimal stated;
    private String tail;
    private Part lastPart;
    private boolean labelBrokenOff;

    /** @param scale what the heading says the full mark is, or {@code null} */
    RatingsReader(BigDecimal scale, Report report) {
        this.scale = scale;
        this.report = report;
    }

    Result read(Fragment section) {
        outline = Outline.of(section.source(), section.firstLine());
        stated = scale;
        List<Part> parts = outline.parts();
        lastPart = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        for (int i = 0; i < parts.size(); i++) {
            int rows = RatingsTable.rows(parts, i);
            if (rows > 0) {
                readTable(parts.subList(i, i + rows));
                i += rows - 1;
            } else {
                readPart(parts.get(i));
            }
        }
        collectTexts(Splitter.split(outline, pieces.stream().map(Piece::cut).toList()));
        return new RatingsAssembly(entries, scores, lead).result(unplaced, tail, labelBrokenOff);
    }

    private void readPart(Part part) {
        if (!part.isText()) {
            readText(part);
            return;
        }
        String line = part.plain();
        int start = Numbering.end(line, 0);
        if (readAwaitedScore(part, line, start) || readLabels(part, line, Numbering.endOfSection(line, 0))
                || readLaterScore(part, line, start)) {
            return;
        }
        if (readSentence(part, line, start) || readReasonLabel(part, line, start)) {
            return;
        }
        if (isBrokenLabel(part, line, start)) {
            labelBrokenOff = true;
            report.info(part.line(), "第 " + part.line() + " 行「" + Report.excerpt(line) + "」是中断了的评分名称，原文保留在未归类内容中。");
            add(Cut.before(part), Role.UNPLACED, null);
            loose = null;
        } else if (isScaleStatement(line)) {
            stated = Score.scaleIn(line);
            add(Cut.after(part, part.to()), Role.DROPPED, null);
        } else if (isIntroduction(line) || RatingsTable.isRule(part)) {
            add(Cut.after(part, part.to()), Role.DROPPED, null);
        } else if (isOtherScore(line, start) && !isNested(part)) {
            String message = "第 " + part.line() + " 行「" + Report.excerpt(line) + "」不是实用性、创新性或推荐度的分数，原文保留在未归类内容中。";
            if (OVERALL.matcher(line).find()) {
                report.info(part.line(), message);
            } else {
                report.warning(part.line(), message);
            }
            add(Cut.before(part), Role.UNPLACED, null);
            loose = null;
        } else {
            readText(part);
        }
    }

    /** A label stood alone, and its score begins the line after it: {@code #### 实用性}, then {@code 4/5}. */
    private boolean readAwaitedScore(Part part, String line, int start) {
        if (awaitingScore == null) {
            return false;
        }
        RatingEntry waiting = awaitingScore;
        awaitingScore = null;
        Score score = awaited(line, stated);
        if (score == null) {
            return false;
        }
        record(waiting, score, part, 0, score.end());
        add(Cut.after(part, part.from() + score.end()), Role.INLINE, waiting);
        return true;
    }

    /** 评分：4.5/5 as a line of its own, below the reason of a label without a score. */
    private boolean readLaterScore(Part part, String line, int start) {
        if (entry == null || entry.scored || entry.repeated || entry.criteria.stream().anyMatch(scores::containsKey)) {
            return false;
        }
        Matcher words = SCORE_LINE.matcher(line).region(start, line.length());
        Score score = words.lookingAt() && words.end() > start ? Score.at(line, words.end(), stated) : null;
        if (score == null || score.value() == null || !SentenceScore.endsSentence(line, score.end())) {
            return false;
        }
        record(entry, score, part, start, score.end());
        add(Cut.after(part, part.to()), Role.INLINE, entry);
        return true;
    }

    /** Whether a line begins with a score, as it does under a heading that names the criterion. */
    static boolean beginsWithScore(String line) {
        return awaited(line, null) != null;
    }

    private static Score awaited(String line, BigDecimal scale) {
        int start = Numbering.end(line, 0);
        int stars = 0;
        while (stars < start && !Score.isStar(line.codePointAt(stars))) {
            stars++;
        }
        if (stars < start) {
            return Score.at(line, stars, scale);
        }
        Matcher words = SCORE_LINE.matcher(line).region(start, line.length());
        int at = words.lookingAt() ? words.end() : start;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return Score.at(line, at, scale);
    }

    private boolean readLabels(Part part, String line, int start) {
        List<RatingLabel> labels = RatingLabel.atStart(line, start, stated);
        if (labels.isEmpty()) {
            return false;
        }
        int begin = 0;
        int scoresInARow = 0;
        while (!labels.isEmpty()) {
            for (RatingLabel label : labels) {
                scoresInARow += label.score() == null ? 0 : 1;
                open(part, line, label, begin);
                begin = label.end();
            }
            labels = next(line, begin);
            if (!labels.isEmpty()) {
                boolean adjacent = NEXT_LABEL.matcher(line.substring(begin, labels.get(0).start())).matches();
                scoresInARow = adjacent ? scoresInARow : 0;
                begin = labels.get(0).start();
            }
        }
        entry.endsSentence = scoresInARow == Criterion.values().length && begin < line.length()
                && "。.".indexOf(line.charAt(begin)) >= 0;
        return true;
    }

    /** Further labels on the line: after a score and a separator at once, or after a reason if a score follows them. */
    private List<RatingLabel> next(String line, int from) {
        Matcher separator = NEXT_LABEL.matcher(line).region(from, line.length());
        while (separator.find()) {
            int start = Numbering.end(line, separator.end());
            List<RatingLabel> labels = RatingLabel.at(line, start, stated);
            boolean scored = !labels.isEmpty() && labels.get(0).score() != null;
            if (scored && labels.get(0).criteria().stream().noneMatch(scores::containsKey) && isMarked(line, labels.get(0))) {
                return labels;
            }
        }
        return List.of();
    }

    /** In running text only a label with a colon or bracket, or the score at once, opens an entry; 推荐度为 4 分 does not. */
    private static boolean isMarked(String line, RatingLabel label) {
        return !line.substring(label.start(), label.end()).matches(".*[为是].*");
    }

    private void open(Part part, String line, RatingLabel label, int begin) {
        ListItem item = part.first() ? part.begins() : null;
        RatingEntry opened = new RatingEntry(label.criteria(), item);
        entry = opened;
        loose = null;
        opened.repeated = label.score() == null && label.criteria().stream().allMatch(scores::containsKey);
        entries.add(opened);
        boolean alone = RatingLabel.isBlankFrom(line, label.end());
        awaitingScore = label.score() == null && !label.reason() && !opened.repeated && alone ? opened : null;
        if (label.score() != null) {
            record(opened, label.score(), part, label.start(), label.end());
        }
        pieces.add(new Piece(new Cut(part, part.from() + begin, part.from() + label.end(), false), Role.INLINE, opened));
        if (label.score() == null && !label.reason() && !opened.repeated && !alone) {
            SentenceScore trailing = SentenceScore.afterLabel(line, label.end(), stated);
            if (trailing != null) {
                record(opened, trailing.score(), part, trailing.from(), trailing.score().end());
                pieces.add(new Piece(new Cut(part, part.from() + trailing.cut(), part.to(), false), Role.INLINE, opened));
            }
        }
    }

    /** Notes a score; one that is none, or that contradicts an earlier one, is kept as text. */
    private void record(RatingEntry rated, Score score, Part part, int from, int to) {
        String written = part.text().source(part.from() + from, part.from() + to);
        String place = "第 " + part.line() + " 行「" + Report.excerpt(written) + "」";
        rated.scored = true;
        if (score.value() == null) {
            report.warning(part.line(), place + score.remark() + "，没有当作分数，原文保留在未归类内容中。");
            unplaced.add(written);
            return;
        }
        for (Criterion criterion : rated.criteria) {
            BigDecimal earlier = scores.putIfAbsent(criterion, score.value());
            if (earlier != null && earlier.compareTo(score.value()) != 0) {
                report.warning(part.line(),
                        place + "与前面给出的" + criterion.label() + " " + earlier.stripTrailingZeros().toPlainString()
                                + " 不同，以前面的为准，原文保留在未归类内容中。");
                unplaced.add(written);
            }
        }
        if (score.remark() != null) {
            report.info(part.line(),
                    place + score.remark() + "，记作 " + score.value().stripTrailingZeros().toPlainString() + "。");
        }
    }

    /** A whole sentence is the reason of the score with which it ends. A score that stands in a list goes before it. */
    private boolean readSentence(Part part, String line, int start) {
        SentenceScore rated = SentenceScore.ofSentence(line, start, stated);
        if (rated == null || scores.containsKey(rated.criterion())) {
            return false;
        }
        entry = new RatingEntry(List.of(rated.criterion()), part.first() ? part.begins() : null);
        entries.add(entry);
        loose = null;
        awaitingScore = null;
        record(entry, rated.score(), part, rated.from(), rated.score().end());
        pieces.add(new Piece(new Cut(part, part.from(), part.from() + start, false), Role.INLINE, entry));
        return true;
    }

    /** The text ends in the middle of the next label: {@code * 推荐}. */
    private boolean isBrokenLabel(Part part, String line, int start) {
        String text = line.substring(start).strip();
        return part == lastPart && entry != null && !text.isEmpty()
                && List.of(Criterion.values()).stream().map(Criterion::label)
                        .anyMatch(label -> label.startsWith(text) && !label.equals(text));
    }

    private boolean readReasonLabel(Part part, String line, int start) {
        Matcher label = REASON_LABEL.matcher(line).region(start, line.length());
        if (!label.lookingAt()) {
            return false;
        }
        boolean nested = entry != null && isNested(part);
        loose = nested ? loose : part;
        add(Cut.after(part, part.from() + label.end()), nested ? Role.NESTED : Role.LOOSE, entry);
        return true;
    }

    /** A line that says nothing but what the full mark is, such as 评分标准：满分5分. */
    private static boolean isScaleStatement(String line) {
        if (Score.scaleIn(line) == null) {
            return false;
        }
        return line.codePoints().filter(c -> Character.isLetter(c)).allMatch(c -> SCALE_CHARACTERS.indexOf(c) >= 0);
    }

    private static boolean isIntroduction(String line) {
        return line.length() <= 40 && Meaning.of(line) != null && !DIGIT.matcher(Numbering.strip(line)).find();
    }

    /** A score by a criterion that is none of ours, such as 可读性：4分. */
    private boolean isOtherScore(String line, int start) {
        Matcher label = OTHER_SCORE.matcher(line).region(start, line.length());
        Score score = label.lookingAt() ? Score.at(line, label.end(), stated) : null;
        // a closing comment may begin with the score that it explains
        return score != null && (!OVERALL.matcher(label.group()).find()
                || SentenceScore.endsSentence(line, score.end()));
    }

    private void readText(Part part) {
        if (entry == null) {
            if (loose == null) {
                add(Cut.before(part), Role.LOOSE, null);
                loose = part;
            }
            return;
        }
        if (loose == null && isNested(part)) {
            return;
        }
        boolean begins = part.first() && loose != null && (part.block() instanceof Paragraph || part.block() instanceof Heading)
                && Outline.depth(part.block()) <= Outline.depth(loose.block());
        if (loose == null || begins) {
            loose = part;
            add(Cut.before(part), Role.LOOSE, entry);
        }
    }

    /** Whether a part stands in the list item that the current entry began, and is indented accordingly. */
    private boolean isNested(Part part) {
        if (entry == null || entry.item == null || !Outline.isWithin(part.block(), entry.item)) {
            return false;
        }
        List<SourceSpan> spans = part.block().getSourceSpans();
        if (part.first() || spans.isEmpty()) {
            return true;
        }
        int line = part.line() - outline.source().number(spans.get(0).getLineIndex());
        SourceSpan span = spans.get(Math.min(line, spans.size() - 1));
        return span.getColumnIndex() >= spans.get(0).getColumnIndex();
    }

    private void readTable(List<Part> rows) {
        RatingsTable table = new RatingsTable(rows, stated);
        for (RatingsTable.Cell cell : table.cells()) {
            RatingEntry rated = entryOf(cell.criterion());
            if (cell.score() != null) {
                record(rated, cell.score(), cell.part(), cell.from(), cell.to());
            } else if (cell.text() != null) {
                rated.inline.add(cell.text());
            }
        }
        for (Part row : table.unread()) {
            report.warning(row.line(), "第 " + row.line() + " 行的表格行「" + Report.excerpt(row.plain()) + "」没有看懂，原文保留在未归类内容中。");
            unplaced.add(row.text().source(row.from(), row.to()));
        }
        rows.forEach(row -> add(Cut.after(row, row.to()), Role.DROPPED, null));
        entry = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        loose = null;
    }

    private RatingEntry entryOf(Criterion criterion) {
        return entries.stream().filter(known -> known.criteria.equals(List.of(criterion))).findFirst().orElseGet(() -> {
            RatingEntry added = new RatingEntry(List.of(criterion), null);
            entries.add(added);
            return added;
        });
    }

    private void add(Cut cut, Role role, RatingEntry of) {
        pieces.add(new Piece(cut, role, of));
    }

    private void collectTexts(List<Fragment> fragments) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Fragment fragment = fragments.get(i + 1);
            if (piece.role() != Role.UNPLACED && piece.role() != Role.DROPPED || !fragment.isBlank()) {
                String text = fragment.text();
                tail = text != null && LETTER.matcher(text).find() && !ReasonText.isNone(text) ? text : null;
            }
            if (fragment.isBlank()) {
                continue;
            }
            switch (piece.role()) {
                case INLINE -> collectInline(piece, fragment);
                case NESTED -> RatingEntry.add(piece.entry().nested, ReasonText.clean(fragment.text(), true));
                case LOOSE -> (piece.entry() == null ? lead : piece.entry().loose).add(fragment.text());
                case UNPLACED -> unplaced.add(fragment.text());
                case DROPPED -> (entries.isEmpty() ? lead : entries.get(entries.size() - 1).loose).add(fragment.text());
            }
        }
    }

    private static void collectInline(Piece piece, Fragment fragment) {
        String first = fragment.source().lines().findFirst().orElse("");
        boolean sameLine = !first.isBlank() && fragment.firstLine() == piece.cut().part().line();
        piece.entry().scored |= ReasonText.isNone(first);
        RatingEntry.add(sameLine ? piece.entry().inline : piece.entry().nested, ReasonText.clean(fragment.text(), sameLine));
    }
}
