package sulan.digest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A Markdown text as a sequence of parts in the order of reading: the lines of its paragraphs and headings, and every
 * other block that holds no blocks, as a whole.
 */
final class Outline {

    /**
     * A line of a paragraph or heading, or another block as a whole.
     *
     * @param block the paragraph, heading or other block
     * @param text the text of the paragraph or heading, {@code null} for another block
     * @param from where in that text the line begins
     * @param to where it ends, without the break
     * @param line the number of the line in the document
     */
    record Part(Block block, Inlines text, int from, int to, int line) {

        boolean isText() {
            return text != null;
        }

        String plain() {
            return text == null ? "" : text.plain().substring(from, to);
        }

        /** Whether it is the first line of its paragraph or heading. */
        boolean first() {
            return from == 0;
        }

        /** The list item that begins with this part, or {@code null}. */
        ListItem begins() {
            return first() && block.getPrevious() == null && block.getParent() instanceof ListItem item ? item : null;
        }
    }

    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    private static final int MENDINGS = 3;
    private static final char LETTER = '字';

    private final SourceText source;
    private final Node document;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Node, Inlines> texts = new IdentityHashMap<>();

    private Outline(SourceText source, Node document) {
        this.source = source;
        this.document = document;
    }

    /** @param firstLine the number, in the document, of the text's first line */
    static Outline of(String text, int firstLine) {
        String mended = text;
        Node document = parse(mended);
        for (int i = 0; i < MENDINGS; i++) {
            String again = Mending.mended(mended, document);
            if (again.equals(mended)) {
                break;
            }
            mended = again;
            document = parse(mended);
        }
        Outline outline = new Outline(new SourceText(mended, firstLine), document);
        outline.addParts(document);
        return outline;
    }

    /*
     * In CommonMark the asterisks in **标题：**正文 are no emphasis, since punctuation stands before them and a letter after.
     * The author meant them to be; so the parser is shown a letter in place of punctuation next to asterisks. Only the
     * places of things are taken from its tree, never their text.
     */
    private static Node parse(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = text.indexOf('*'); i >= 0; i = text.indexOf('*', i + 1)) {
            show(shown, i - 1);
            show(shown, i + 1);
        }
        return PARSER.parse(shown.toString());
    }

    private static void show(StringBuilder shown, int index) {
        if (index < 0 || index >= shown.length()) {
            return;
        }
        char c = shown.charAt(index);
        boolean wide = c >= '\u3001' && c <= '\u303f' || c >= '\uff00' && c <= '\uffef' || c >= '\u2010' && c <= '\u2027';
        if (wide || ":.,;!?%\"".indexOf(c) >= 0) {
            shown.setCharAt(index, LETTER);
        }
    }

    SourceText source() {
        return source;
    }

    Node document() {
        return document;
    }

    List<Part> parts() {
        return parts;
    }

    /** The text of a paragraph or heading. */
    Inlines inlines(Node block) {
        return texts.get(block);
    }

    /** A part as it was written. */
    String source(Part part) {
        if (part.isText()) {
            return part.text().source(part.from(), part.to());
        }
        StringJoiner lines = new StringJoiner("\n");
        for (SourceSpan span : part.block().getSourceSpans()) {
            lines.add(source.text().substring(span.getInputIndex(), span.getInputIndex() + span.getLength()));
        }
        return lines.toString();
    }

    /** The number of list items that a block stands in. */
    static int depth(Node block) {
        int depth = 0;
        for (Node node = block.getParent(); node != null; node = node.getParent()) {
            if (node instanceof ListItem) {
                depth++;
            }
        }
        return depth;
    }

    /** The innermost list item that a block stands in, or {@code null}. */
    static ListItem item(Node block) {
        for (Node node = block.getParent(); node != null; node = node.getParent()) {
            if (node instanceof ListItem item) {
                return item;
            }
        }
        return null;
    }

    static boolean isWithin(Node block, Node ancestor) {
        for (Node node = block; node != null; node = node.getParent()) {
            if (node == ancestor) {
                return true;
            }
        }
        return false;
    }

    /** Whether the heading is a paragraph over a line of {@code =} or {@code -}, not one that begins with {@code #}. */
    static boolean isUnderlined(Heading heading, String text) {
        SourceSpan span = heading.getSourceSpans().get(0);
        return !text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()).stripLeading().startsWith("#");
    }

    private void addParts(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph || node instanceof Heading) {
                addLines((Block) node);
            } else if (node instanceof ListBlock || node instanceof ListItem || node instanceof BlockQuote) {
                addParts(node);
            } else if (!node.getSourceSpans().isEmpty()) {
                int line = source.number(node.getSourceSpans().get(0).getLineIndex());
                parts.add(new Part((Block) node, null, 0, 0, line));
            }
        }
    }

    private void addLines(Block block) {
        Inlines text = new Inlines(block, source.text());
        texts.put(block, text);
        String plain = text.plain();
        int from = 0;
        while (from < plain.length()) {
            int end = plain.indexOf('\n', from);
            int to = end < 0 ? plain.length() : end;
            if (to > from) {
                parts.add(new Part(block, text, from, to, source.lineAt(text.sourceIndex(from))));
            }
            from = to + 1;
        }
    }
}
