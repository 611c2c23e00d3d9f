package sulan.web;

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
 * all
 * addresses of a fragment together are not much longer than the fragment (a reference can be used any number of times).
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
            .nodeRendererFactory(Marked.Renderer::new)
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
        if (matching != Matching.NONE) {
            document.accept(new Marking(matching));
        }
        return RENDERER.render(document).strip();
    }

    /** A plain text as HTML, with these parts of it marked. */
    static String marked(String text, List<Matching.Range> ranges) {
        Node document = new Document();
        Text whole = new Text(text);
        document.appendChild(whole);
        Marking.mark(whole, ranges);
        return RENDERER.render(document);
    }

    /** The fragment as plain text on one line, for summaries; {@code null} for {@code null}. It is not escaped. */
    public static String text(String markdown) {
        if (markdown == null) {
            return null;
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

    /** A piece of text that was searched for. */
    private static final class Marked extends CustomNode {

        private record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {

            @Override
            public Set<Class<? extends Node>> getNodeTypes() {
                return Set.of(Marked.class);
            }

            @Override
            public void render(Node node) {
                context.getWriter().tag("mark");
                context.render(node.getFirstChild());
                context.getWriter().tag("/mark");
            }
        }
    }

    /** Marks what was searched for. It divides texts and changes nothing else of the tree. */
    private static final class Marking extends AbstractVisitor {

        private final Matching matching;

        Marking(Matching matching) {
            this.matching = matching;
        }

        @Override
        public void visit(Text text) {
            mark(text, matching.inText(text.getLiteral()));
        }

        static void mark(Text text, List<Matching.Range> ranges) {
            String literal = text.getLiteral();
            int end = 0;
            for (Matching.Range range : ranges) {
                text.insertBefore(new Text(literal.substring(end, range.start())));
                Marked marked = new Marked();
                marked.appendChild(new Text(literal.substring(range.start(), range.end())));
                text.insertBefore(marked);
                end = range.end();
            }
            text.setLiteral(literal.substring(end));
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
