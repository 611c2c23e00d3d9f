package sulan.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * The text of a paragraph or heading as a reader sees it, each character of it tied to its place in the source. So the
 * text can be searched for words without regard to emphasis, code and links, and any part of it can be had as it was
 * written.
 *
 * <p>
 * A line break of the source, and an HTML one, is an LF.
 */
final class Inlines {

    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)");
    /** What looks like a tag but is no element of HTML is text, such as the {@code <mask>} of a language model. */
    private static final Set<String> ELEMENTS = Set.of("a", "abbr", "b", "bdi", "bdo", "big", "blockquote", "button", "center",
            "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "font", "form", "h1", "h2", "h3",
            "h4", "h5", "h6", "hr", "i", "iframe", "img", "input", "ins", "kbd", "li", "link", "mark", "meta", "object", "ol",
            "p", "pre", "q", "ruby", "s", "samp", "script", "small", "span", "strike", "strong", "style", "sub", "summary",
            "sup", "svg", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "var", "video");

    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** The markup around (or, for an HTML tag, at) a stretch of the text. */
    private record Mark(int from, int to, int openFrom, int openTo, int closeFrom, int closeTo) {
    }

    private final String source;
    private final StringBuilder plain = new StringBuilder();
    private final String text;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private final List<Mark> opening = new ArrayList<>();
    private final List<Mark> closing = new ArrayList<>();
    private final NavigableMap<Integer, Integer> strong = new TreeMap<>();
    private final NavigableMap<Integer, Integer> code = new TreeMap<>();

    Inlines(Node block, String source) {
        this.source = source;
        readChildren(block);
        text = plain.toString();
    }

    String plain() {
        return text;
    }

    /** Where in the source a character begins. */
    int sourceIndex(int index) {
        return starts[index];
    }

    /** Where the bold text that begins here ends; {@code from} itself if none does. */
    int strongEnd(int from) {
        return strong.getOrDefault(from, from);
    }

    /** The stretches of code that begin within a stretch of the text: where each begins and where it ends. */
    NavigableMap<Integer, Integer> codeWithin(int from, int to) {
        return code.subMap(from, true, to, false);
    }

    /**
     * A stretch of the text as it was written. Markup that reaches beyond the stretch is left out, since half of it would be a
     * different text.
     */
    String source(int from, int to) {
        StringBuilder written = new StringBuilder();
        int o = firstFrom(opening, from, true);
        int c = firstFrom(closing, from, false);
        for (int i = from; i <= to; i++) {
            for (; c < closing.size() && closing.get(c).to() == i; c++) {
                Mark mark = closing.get(c);
                if (mark.from() >= from && mark.from() < mark.to()) {
                    written.append(source, mark.closeFrom(), mark.closeTo());
                }
            }
            if (i == to) {
                break;
            }
            for (; o < opening.size() && opening.get(o).from() == i; o++) {
                if (opening.get(o).to() <= to) {
                    written.append(source, opening.get(o).openFrom(), opening.get(o).openTo());
                }
            }
            if (plain.charAt(i) == '\n' && ends[i] - starts[i] == 0) {
                written.append(breakAt(i));
            } else {
                written.append(source, starts[i], ends[i]);
            }
        }
        return written.toString();
    }

    private static int firstFrom(List<Mark> marks, int from, boolean byStart) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((byStart ? marks.get(middle).from() : marks.get(middle).to()) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A line break as it was written: a backslash, two spaces or nothing before the LF. */
    private String breakAt(int index) {
        int at = source.indexOf('\n', starts[index]);
        if (at < 1) {
            return "\n";
        }
        if (source.charAt(at - 1) == '\\' && (index == 0 || ends[index - 1] < at)) {
            return "\\\n";
        }
        return source.startsWith("  ", Math.max(0, at - 2)) ? "  \n" : "\n";
    }

    private void readChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            read(node);
        }
    }

    private void read(Node node) {
        if (node instanceof Text) {
            node.getSourceSpans().forEach(span -> addText(span.getInputIndex(), end(span)));
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            int at = plain.isEmpty() ? 0 : ends[plain.length() - 1];
            add('\n', at, at);
        } else if (node instanceof Code) {
            addCode(node.getSourceSpans());
        } else if (node instanceof HtmlInline html) {
            addHtml(html);
        } else {
            addMarked(node);
        }
    }

    private void addText(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < to && ESCAPABLE.indexOf(source.charAt(i + 1)) >= 0) {
                i++;
            }
            add(source.charAt(i), start, i + 1);
            start = i + 1;
        }
    }

    private void addCode(List<SourceSpan> spans) {
        if (spans.isEmpty()) {
            return;
        }
        int from = spans.get(0).getInputIndex();
        int to = end(spans.get(spans.size() - 1));
        int ticks = 0;
        while (from + ticks < to && source.charAt(from + ticks) == '`') {
            ticks++;
        }
        int start = plain.length();
        for (int i = from + ticks; i < to - ticks; i++) {
            if (source.charAt(i) == '\n') {
                add('\n', i, i);
                i = next(spans, i) - 1;
            } else {
                add(source.charAt(i), i, i + 1);
            }
        }
        int end = plain.length();
        mark(opening.size(), new Mark(start, end, from, from + ticks, to - ticks, to));
        code.put(start, end);
    }

    /** Where the text of a code span goes on after a line break: what the block's containers put before it is skipped. */
    private static int next(List<SourceSpan> spans, int index) {
        return spans.stream().mapToInt(SourceSpan::getInputIndex).filter(start -> start > index).findFirst().orElse(index + 1);
    }

    private void addHtml(HtmlInline html) {
        int from = start(html);
        int to = end(html);
        Matcher tag = TAG.matcher(html.getLiteral());
        if (html.getLiteral().matches("(?i)<br\\s*/?>")) {
            add('\n', from, to);
        } else if (tag.lookingAt() && !ELEMENTS.contains(tag.group(1).toLowerCase(Locale.ROOT))) {
            addText(from, to);
        } else {
            mark(opening.size(), new Mark(plain.length(), plain.length(), from, to, to, to));
        }
    }

    private void addMarked(Node node) {
        int start = plain.length();
        int place = opening.size();
        readChildren(node);
        int from = start(node);
        int to = end(node);
        int openTo = node.getFirstChild() == null ? to : start(node.getFirstChild());
        int closeFrom = node.getLastChild() == null ? to : end(node.getLastChild());
        mark(place, new Mark(start, plain.length(), from, openTo, closeFrom, to));
        if (node instanceof StrongEmphasis) {
            strong.put(start, plain.length());
        }
    }

    private void mark(int place, Mark mark) {
        opening.add(place, mark);
        closing.add(mark);
    }

    private void add(char c, int from, int to) {
        if (plain.length() == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        starts[plain.length()] = from;
        ends[plain.length()] = to;
        plain.append(c);
    }

    private static int start(Node node) {
        return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().get(0).getInputIndex();
    }

    private static int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : end(spans.get(spans.size() - 1));
    }

    private static int end(SourceSpan span) {
        return span.getInputIndex() + span.getLength();
    }
}
