package sulan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sulan.search.InvalidQueryException;
import sulan.search.InvalidQueryException.Reason;
import sulan.search.PaperHit;
import sulan.search.PaperSearch;

/**
 * Papers that somebody chose, by their ids, in the order given.
 *
 * @param ids what was asked for, each once
 * @param hits those that there are
 * @param unknown the ids of the others, and of those that are hidden
 */
public record ReadingList(List<String> ids, List<PaperHit> hits, List<String> unknown) {

    /** How many papers may be asked for at once. */
    static final int MOST = 200;

    private static final Pattern ID = Pattern.compile(PaperPages.ID);

    /**
     * The papers that an address asks for.
     *
     * @param ids separated by commas; {@code null} if there are none
     * @throws InvalidQueryException if one is no id, or if there are more than {@value #MOST}
     */
    static ReadingList of(String ids, PaperSearch search) {
        List<String> asked = ids == null || ids.isBlank() ? List.of()
                : Arrays.stream(ids.split(",")).map(String::strip).distinct().toList();
        if (asked.size() > MOST) {
            throw new InvalidQueryException("ids", Reason.TOO_MANY_PAPERS, MOST);
        }
        asked.stream().filter(id -> !ID.matcher(id).matches()).findFirst().ifPresent(id -> {
            throw new InvalidQueryException("ids", Reason.NO_PAPER_ID, id);
        });
        List<PaperHit> hits = search.find(asked);
        Set<String> found = hits.stream().map(hit -> hit.paper().id).collect(Collectors.toSet());
        return new ReadingList(asked, hits, asked.stream().filter(id -> !found.contains(id)).toList());
    }

    /** The address of the page that shows them. */
    public String address() {
        return ReadingPages.ADDRESS + (ids.isEmpty() ? "" : "?ids=" + String.join(",", ids));
    }

    /** The same papers in the representations that there are. */
    public List<Twin.Link> twins() {
        String parameters = address().substring(ReadingPages.ADDRESS.length());
        return List.of(Twin.MD, Twin.BIB).stream()
                .map(twin -> new Twin.Link(twin, ReadingPages.ADDRESS + "." + twin.extension() + parameters)).toList();
    }
}
