package sulan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import jakarta.ws.rs.core.UriInfo;

/** Addresses: where things are on this site, and where a paper is to be found elsewhere. */
final class Links {

    private Links() {
    }

    /** The address of this portal as the client knows it, without a slash at the end. */
    static String root(UriInfo uri) {
        String base = uri.getBaseUri().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    static String day(LocalDate date) {
        return "/days/" + date;
    }

    static String paper(String paperId) {
        return "/papers/" + paperId;
    }

    /** A slug can hold letters of any script, and {@code +} and {@code #}. */
    static String tag(String slug) {
        return "/tags/" + encoded(slug);
    }

    /** Percent-encoded for a part of a path or the value of a parameter. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String arxiv(String paperId) {
        return "https://arxiv.org/abs/" + paperId;
    }

    static String pdf(String paperId) {
        return "https://arxiv.org/pdf/" + paperId;
    }

    static String huggingFace(String paperId) {
        return "https://huggingface.co/papers/" + paperId;
    }

    /** An address that was found elsewhere; {@code null} unless it leads into the web, whatever else it may be. */
    static String web(String address) {
        return address != null && Markdown.isWebAddress(address) ? address : null;
    }
}
