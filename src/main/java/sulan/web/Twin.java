package sulan.web;

import java.util.Locale;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A representation of a page for programs, at the page's address with an extension. */
public enum Twin {

    /** RFC 4287. Shown by the program that asks for it, never saved. */
    ATOM("Atom", "application/atom+xml", null),
    /** RFC 4180, with the names of the columns in the first line. */
    CSV("CSV", "text/csv", "attachment"),
    BIB("BibTeX", "application/x-bibtex", "attachment"),
    /** The format of reference managers; for one paper. */
    RIS("RIS", "application/x-research-info-systems", "attachment"),
    /** RFC 7763. Browsers may show it; the name is for those who save it. */
    MD("Markdown", "text/markdown", "inline"),
    JSON("JSON", "application/json", null);

    /** The extensions that every list has besides {@code json}, as a part of a path. */
    static final String OF_LISTS = "atom|csv|bib|md";

    private final String label;
    private final String type;
    private final String disposition;

    Twin(String label, String type, String disposition) {
        this.label = label;
        this.type = type;
        this.disposition = disposition;
    }

    /** A twin as a link of its page. */
    public record Link(Twin twin, String address) {
    }

    /** The twin with this extension. */
    public static Twin fromString(String extension) {
        return valueOf(extension.toUpperCase(Locale.ROOT));
    }

    /** The name of the format. */
    public String label() {
        return label;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    Link link(String page) {
        return new Link(this, page + "." + extension());
    }

    /**
     * An answer in this representation.
     *
     * @param name what a file with it is to be called, without extension
     */
    Response.ResponseBuilder answer(Object content, String name) {
        Response.ResponseBuilder answer = Response.ok(content, type + ";charset=UTF-8");
        return disposition == null ? answer
                : answer.header(HttpHeaders.CONTENT_DISPOSITION, disposition + "; " + fileName(name + "." + extension()));
    }

    /** As RFC 6266 has it: for all in ASCII, and for those who can read it as it is. */
    private static String fileName(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return "filename=\"" + ascii + "\""
                + (ascii.equals(name) ? "" : "; filename*=UTF-8''" + Links.encoded(name.replaceAll("[/\\\\\\p{Cntrl}]", "-")));
    }
}
