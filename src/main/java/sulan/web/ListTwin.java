package sulan.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * A list of papers for programs, in the representations that are the same for every list. The papers, their order and their
 * pages are those of the page.
 *
 * @param title which list it is, with the filters that are set
 * @param root the address of this portal, without a slash at the end
 */
record ListTwin(String title, PaperList list, String root) {

    /** @param title the page's */
    static ListTwin of(String title, PaperList list, UriInfo uri) {
        String full = Stream.concat(Stream.of(title), list.chips().stream().map(PaperList.Chip::text))
                .collect(Collectors.joining(" · "));
        return new ListTwin(full, list, Links.root(uri));
    }

    /** Must be called within the transaction that found the papers. */
    Response as(Twin twin) {
        String content = switch (twin) {
            case ATOM -> AtomFeed.of(this);
            case CSV -> Csv.of(list.hits().items(), root);
            case BIB -> BibTeX.of(list.hits().items());
            case MD -> MarkdownList.of(this);
            case RIS, JSON -> throw new IllegalArgumentException("no list as " + twin);
        };
        return twin.answer(content, fileName()).header(HttpHeaders.LINK, pageLinks(twin)).build();
    }

    /** {@code sulan-tags-diffusion-model} */
    private String fileName() {
        return "sulan" + URLDecoder.decode(list.path(), StandardCharsets.UTF_8).replace('/', '-');
    }

    /** The other pages of the list, for formats that have no place for them (RFC 8288). */
    private String pageLinks(Twin twin) {
        return list.pageLinks().entrySet().stream()
                .map(link -> "<" + address(twin, link.getValue()) + ">; rel=\"" + link.getKey() + "\"")
                .collect(Collectors.joining(", "));
    }

    /** The address of this page of the list in a representation. */
    String address(Twin twin) {
        return address(twin, list.query().page());
    }

    /** The address of a page of the list in a representation, in the language of this one. */
    String address(Twin twin, int page) {
        return root + Language.current().address(list.twin(twin, page));
    }
}
