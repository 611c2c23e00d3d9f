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

/** Papers for people, as Markdown: numbered, each paper with its day, ratings, and what its overview begins with. */
final class MarkdownList {

    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

    private final String root;
    private final Messages texts = Language.texts(Messages.class);
    private final DailyMessages daily = Language.texts(DailyMessages.class);

    /** @param root the address of this portal, without a slash at the end */
    private MarkdownList(String root) {
        this.root = root;
    }

    /** The page of a list. Must be called within the transaction that found the papers. */
    static String of(ListTwin twin) {
        PaperList list = twin.list();
        MarkdownList markdown = new MarkdownList(twin.root());
        String place = markdown.texts.pageOf(list.query().page(), list.hits().pages());
        return markdown.document(twin.title(), list.hits().total(), place, list.address(), list.firstNumber(),
                list.hits().items());
    }

    /** Papers that somebody chose. Must be called within the transaction that found them. */
    static String of(ReadingList list, String title, String root) {
        return new MarkdownList(root).document(title, list.hits().size(), null, list.address(), 1, list.hits());
    }

    /** @param place which part of a longer list it is; {@code null} if it is all */
    private String document(String title, long total, String place, String address, int firstNumber, List<PaperHit> hits) {
        Document document = new Document();
        Heading heading = new Heading();
        heading.setLevel(1);
        heading.appendChild(new Text(title));
        document.appendChild(heading);
        document.appendChild(paragraph(new Text(texts.papers(total) + " · " + (place == null ? "" : place + " · ")),
                link(texts.siteName(), root + address)));
        if (!hits.isEmpty()) {
            OrderedList items = new OrderedList();
            items.setMarkerStartNumber(firstNumber);
            items.setMarkerDelimiter(".");
            items.setTight(false);
            hits.forEach(hit -> items.appendChild(item(hit)));
            document.appendChild(items);
        }
        return RENDERER.render(document);
    }

    private Node item(PaperHit hit) {
        ListItem item = new ListItem();
        item.appendChild(paragraph(link(oneLine(hit.paper().title), root + Links.paper(hit.paper().id))));
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
