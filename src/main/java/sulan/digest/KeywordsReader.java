package sulan.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.ListItem;

import sulan.digest.Outline.Part;

/** Reads the section of the keywords: a list, a line with separators, or a table, in the forms of {@link KeywordText}. */
final class KeywordsReader {

    /**
     * What was read.
     *
     * @param brokenOff whether the last keyword breaks off
     */
    record Result(List<Keyword> keywords, List<String> unplaced, boolean brokenOff) {
    }

    private static final Pattern LANGUAGE = Pattern
            .compile("(?i)[（(【]?(英文|中文|英语|汉语|english|chinese)(?:关键词|名|名称| keywords)?[）)】]?\\s*[:：]\\s*");
    private static final Pattern HEADER = Pattern
            .compile("(?i)[\\s#|]*(?:序号|编号|英文.*|中文.*|关键词.*|keywords?.*|english.*|chinese.*|翻译|释义|术语.*)?[\\s|]*");
    private static final int LONGEST_INTRODUCTION = 40;
    /** 本文的核心关键词包括：… on the line of the keywords themselves. */
    private static final Pattern SENTENCE = Pattern.compile(
            "[^:：，,、（(`]{0,16}(?:关键[词字]|核心词)[^:：，,、（(`]{0,8}?(?:(?:包括|包含|涉及|有|是|为|如下)(?:了)?[:：]?|[:：])\\s*");
    private static final Pattern BETWEEN_CODE = Pattern.compile("[\\s,，、;；。/|-]*");
    private static final Pattern COUNT = Pattern.compile("\\d{0,2}");

    private final Report report;
    private final List<Keyword> keywords = new ArrayList<>();
    private final List<String> unplaced = new ArrayList<>();
    private Outline outline;
    private boolean apart;
    private List<String> english;
    private boolean brokenOff;

    KeywordsReader(Report report) {
        this.report = report;
    }

    Result read(Fragment section) {
        outline = Outline.of(section.source(), section.firstLine());
        List<Part> parts = outline.parts();
        apart = KeywordText.areApart(texts(parts));
        for (int i = 0; i < parts.size(); i++) {
            int rows = RatingsTable.rows(parts, i);
            if (rows > 0) {
                parts.subList(i, i + rows).forEach(this::readRow);
                i += rows - 1;
            } else {
                i += readPart(parts, i);
            }
        }
        return new Result(keywords, unplaced, brokenOff);
    }

    private static List<String> texts(List<Part> parts) {
        return parts.stream().filter(Part::isText).map(part -> part.plain().substring(Numbering.end(part.plain(), 0)).strip())
                .toList();
    }

    /** @return how many further parts belong to this one */
    private int readPart(List<Part> parts, int index) {
        Part part = parts.get(index);
        if (!part.isText()) {
            keepText(part, outline.source(part));
            return 0;
        }
        String line = part.plain();
        Part nested = onlyNested(parts, index);
        if (nested != null && KeywordText.isPair(line, nested.plain())) {
            keywords.add(KeywordText.pair(line, nested.plain()));
            return 1;
        }
        if (nested != null && KeywordText.isSame(line, nested.plain())) {
            readLine(part, line, true);
            return 1;
        }
        List<Keyword> inCode = pairsOfCode(part);
        if (!inCode.isEmpty()) {
            keywords.addAll(inCode);
            return 0;
        }
        Matcher language = LANGUAGE.matcher(line).region(Numbering.end(line, 0), line.length());
        if (language.lookingAt()) {
            readOneLanguage(part, line.substring(language.end()));
        } else if (!isIntroduction(line)) {
            readLine(part, line, isListed(part, parts));
        }
        return 0;
    }

    /** {@code `E`, `Z`} or {@code `E` `Z`}: stretches of code by twos, of which one translates the other, and nothing else. */
    private static List<Keyword> pairsOfCode(Part part) {
        String line = part.plain();
        List<String> names = new ArrayList<>();
        int at = Numbering.end(line, 0);
        for (Map.Entry<Integer, Integer> code : part.text().codeWithin(part.from(), part.to()).entrySet()) {
            int begin = code.getKey() - part.from();
            int end = Math.min(line.length(), code.getValue() - part.from());
            if (begin > at && !BETWEEN_CODE.matcher(line.substring(at, begin)).matches()) {
                return List.of();
            }
            names.add(line.substring(begin, end));
            at = Math.max(at, end);
        }
        if (names.size() % 2 == 1 || !BETWEEN_CODE.matcher(line.substring(at)).matches()) {
            return List.of();
        }
        List<Keyword> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i += 2) {
            if (!KeywordText.isPair(names.get(i), names.get(i + 1)) || Han.isIn(names.get(i)) != Han.isIn(names.get(0))) {
                return List.of();
            }
            pairs.add(KeywordText.pair(names.get(i), names.get(i + 1)));
        }
        return pairs;
    }

    /** The one line of the only item nested under an item of one line, or {@code null}. */
    private static Part onlyNested(List<Part> parts, int index) {
        Part part = parts.get(index);
        if (part.begins() == null || index + 1 >= parts.size() || part.to() < part.text().plain().length()) {
            return null;
        }
        Part next = parts.get(index + 1);
        boolean alone = index + 2 >= parts.size() || !Outline.isWithin(parts.get(index + 2).block(), part.begins());
        return next.begins() != null && alone && Outline.isWithin(next.block(), part.begins()) ? next : null;
    }

    /** A line such as 本文的关键词如下：, which the list follows. */
    private static boolean isIntroduction(String line) {
        Meaning.Heading heading = line.length() > LONGEST_INTRODUCTION ? null : Meaning.of(line);
        return heading != null && heading.meaning() == Meaning.KEYWORDS;
    }

    /** Whether the line is an item among several, so that a comma in it is part of a keyword. */
    private static boolean isListed(Part part, List<Part> parts) {
        ListItem item = part.begins();
        return item != null && (item.getNext() != null || item.getPrevious() != null)
                || item == null && parts.size() > 2 && Numbering.of(part.plain()) > 0;
    }

    private void readLine(Part part, String line, boolean listed) {
        int start = Numbering.end(line, 0);
        Matcher sentence = SENTENCE.matcher(line).region(start, line.length());
        if (sentence.lookingAt() && sentence.end() < line.length()) {
            start = sentence.end();
        }
        if (start < line.length() && "（(".indexOf(line.charAt(start)) < 0 && start > 0 && isOpening(line.charAt(start - 1))) {
            start--;
        }
        for (KeywordLine.Range range : new KeywordLine(line, part).split(start, listed)) {
            String text = line.substring(range.from(), range.to());
            if (KeywordText.isProse(text)) {
                keepText(part, part.text().source(part.from() + range.from(), part.from() + range.to()));
                continue;
            }
            KeywordText.Read read = KeywordText.read(text, apart);
            if (read.keyword() != null) {
                keywords.add(read.keyword());
            }
            if (read.explanation() != null) {
                keepText(part, read.explanation());
            }
        }
        brokenOff = KeywordText.isOpen(line)
                || part.text().source(part.from(), part.to()).chars().filter(c -> c == '`').count() % 2 == 1;
    }

    private static boolean isOpening(char c) {
        return "《【[".indexOf(c) >= 0;
    }

    /** A line of English keywords and a line of Chinese ones belong together if they are marked as such and equally many. */
    private void readOneLanguage(Part part, String rest) {
        List<String> names = KeywordText.names(rest);
        if (english == null && !Han.isIn(rest)) {
            english = names;
            names.forEach(name -> keywords.add(new Keyword(name, null)));
        } else if (english != null && names.size() == english.size() && Han.isIn(rest)) {
            int first = keywords.size() - english.size();
            for (int i = 0; i < names.size(); i++) {
                keywords.set(first + i, new Keyword(english.get(i), names.get(i)));
            }
            english = null;
        } else {
            names.forEach(name -> keywords.add(Han.isIn(name) ? new Keyword(null, name) : new Keyword(name, null)));
        }
    }

    private void readRow(Part row) {
        if (RatingsTable.isRule(row) || HEADER.matcher(row.plain()).matches()) {
            return;
        }
        List<String> cells = RatingsTable.texts(row).stream().map(KeywordText::bare)
                .filter(cell -> !cell.isEmpty() && !COUNT.matcher(cell).matches()).toList();
        if (cells.size() == 2 && Han.isIn(cells.get(0)) != Han.isIn(cells.get(1))) {
            keywords.add(KeywordText.pair(cells.get(0), cells.get(1)));
        } else if (cells.size() == 2 && cells.get(0).equalsIgnoreCase(cells.get(1))) {
            keywords.add(new Keyword(cells.get(0), null));
        } else if (cells.size() == 1) {
            readLine(row, row.plain().replace('|', ' '), true);
        } else if (!cells.isEmpty()) {
            keepText(row, outline.source(row));
        }
    }

    private void keepText(Part part, String text) {
        report.warning(part.line(), "第 " + part.line() + " 行「" + Report.excerpt(text) + "」不像关键词，原文保留在未归类内容中。");
        unplaced.add(text);
    }
}
