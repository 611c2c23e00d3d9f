package sulan.digest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

import sulan.digest.Outline.Part;

/**
 * Cuts a text into fragments at given places. Each fragment is the source, without the indentation and the markers of the
 * lists and quotes that a cut goes through; blocks through which no cut goes stay as they are. Rules at the ends of a
 * fragment are dropped.
 */
final class Splitter {

    /**
     * Where a fragment begins.
     *
     * @param part the line (or other block) where it begins
     * @param at where the text before it ends, an index in the part's text
     * @param from where its own text begins; what lies between is a label that no fragment holds
     * @param whole whether a list item that begins here belongs to the fragment with its marker
     */
    record Cut(Part part, int at, int from, boolean whole) {

        static Cut before(Part part) {
            return new Cut(part, part.from(), part.from(), true);
        }

        static Cut after(Part part, int from) {
            return new Cut(part, part.from(), from, false);
        }
    }

    private final Outline outline;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Node, List<Integer>> cutsInside = new IdentityHashMap<>();
    private final Map<Node, Integer> cutsBefore = new IdentityHashMap<>();
    private final List<Cut> cuts;
    private final List<Fragment> fragments = new ArrayList<>();
    private Fragment current = new Fragment();
    private Block rule;
    private String indentation = "";

    private Splitter(Outline outline, List<Cut> cuts) {
        this.outline = outline;
        this.cuts = cuts;
    }

    /** The fragments: first what stands before the first cut, then one for each cut. The cuts are in the order of the text. */
    static List<Fragment> split(Outline outline, List<Cut> cuts) {
        Splitter splitter = new Splitter(outline, cuts);
        splitter.fragments.add(splitter.current);
        for (int i = 0; i < cuts.size(); i++) {
            splitter.fragments.add(new Fragment());
            splitter.place(i);
        }
        splitter.walk(outline.document());
        return splitter.fragments;
    }

    /** Opens what the cut goes through, and notes where it will be met. */
    private void place(int index) {
        Cut cut = cuts.get(index);
        Node node = cut.part().block();
        if (cut.whole() && cut.part().first()) {
            ListItem item = cut.part().begins();
            node = item == null ? node : item;
            cutsBefore.put(node, index);
            node = node.getParent();
        } else {
            cutsInside.computeIfAbsent(node, block -> new ArrayList<>()).add(index);
        }
        while (node != null && open.add(node)) {
            node = node.getParent();
        }
    }

    private void walk(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (cutsBefore.containsKey(node)) {
                begin(cutsBefore.get(node));
            }
            if (!open.contains(node)) {
                addWhole(node);
            } else if (node instanceof Paragraph || node instanceof Heading) {
                addInside(node);
            } else if (node instanceof ListItem item) {
                walkItem(item);
            } else {
                walk(node);
            }
        }
    }

    /** Text of an item before the first cut in it keeps the item's marker, and the indentation that goes with it. */
    private void walkItem(ListItem item) {
        SourceSpan first = item.getFirstChild() == null ? null : item.getFirstChild().getSourceSpans().get(0);
        if (first == null || beginsWithCut(item.getFirstChild())) {
            walk(item);
            return;
        }
        SourceSpan span = item.getSourceSpans().get(0);
        String marker = outline.source().text()
                .substring(span.getInputIndex(), Math.max(span.getInputIndex(), first.getInputIndex())).stripLeading();
        String outer = indentation;
        addRule();
        current.append(outline.source().number(span.getLineIndex()), outer + marker);
        indentation = outer + " ".repeat(marker.length());
        walk(item);
        indentation = indentation.isEmpty() ? "" : outer;
    }

    private boolean beginsWithCut(Node block) {
        List<Integer> inside = cutsInside.getOrDefault(block, List.of());
        return !inside.isEmpty() && cuts.get(inside.get(0)).part().first() || cutsBefore.containsKey(block)
                || !(block instanceof Paragraph);
    }

    private void begin(int cut) {
        indentation = "";
        current = fragments.get(cut + 1);
        rule = null;
    }

    /** Adds a block as it was written, without what its containers put before its lines. */
    private void addWhole(Node node) {
        if (node instanceof ThematicBreak) {
            rule = current.isBlank() ? null : (Block) node;
            return;
        }
        addRule();
        addLines(node);
    }

    private void addRule() {
        if (rule != null) {
            addLines(rule);
            rule = null;
        }
    }

    private void addLines(Node node) {
        int indentation = -1;
        for (SourceSpan span : node.getSourceSpans()) {
            String line = outline.source().text().substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
            int spaces = 0;
            while (spaces < line.length() && line.charAt(spaces) == ' ' && (indentation < 0 || spaces < indentation)) {
                spaces++;
            }
            indentation = indentation < 0 ? spaces : indentation;
            append(node, span.getLineIndex(), line.substring(spaces));
        }
    }

    /** Appends lines of a block; those that continue it without being indented as it is stay so. */
    private void append(Node block, int lineIndex, String text) {
        SourceSpan first = block.getSourceSpans().get(0);
        int at = lineIndex;
        for (String part : text.split("\n", -1)) {
            int line = outline.source().number(at);
            int span = Math.min(Math.max(0, at - first.getLineIndex()), block.getSourceSpans().size() - 1);
            boolean lazy = block.getSourceSpans().get(span).getColumnIndex() < first.getColumnIndex();
            current.append(line, current.reaches(line) || lazy || part.isEmpty() ? part : indentation + part);
            at++;
        }
    }

    private void addInside(Node block) {
        Inlines text = outline.inlines(block);
        int from = 0;
        for (int index : cutsInside.getOrDefault(block, List.of())) {
            addText(block, from, cuts.get(index).at());
            begin(index);
            from = cuts.get(index).from();
        }
        addText(block, from, text.plain().length());
    }

    private void addText(Node block, int begin, int end) {
        Inlines text = outline.inlines(block);
        int from = begin;
        int to = end;
        String plain = text.plain();
        while (from < to && isSpace(plain.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(plain.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            addRule();
            append(block, outline.source().lineAt(text.sourceIndex(from)) - outline.source().number(0), text.source(from, to));
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }
}
