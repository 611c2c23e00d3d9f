package sulan.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Changes the white space and the marks of blocks that CommonMark reads as something else than their author meant: a
 * Chinese text that is indented by four columns (code), one with a rule right under it (a heading), sections inside of a
 * fence (code), and a fence that is never closed, with Chinese after it. The lines stay where they are.
 */
final class Mending {

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:`{3,}|~{3,})(?:\\s*(?:markdown|md|text|txt)?\\s*$)?");
    private static final int FAR = 60;

    private Mending() {
    }

    /** The text as its author meant it, as far as one look at its blocks shows; the text itself if all is well. */
    static String mended(String text, Node document) {
        List<Block> misread = new ArrayList<>();
        collectMisread(document, text, misread);
        if (misread.isEmpty()) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        for (Block block : misread) {
            if (block instanceof Heading) {
                SourceSpan underline = block.getSourceSpans().get(block.getSourceSpans().size() - 1);
                lines[underline.getLineIndex()] = lines[underline.getLineIndex()].substring(0, underline.getColumnIndex());
            } else if (block instanceof FencedCodeBlock fenced) {
                removeFence(fenced, lines);
            } else {
                outdent(block.getSourceSpans(), lines);
            }
        }
        return String.join("\n", lines);
    }

    private static void collectMisread(Node parent, String text, List<Block> misread) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof IndentedCodeBlock code && Han.isIn(code.getLiteral())) {
                misread.add(code);
            } else if (node instanceof FencedCodeBlock fenced && isText(fenced)) {
                misread.add(fenced);
            } else if (node instanceof Heading heading && Outline.isUnderlined(heading, text) && heading.getLevel() == 2
                    && !announcesSection(heading, text)) {
                misread.add(heading);
            } else if (node instanceof ListBlock || node instanceof ListItem || node instanceof BlockQuote) {
                collectMisread(node, text, misread);
            }
        }
    }

    private static boolean isText(FencedCodeBlock code) {
        if (code.getClosingFenceLength() == null) {
            return Han.isIn(code.getLiteral());
        }
        return code.getLiteral().lines().limit(FAR).filter(line -> line.length() < FAR && Han.isIn(line))
                .anyMatch(line -> Meaning.of(line.replaceAll("[#*]", "")) != null);
    }

    private static void removeFence(FencedCodeBlock code, String[] lines) {
        List<SourceSpan> spans = code.getSourceSpans();
        boolean closed = code.getClosingFenceLength() != null;
        for (SourceSpan span : closed ? List.of(spans.get(0), spans.get(spans.size() - 1)) : spans.subList(0, 1)) {
            String line = lines[span.getLineIndex()];
            int column = Math.min(span.getColumnIndex(), line.length());
            lines[span.getLineIndex()] = line.substring(0, column) + FENCE.matcher(line.substring(column)).replaceFirst("");
        }
    }

    private static boolean announcesSection(Heading heading, String text) {
        SourceSpan span = heading.getSourceSpans().get(0);
        return heading.getSourceSpans().size() == 2
                && Meaning.of(
                        text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()).replace("*", "")) != null;
    }

    private static void outdent(List<SourceSpan> spans, String[] lines) {
        SourceSpan first = spans.get(0);
        String line = lines[first.getLineIndex()];
        int end = first.getColumnIndex();
        while (end < line.length() && line.charAt(end) == ' ') {
            end++;
        }
        int excess = end - first.getColumnIndex();
        for (SourceSpan span : spans) {
            String indented = lines[span.getLineIndex()];
            int from = Math.min(span.getColumnIndex(), indented.length());
            int to = from;
            while (to < indented.length() && to - from < excess && indented.charAt(to) == ' ') {
                to++;
            }
            lines[span.getLineIndex()] = indented.substring(0, from) + indented.substring(to);
        }
    }
}
