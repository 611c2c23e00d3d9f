package sulan.web;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

import sulan.archive.Overview;
import sulan.search.PaperHit;

/** A page of a list for people, as Markdown: numbered, each paper with its day, ratings, and what its overview begins with. */
final class MarkdownList {

    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

    private final ListTwin twin;
    private final Messages texts = Language.texts(Messages.class);
    private final DailyMessages daily = Language.texts(DailyMessages.class);

    private MarkdownList(ListTwin twin) {
        this.twin = twin;
    }

    /** The document. Must be called within the transaction that found the papers. */
    static String of(ListTwin twin) {
        return RENDERER.render(new MarkdownList(twin).document());
    }

    private Node document() {
        PaperList list = twin.list();
        Document document = new Document();
        Heading heading = new Heading();
        heading.setLevel(1);
        heading.appendChild(new Text(twin.title()));
        document.appendChild(heading);
        document.appendChild(paragraph(new Text(texts.papers(list.hits().total()) + " · "
                + texts.pageOf(list.query().page(), list.hits().pages()) + " · "),
                link(texts.siteName(), twin.root() + list.address())));
        if (!list.hits().items().isEmpty()) {
            OrderedList items = new OrderedList();
            items.setMarkerStartNumber(list.firstNumber());
            items.setMarkerDelimiter(".");
            items.setTight(false);
            list.hits().items().forEach(hit -> items.appendChild(item(hit)));
            document.appendChild(items);
        }
        return document;
    }

    private Node item(PaperHit hit) {
        ListItem item = new ListItem();
        item.appendChild(paragraph(link(oneLine(hit.paper().title), twin.root() + Links.paper(hit.paper().id))));
        item.appendChild(paragraph(new Text(facts(hit))));
        Overview overview = hit.paper().overview;
        if (overview != null && overview.mainWork != null) {
            item.appendChild(paragraph(new Text(Shown.lead(overview.mainWork))));
        } else if (overview == null && hit.paper().lead != null) {
            item.appendChild(paragraph(new Text(oneLine(hit.paper().lead))));
        }
        return item;
    }

    private String facts(PaperHit hit) {
        List<String> facts = new ArrayList<>(List.of("arXiv:" + hit.paper().id));
        if (hit.day() != null) {
            facts.add(hit.day().toString());
        }
        if (hit.paper().overview == null) {
            facts.add(hit.pending() == null ? texts.noOverview() : daily.pending(hit.pending()));
        } else if (!Shown.isRated(hit.paper().overview)) {
            facts.add(texts.unrated());
        } else {
            Rating.of(hit.paper().overview).stream().filter(rating -> rating.value() != null)
                    .forEach(rating -> facts.add(texts.criterion(rating.criterion()) + " " + rating.value()));
        }
        if (hit.paper().upvotes != null) {
            facts.add(daily.upvotes(hit.paper().upvotes));
        }
        if (hit.rank() != null) {
            facts.add(texts.rankTitle() + " " + hit.rank() + " / " + hit.dayCount());
        }
        return String.join(" · ", facts);
    }

    private static Node paragraph(Node... nodes) {
        Paragraph paragraph = new Paragraph();
        for (Node node : nodes) {
            paragraph.appendChild(node);
        }
        return paragraph;
    }

    private static Node link(String text, String address) {
        Link link = new Link(address, null);
        link.appendChild(new Text(text));
        return link;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
