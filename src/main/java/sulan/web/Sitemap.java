package sulan.web;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import sulan.archive.Edition;
import sulan.archive.Paper;
import sulan.archive.TagCounts;

/**
 * What search engines are told: which addresses there are, when they changed, and which they need not fetch. The list is in
 * parts, because one may have {@value #PART} addresses at most.
 */
@Path("/")
@Transactional
class Sitemap {

    private static final int PART = 50_000;
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    /** A tag of a single paper says no more than the paper. */
    private static final int LEAST_PAPERS = 2;

    /** @param changedAt {@code null} if it is not known */
    private record Address(String path, Instant changedAt) {
    }

    private final TagCounts counts;

    Sitemap(TagCounts counts) {
        this.counts = counts;
    }

    /** Filters make endless lists of the same papers; only the pages of a whole list are left to follow. */
    @GET
    @Path("/robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    public String robots(@Context UriInfo uri) {
        return """
                User-agent: *
                Disallow: /status
                Sitemap: %s/sitemap.xml
                """.formatted(Links.root(uri));
    }

    @GET
    @Path("/sitemap.xml")
    @Produces(MediaType.APPLICATION_XML)
    public String index(@Context UriInfo uri) {
        Map<String, Long> kinds = new LinkedHashMap<>();
        kinds.put("days", (long) days().size());
        kinds.put("tags", (long) tags().size());
        kinds.put("papers", Paper.countListed());
        List<Address> parts = new ArrayList<>();
        kinds.forEach((kind, addresses) -> {
            for (int part = 1; (part - 1L) * PART < addresses; part++) {
                parts.add(new Address("/sitemap-" + kind + "-" + part + ".xml", null));
            }
        });
        return xml("sitemapindex", "sitemap", parts, uri);
    }

    @GET
    @Path("/sitemap-{kind: days|tags|papers}-{part: [1-9][0-9]{0,4}}.xml")
    @Produces(MediaType.APPLICATION_XML)
    public String part(String kind, int part, @Context UriInfo uri) {
        long from = (part - 1L) * PART;
        List<Address> addresses = switch (kind) {
            case "days" -> days().stream().skip(from).limit(PART).toList();
            case "tags" -> tags().stream().skip(from).limit(PART).toList();
            default -> Paper.changes(from, PART).stream()
                    .map(paper -> new Address(Links.paper(paper.id()), paper.at())).toList();
        };
        if (addresses.isEmpty()) {
            throw new NotFoundException("the sitemap has no such part");
        }
        return xml("urlset", "url", addresses, uri);
    }

    /** The pages that are always there, and those of days, weeks and months. */
    private static List<Address> days() {
        Map<LocalDate, Instant> days = Edition.changes();
        List<Address> addresses = new ArrayList<>();
        Stream.of("/", "/days", "/papers", "/tags", "/trends", "/about")
                .forEach(path -> addresses.add(new Address(path, null)));
        days.forEach((day, changedAt) -> addresses.add(new Address(Links.day(day), changedAt)));
        addresses.addAll(periods(days, Period::weekOf));
        addresses.addAll(periods(days, Period::monthOf));
        return addresses;
    }

    private static List<Address> periods(Map<LocalDate, Instant> days, Function<LocalDate, Period> period) {
        Map<String, Instant> periods = new LinkedHashMap<>();
        days.forEach((day, changedAt) -> periods.merge(period.apply(day).path(), changedAt,
                (one, other) -> one.isBefore(other) ? other : one));
        return periods.entrySet().stream().map(entry -> new Address(entry.getKey(), entry.getValue())).toList();
    }

    private List<Address> tags() {
        // the most frequent come first
        return counts.current().tags().stream().takeWhile(tag -> tag.papers() >= LEAST_PAPERS)
                .map(tag -> new Address(Links.tag(tag.slug()), null)).toList();
    }

    private static String xml(String root, String element, List<Address> addresses, UriInfo uri) {
        StringWriter document = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(document);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement(root);
            writer.writeDefaultNamespace(NAMESPACE);
            for (Address address : addresses) {
                writer.writeStartElement(element);
                write(writer, "loc", Links.root(uri) + address.path);
                if (address.changedAt != null) {
                    write(writer, "lastmod", address.changedAt.truncatedTo(ChronoUnit.SECONDS).toString());
                }
                writer.writeEndElement();
            }
            writer.writeEndDocument();
            return document.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the sitemap cannot be written", e);
        }
    }

    private static void write(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
