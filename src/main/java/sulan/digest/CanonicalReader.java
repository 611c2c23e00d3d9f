package sulan.digest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the parts of a document in the form that {@link DigestWriter} writes, literally: lines that begin in the first
 * column are structure, all others are text. A part that does not have this form exactly, since someone edited it, is not
 * read at all.
 */
final class CanonicalReader {

    /** A line is not as the writer writes it. */
    private static final class OtherForm extends Exception {
        private static final long serialVersionUID = 1;

        OtherForm() {
            super(null, null, false, false);
        }
    }

    private CanonicalReader() {
    }

    /**
     * The overview in a paper's lines after its title.
     *
     * @return {@code null} if the lines have another form
     */
    static Overview overview(List<String> lines, String paperId) {
        try {
            return readOverview(lines, paperId);
        } catch (OtherForm e) {
            return null;
        }
    }

    private static Overview readOverview(List<String> lines, String paperId) throws OtherForm {
        Map<Section, String> texts = new EnumMap<>(Section.class);
        boolean truncated = false;
        boolean ended = false;
        Section current = null;
        List<String> body = new ArrayList<>();
        for (String line : lines) {
            if (line.isEmpty() || current != null && line.startsWith(Canonical.SECTION_INDENT)) {
                body.add(line);
                continue;
            }
            close(texts, current, body);
            Section next = section(line);
            if (ended || truncated && !line.startsWith(Canonical.DETAILS)
                    || next != null && current != null && next.ordinal() <= current.ordinal()) {
                throw new OtherForm();
            }
            if (line.equals(Canonical.TRUNCATED)) {
                truncated = true;
            } else if (line.equals(Canonical.DETAILS + paperId + ")")) {
                ended = true;
            } else if (next == null) {
                throw new OtherForm();
            }
            current = next;
        }
        close(texts, current, body);
        if (!ended) {
            throw new OtherForm();
        }
        Map<Criterion, BigDecimal> ratings = new EnumMap<>(Criterion.class);
        Map<Criterion, String> reasons = new EnumMap<>(Criterion.class);
        readRatings(texts.get(Section.RATINGS), ratings, reasons);
        return new Overview(texts.get(Section.MAIN_WORK), texts.get(Section.HIGHLIGHTS), keywords(texts.get(Section.KEYWORDS)),
                new Ratings(ratings.get(Criterion.PRACTICALITY), ratings.get(Criterion.NOVELTY),
                        ratings.get(Criterion.RECOMMENDATION)),
                new Reasons(reasons.get(Criterion.PRACTICALITY), reasons.get(Criterion.NOVELTY),
                        reasons.get(Criterion.RECOMMENDATION)),
                texts.get(Section.COMMENT), texts.get(Section.UNPLACED), truncated);
    }

    private static void close(Map<Section, String> texts, Section section, List<String> body) throws OtherForm {
        String text = outdented(body, Canonical.SECTION_INDENT);
        if ((section == null) != (text == null)) {
            throw new OtherForm();
        }
        if (section != null) {
            texts.put(section, text);
        }
        body.clear();
    }

    private static Section section(String line) {
        for (Section section : Section.values()) {
            if (line.equals(Canonical.heading(section))) {
                return section;
            }
        }
        return null;
    }

    private static List<Keyword> keywords(String text) throws OtherForm {
        List<Keyword> keywords = new ArrayList<>();
        for (String line : text == null ? new String[0] : text.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            if (!line.startsWith("- ")) {
                throw new OtherForm();
            }
            keywords.add(keyword(line.substring(2)));
        }
        return keywords;
    }

    /**
     * {@code `E`}, {@code (`Z`)}, or both with a space between; the first split of the line that makes sense is the right one.
     */
    private static Keyword keyword(String item) throws OtherForm {
        String en = CodeSpan.textOf(item);
        if (en != null) {
            return new Keyword(en, null);
        }
        for (int open = item.indexOf("(`"); open >= 0 && item.endsWith("`)"); open = item.indexOf("(`", open + 1)) {
            String zh = CodeSpan.textOf(item.substring(open + 1, item.length() - 1));
            String before = open == 0 ? null : CodeSpan.textOf(item.substring(0, open - 1));
            if (zh != null && (open == 0 || before != null && item.charAt(open - 1) == ' ')) {
                return new Keyword(before, zh);
            }
        }
        throw new OtherForm();
    }

    private static void readRatings(String text, Map<Criterion, BigDecimal> ratings, Map<Criterion, String> reasons)
            throws OtherForm {
        Criterion current = null;
        List<String> body = new ArrayList<>();
        for (String line : text == null ? new String[0] : text.split("\n", -1)) {
            if (line.isEmpty() || current != null && line.startsWith(Canonical.ITEM_INDENT)) {
                body.add(line);
                continue;
            }
            if (current != null) {
                reasons.put(current, outdented(body, Canonical.ITEM_INDENT));
            }
            body.clear();
            current = readScore(line, current, ratings);
        }
        if (current != null) {
            reasons.put(current, outdented(body, Canonical.ITEM_INDENT));
        }
    }

    private static Criterion readScore(String line, Criterion previous, Map<Criterion, BigDecimal> ratings) throws OtherForm {
        for (Criterion criterion : Criterion.values()) {
            String label = Canonical.label(criterion);
            if (!line.startsWith(label) || previous != null && criterion.ordinal() <= previous.ordinal()) {
                continue;
            }
            String score = line.substring(label.length());
            if (score.equals(Canonical.NOT_RATED)) {
                return criterion;
            }
            if (score.matches("[0-5](\\.\\d{1,2})?/5")) {
                BigDecimal rating = new BigDecimal(score.substring(0, score.length() - 2));
                if (rating.compareTo(Ratings.MAX) <= 0) {
                    ratings.put(criterion, rating);
                    return criterion;
                }
            }
        }
        throw new OtherForm();
    }

    /** The lines without what the writer puts before them; {@code null} if there is no text. */
    static String outdented(List<String> lines, String indentation) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.startsWith(indentation) ? line.substring(indentation.length()) : line).append('\n');
        }
        return Fragments.normalized(text.toString());
    }

    /** The id in the link with which the lines of a paper end; {@code null} if they do not end with one. */
    static String paperId(List<String> lines) {
        int last = lines.size() - 1;
        while (last > 0 && lines.get(last).isEmpty()) {
            last--;
        }
        String line = lines.get(last);
        return line.startsWith(Canonical.DETAILS) && line.endsWith(")") ? PaperLink.idIn(line) : null;
    }

    /** The title in a heading. */
    static String title(String heading) {
        StringBuilder title = new StringBuilder();
        for (int i = heading.startsWith("## ") ? 3 : 0; i < heading.length(); i++) {
            boolean escape = heading.charAt(i) == '\\' && i + 1 < heading.length()
                    && DigestWriter.isEscaped(heading.charAt(i + 1));
            title.append(heading.charAt(escape ? ++i : i));
        }
        return title.toString();
    }
}
