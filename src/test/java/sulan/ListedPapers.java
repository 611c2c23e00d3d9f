package sulan;

import java.time.Instant;
import java.util.List;

import sulan.digest.ListedPaper;

/** Papers as a daily list gives them. */
public final class ListedPapers {

    private static final Instant LISTED = Instant.parse("2026-02-10T06:00:00Z");

    private ListedPapers() {
    }

    /** A paper of which the list says next to nothing. */
    public static ListedPaper bare(String id, String title) {
        return new ListedPaper(id, title, null, List.of(), null, null, null, null, null, null, null, null, List.of(), null,
                null, null, null, null, List.of());
    }

    /** A paper of which the list says everything. */
    public static ListedPaper full(String id, String title, int upvotes, String... keywords) {
        return new ListedPaper(id, title, "We study " + title + ".", List.of("Ada Byron", "Alan Turing"),
                LISTED.minusSeconds(86400),
                LISTED, LISTED.minusSeconds(3600), "Grace", "Analytical Engines", upvotes, 2,
                "https://cdn.example.org/" + id + ".png", List.of("https://cdn.example.org/" + id + ".mp4"),
                "https://example.org/" + id, "https://github.com/example/" + id, 7, "Studies " + title + ".", "some-model",
                List.of(keywords));
    }
}
