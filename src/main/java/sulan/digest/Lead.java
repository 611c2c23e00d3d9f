package sulan.digest;

import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;

import sulan.digest.Outline.Part;

/**
 * The beginning of a line, looked at as a heading.
 *
 * @param part the line
 * @param style how it is set off from the text
 * @param number the number before it, or 0
 * @param meaning what it announces, or {@code null} if its words are none that headings are made of
 * @param sentence whether it is worded as the beginning of a sentence
 * @param end where it ends and the text of the section begins, an index in the line
 * @param whole whether nothing follows on the line
 * @param labels the names of criteria with which it begins
 */
record Lead(Part part, Style style, int number, Meaning meaning, boolean sentence, int end, boolean whole,
        List<RatingLabel> labels) {

    /**
     * What headings of one paper have in common.
     *
     * @param form {@code h3} for a heading, {@code ol} and {@code ul} for the beginning of a list item, {@code p} for other
     *        lines
     */
    record Style(String form, int depth, boolean bold) {

        boolean isHeading() {
            return form.startsWith("h");
        }
    }

    private static final Pattern SENTENCE = Pattern.compile("[，。；！？]");
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_UNKNOWN = 20;

    /** @return never {@code null} for a line of text; the meaning may be */
    static Lead of(Part part, Outline outline) {
        String line = part.plain();
        int start = Numbering.end(line, 0);
        List<RatingLabel> labels = RatingLabel.atStart(line, start, null);
        int bold = boldEnd(part, start);
        Style style = style(part, bold > 0, outline);
        int number = number(part, line, outline);
        int colon = colon(line, start);
        int[] ends = { bold, colon < 0 ? 0 : colon + 1, line.length(), dash(line, start) };
        for (int i = 0; i < ends.length; i++) {
            int end = ends[i];
            if (end <= start || end > LONGEST_LABEL || i == 1 && bold > end && bold < line.length()) {
                continue;
            }
            Meaning.Heading heading = Meaning.of(line.substring(0, end));
            if (heading == null) {
                continue;
            }
            int body = skipSeparators(line, end);
            boolean runsOn = i == 0 && body == end && end < line.length() && !isSeparator(line.charAt(end - 1));
            return new Lead(part, style, number, heading.meaning(), heading.sentence() || runsOn, body, body == line.length(),
                    labels);
        }
        return unknown(part, style, number, line, bold, colon, labels);
    }

    /** A line that is set off like a heading, but whose words are not known. */
    private static Lead unknown(Part part, Style style, int number, String line, int bold, int colon,
            List<RatingLabel> labels) {
        int end = style.isHeading() ? line.length() : bold > 0 ? bold : colon >= 0 && colon <= LONGEST_UNKNOWN ? colon + 1 : 0;
        if (end == 0 && line.length() <= LONGEST_UNKNOWN && number > 0 && !SENTENCE.matcher(line).find()) {
            end = line.length();
        }
        int body = end == 0 ? 0 : skipSeparators(line, end);
        boolean setOff = end > 0 && (body == line.length() || body > end || isSeparator(line.charAt(end - 1)));
        return new Lead(part, style, number, null, false, setOff ? body : 0, body == line.length(), labels);
    }

    /** Whether it states a score. */
    boolean isScored() {
        return labels.stream().anyMatch(label -> label.score() != null);
    }

    /** Whether the line is set off from the text like a heading. */
    boolean isSetOff() {
        return end > 0;
    }

    private static Style style(Part part, boolean bold, Outline outline) {
        if (part.block() instanceof Heading heading && !Outline.isUnderlined(heading, outline.source().text())) {
            return new Style("h" + heading.getLevel(), 0, false);
        }
        ListItem item = part.begins();
        String form = item == null ? "p" : item.getParent() instanceof OrderedList ? "ol" : "ul";
        return new Style(form, Outline.depth(part.block()), bold);
    }

    private static int number(Part part, String line, Outline outline) {
        ListItem item = part.begins();
        if (item != null && item.getParent() instanceof OrderedList) {
            int from = item.getSourceSpans().get(0).getInputIndex();
            String text = outline.source().text();
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            int number = 0;
            while (from < text.length() && Character.isDigit(text.charAt(from))) {
                number = number * 10 + Character.digit(text.charAt(from), 10);
                from++;
            }
            return number;
        }
        return Numbering.of(line);
    }

    /** Where bold text ends that begins with the line, or after its number; 0 if none does. */
    private static int boldEnd(Part part, int start) {
        for (int i = 0; i <= start && part.from() + i < part.to(); i++) {
            int end = part.text().strongEnd(part.from() + i);
            if (end > part.from() + start) {
                return Math.min(end, part.to()) - part.from();
            }
        }
        return 0;
    }

    private static int colon(String line, int start) {
        for (int i = start; i < line.length() && i < LONGEST_LABEL; i++) {
            char c = line.charAt(i);
            if (c == '：' || c == ':' && !line.startsWith("://", i)) {
                return i;
            }
        }
        return -1;
    }

    private static int dash(String line, int start) {
        for (int i = start + 1; i < line.length() && i < LONGEST_LABEL; i++) {
            char c = line.charAt(i);
            if (c == '—' || c == '–' || c == '-' && line.charAt(i - 1) == ' ' && line.startsWith("- ", i)) {
                return i;
            }
        }
        return 0;
    }

    private static int skipSeparators(String line, int from) {
        int at = from;
        while (at < line.length() && isSeparator(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || ":：—–-】」』》|".indexOf(c) >= 0;
    }
}
