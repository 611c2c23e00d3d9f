package sulan.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.archive.Overview;
import sulan.archive.Paper;
import sulan.archive.Tag;
import sulan.search.PaperHit;

/**
 * A page of a list as an Atom feed (RFC 4287) with links to the list's other pages (RFC 5005). An entry holds the whole
 * overview, or else Hugging Face's sentence and the abstract.
 * <ul>
 * <li>Ids are made from the paper's id, or from the list's address without host and page, and its language if it is not
 * Chinese: they stay when the portal moves, is
 * renamed, or the title is mended.
 * <li>An entry is updated when its overview went into the archive, and so only when what it says has changed. Rank and upvotes
 * change without it and are left out. The feed is updated when its newest entry was; one without entries, never.
 * <li>An entry is published on the first day that listed the paper, at midnight UTC.
 * </ul>
 */
final class AtomFeed {

    /** What XML 1.0 cannot hold, however it is written. */
    private static final Pattern NOT_IN_XML = Pattern
            .compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final ListTwin twin;
    private final Messages texts = Language.texts(Messages.class);

    private AtomFeed(ListTwin twin) {
        this.twin = twin;
    }

    @CheckedTemplate(basePath = "AtomFeed")
    static class Templates {

        /** @param root the address of this portal, without a slash at the end */
        static native TemplateInstance content(Overview overview, String root);

        /** What there is of a paper without an overview. */
        static native TemplateInstance listed(Paper paper, String root);
    }

    /** The document. Must be called within the transaction that found the papers. */
    static String of(ListTwin twin) {
        try {
            return new WireFeedOutput().outputString(new AtomFeed(twin).feed());
        } catch (FeedException e) {
            throw new IllegalStateException("the feed of " + twin.list().address() + " cannot be written", e);
        }
    }

    private Feed feed() {
        PaperList list = twin.list();
        Feed feed = new Feed("atom_1.0");
        feed.setId(id(Language.current().address(list.page(1))));
        feed.setTitleEx(text(twin.title() + " · " + texts.siteName()));
        feed.setUpdated(Date.from(list.hits().items().stream().map(AtomFeed::updated)
                .max(Instant::compareTo).orElse(Instant.EPOCH)));
        feed.setAuthors(List.of(person(texts.siteName())));
        feed.setAlternateLinks(List.of(link("alternate", twin.root() + list.address(), "text/html")));
        List<Link> links = new ArrayList<>(List.of(link("self", twin.address(Twin.ATOM), Twin.ATOM.type())));
        list.pageLinks().forEach((relation, page) -> links
                .add(link(relation, twin.address(Twin.ATOM, page), Twin.ATOM.type())));
        feed.setOtherLinks(links);
        feed.setEntries(list.hits().items().stream().map(this::entry).toList());
        return feed;
    }

    private Entry entry(PaperHit hit) {
        Paper paper = hit.paper();
        Entry entry = new Entry();
        entry.setId(id(Links.paper(paper.id)));
        entry.setTitleEx(text(paper.title));
        entry.setUpdated(Date.from(updated(hit)));
        entry.setPublished(Date.from(paper.listingDates().get(0).atStartOfDay(ZoneOffset.UTC).toInstant()));
        entry.setAlternateLinks(List.of(link("alternate", twin.root() + Links.paper(paper.id), "text/html")));
        entry.setOtherLinks(List.of(link("related", Links.arxiv(paper.id), "text/html")));
        entry.setAuthors(paper.authors.stream().map(AtomFeed::person).toList());
        Content content = new Content();
        content.setType(Content.HTML);
        content.setValue(legal((paper.overview == null ? Templates.listed(paper, twin.root())
                : Templates.content(paper.overview, twin.root())).render()));
        entry.setCategories(paper.shownTags().stream().map(AtomFeed::category).toList());
        entry.setContents(List.of(content));
        return entry;
    }

    private static Category category(Tag tag) {
        Category category = new Category();
        category.setTerm(legal(tag.slug));
        category.setLabel(legal(Shown.name(tag)));
        return category;
    }

    private static Instant updated(PaperHit hit) {
        return Objects.requireNonNullElse(hit.paper().changedAt(), Instant.EPOCH);
    }

    /** A name-based UUID: opaque, and the same wherever the portal runs. */
    private static String id(String address) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("sulan:" + address).getBytes(StandardCharsets.UTF_8));
    }

    private static Link link(String relation, String address, String type) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    private static Content text(String value) {
        Content text = new Content();
        text.setType(Content.TEXT);
        text.setValue(legal(value));
        return text;
    }

    private static SyndPerson person(String name) {
        Person person = new Person();
        person.setName(legal(name));
        return person;
    }

    private static String legal(String text) {
        return NOT_IN_XML.matcher(text).replaceAll("\uFFFD");
    }
}
