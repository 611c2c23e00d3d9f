package sulan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

import sulan.search.Matching;

/**
 * Shows Markdown fragments that were written elsewhere, by people or by language models, and are trusted in nothing.
 *
 * <ul>
 * <li>HTML is shown as the text that it is.
 * <li>Links lead to http and https only; what is to lead elsewhere is shown as text.
 * <li>Images are never loaded; they are shown as a link to them.
 * <li>Headings become bold paragraphs, so that the outline of the page around the fragment stays right.
 * <li>Time and length of the output are bounded: a fragment longer than {@value #MAX_LENGTH} characters, or one with a table of
 * more than {@value #MAX_CELLS} cells, is shown as it is written; so is what is nested deeper than {@value #MAX_NESTING}; and
 * all addresses of a fragment together are not much longer than the fragment (a reference can be used any number of times).
 * </ul>
 */
public final class Markdown {

    private static final int MAX_LENGTH = 50_000;
    private static final int MAX_NESTING = 24;
    private static final int MAX_CELLS = 5_000;
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.builder().maxCells(MAX_CELLS).build());
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}/][^\\s\\p{Cntrl}]*");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");
    /** What people and models write for a list's marker, and Markdown does not know. */
    private static final Pattern BULLET = Pattern.compile("(?m)^( {0,3})[•●▪◦‣][ \\u3000\\t]*(?=\\S)");
    /** One line without any sign that means something to Markdown. */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[^\\\\`*_\\[\\]<>&|~\\x00\\v]*+");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .percentEncodeUrls(true)
            .attributeProviderFactory(context -> Markdown::addAttributes)
            .nodeRendererFactory(Dress.Renderer::new)
            .build();

    private Markdown() {
    }

    /** The fragment as HTML that is safe to include in a page as it is; {@code null} for {@code null}. */
    public static String html(String markdown) {
        return html(markdown, Matching.NONE);
    }

    /** The same, with what was searched for marked, as far as it lies within one piece of text without signs of Markdown. */
    static String html(String markdown, Matching matching) {
        if (markdown == null) {
            return null;
        }
        Node document = harmless(BULLET.matcher(markdown).replaceAll("$1- "));
        document.accept(new Dressing(matching));
        return RENDERER.render(document).strip();
    }

    /** A plain text as HTML, with these parts of it marked, and its formulas told as such. */
    static String marked(String text, List<Matching.Range> ranges) {
        if (ranges.isEmpty() && LaTeX.formulas(text).isEmpty()) {
            // what most texts of a list are
            return escaped(text);
        }
        Node document = new Document();
        Text whole = new Text(text);
        document.appendChild(whole);
        Dressing.dress(whole, ranges);
        return RENDERER.render(document);
    }

    /** As the renderer escapes texts. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** The fragment as plain text on one line, for summaries; {@code null} for {@code null}. It is not escaped. */
    public static String text(String markdown) {
        if (markdown == null) {
            return null;
        }
        if (PLAIN.matcher(markdown).matches()) {
            // a tree of one paragraph with one text would say the same
            return WHITE_SPACE.matcher(markdown).replaceAll(" ").strip();
        }
        Plain plain = new Plain();
        harmless(markdown).accept(plain);
        return WHITE_SPACE.matcher(plain.text).replaceAll(" ").strip();
    }

    /** Whether it is an http or https address without white space. */
    static boolean isWebAddress(String address) {
        return WEB_ADDRESS.matcher(address).matches();
    }

    private static Node harmless(String markdown) {
        if (markdown.length() > MAX_LENGTH) {
            return asWritten(markdown);
        }
        try {
            Node document = PARSER.parse(markdown);
            document.accept(new Disarming(markdown.length()));
            return document;
        } catch (IllegalArgumentException e) {
            // the parser's way to say that a table has too many cells
            return asWritten(markdown);
        }
    }

    private static Node asWritten(String markdown) {
        Node document = new Document();
        for (String part : BLANK_LINES.split(markdown)) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(new Text(part));
            document.appendChild(paragraph);
        }
        return document;
    }

    private static void addAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "nofollow noopener noreferrer");
        }
        if (node instanceof TableCell) {
            // commonmark gives the alignment as a style or an old attribute; a page here allows no inline style
            String align = attributes.remove("align");
            attributes.remove("style");
            if (align != null && !align.equals("left")) {
                attributes.put("class", "align-" + align);
            }
        }
    }

    /** Takes out of a tree what must not be shown, and leaves what it says. */
    private static final class Disarming extends AbstractVisitor {

        /** How long the addresses of links may be that are still to come. */
        private int addresses;
        private boolean insideLink;

        Disarming(int length) {
            this.addresses = 1000 + 4 * length;
        }

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            Node bold = moveChildren(heading, new StrongEmphasis());
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(bold);
            replace(heading, paragraph);
        }

        @Override
        public void visit(Link link) {
            boolean outer = insideLink;
            boolean stays = !outer && allows(link.getDestination());
            insideLink |= stays;
            visitChildren(link);
            insideLink = outer;
            if (!stays) {
                unwrap(link);
            }
        }

        @Override
        public void visit(Image image) {
            boolean outer = insideLink;
            boolean becomesLink = !outer && allows(image.getDestination());
            insideLink |= becomesLink;
            visitChildren(image);
            insideLink = outer;
            if (!becomesLink) {
                unwrap(image);
                return;
            }
            Node link = moveChildren(image, new Link(image.getDestination(), image.getTitle()));
            if (link.getFirstChild() == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            replace(image, link);
        }

        /** What looks like the definition of a reference can be a sentence: {@code [注意]: 很好}. A real one is not shown. */
        @Override
        public void visit(LinkReferenceDefinition definition) {
            if (!WEB_ADDRESS.matcher(definition.getDestination()).matches()) {
                Paragraph paragraph = new Paragraph();
                String title = definition.getTitle() == null ? "" : " " + definition.getTitle();
                paragraph.appendChild(new Text("[" + definition.getLabel() + "]: " + definition.getDestination() + title));
                replace(definition, paragraph);
            }
        }

        private boolean allows(String address) {
            if (address.length() > addresses || !WEB_ADDRESS.matcher(address).matches()) {
                return false;
            }
            addresses -= address.length();
            return true;
        }

        private static Node moveChildren(Node from, Node to) {
            while (from.getFirstChild() != null) {
                to.appendChild(from.getFirstChild());
            }
            return to;
        }

        private static void replace(Node node, Node other) {
            node.insertBefore(other);
            node.unlink();
        }

        private static void unwrap(Node node) {
            while (node.getFirstChild() != null) {
                node.insertBefore(node.getFirstChild());
            }
            node.unlink();
        }
    }

    /** A piece of text that was searched for, or is a formula. */
    private static final class Dress extends CustomNode {

        private final String tag;
        private final Map<String, String> attributes;

        private Dress(String tag, Map<String, String> attributes) {
            this.tag = tag;
            this.attributes = attributes;
        }

        static Dress marked() {
            return new Dress("mark", Map.of());
        }

        /** As it is written; web/app/formulas.js draws it. */
        static Dress formula(String text) {
            Dress formula = new Dress("span", Map.of("class", "formula"));
            formula.appendChild(new Text(text));
            return formula;
        }

        private record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {

            @Override
            public Set<Class<? extends Node>> getNodeTypes() {
                return Set.of(Dress.class);
            }

            @Override
            public void render(Node node) {
                Dress dress = (Dress) node;
                context.getWriter().tag(dress.tag, dress.attributes);
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    context.render(child);
                }
                context.getWriter().tag("/" + dress.tag);
            }
        }
    }

    /** Marks what was searched for, and tells formulas as such. It divides texts and changes nothing else of the tree. */
    private static final class Dressing extends AbstractVisitor {

        private final Matching matching;

        Dressing(Matching matching) {
            this.matching = matching;
        }

        @Override
        public void visit(Text text) {
            dress(text, matching == Matching.NONE ? List.of() : matching.inText(text.getLiteral()));
        }

        static void dress(Text text, List<Matching.Range> found) {
            String literal = text.getLiteral();
            List<Matching.Range> formulas = LaTeX.formulas(literal);
            int end = 0;
            for (Matching.Range range : found) {
                Matching.Range whole = withWholeFormulas(range, formulas);
                if (whole.start() < end) {
                    // within a formula that is marked already
                    continue;
                }
                divide(literal, end, whole.start(), formulas).forEach(text::insertBefore);
                Dress marked = Dress.marked();
                divide(literal, whole.start(), whole.end(), formulas).forEach(marked::appendChild);
                text.insertBefore(marked);
                end = whole.end();
            }
            divide(literal, end, literal.length(), formulas).forEach(text::insertBefore);
            text.unlink();
        }

        /** A formula is shown as one; what was found in it marks all of it. */
        private static Matching.Range withWholeFormulas(Matching.Range range, List<Matching.Range> formulas) {
            int start = range.start();
            int end = range.end();
            for (Matching.Range formula : formulas) {
                if (formula.start() < range.end() && formula.end() > range.start()) {
                    start = Math.min(start, formula.start());
                    end = Math.max(end, formula.end());
                }
            }
            return new Matching.Range(start, end);
        }

        private static List<Node> divide(String literal, int from, int to, List<Matching.Range> formulas) {
            List<Node> pieces = new ArrayList<>();
            int end = from;
            for (Matching.Range formula : formulas) {
                if (formula.start() >= from && formula.end() <= to) {
                    pieces.add(new Text(literal.substring(end, formula.start())));
                    pieces.add(Dress.formula(literal.substring(formula.start(), formula.end())));
                    end = formula.end();
                }
            }
            pieces.add(new Text(literal.substring(end, to)));
            return pieces;
        }
    }

    /** Collects the text of a tree, its blocks apart. */
    private static final class Plain extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Block || parent instanceof TableCell) {
                text.append(' ');
            }
        }

        @Override
        public void visit(Text literal) {
            text.append(literal.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock code) {
            text.append(code.getLiteral()).append(' ');
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            text.append(code.getLiteral()).append(' ');
        }

        @Override
        public void visit(HtmlInline html) {
            text.append(html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            text.append(html.getLiteral()).append(' ');
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append(' ');
        }
    }
}
