package sulan.operator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import sulan.archive.DayList;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.EditionSummary;
import sulan.archive.Listing;
import sulan.archive.PendingOverview;

/**
 * All that is known of a day.
 *
 * @param edition {@code null} if there is none
 * @param summary the day in figures; {@code null} if nothing is known of it
 * @param list what is known of Hugging Face's list; {@code null} if it was never asked for
 * @param papers in the order of the edition, hidden ones among them
 */
record Day(LocalDate date, Edition edition, EditionSummary summary, DayList list, List<Line> papers) {

    /** @param pending {@code null} if no overview is waited for */
    record Line(Listing listing, PendingOverview pending) {

        /** Such as {@code /operator/papers/2309.10668}. */
        public String address() {
            return Addresses.paper(listing.paper.id);
        }
    }

    static Day of(LocalDate date) {
        Edition edition = Edition.findById(date);
        DayList list = DayList.findById(date);
        EditionSummary summary = edition != null ? Edition.summaries(date, date).get(0)
                : list != null ? DayTable.of(list) : null;
        return new Day(date, edition, summary, list, edition == null ? List.of() : lines(edition));
    }

    private static List<Line> lines(Edition edition) {
        List<Listing> listings = Listing.list("from Listing l join fetch l.paper p left join fetch p.overview"
                + " where l.edition = ?1 order by l.position", edition);
        Set<String> ids = listings.stream().map(listing -> listing.paper.id).collect(Collectors.toSet());
        Map<String, PendingOverview> pending = PendingOverview.<PendingOverview> list("paperId in ?1", ids).stream()
                .collect(Collectors.toMap(row -> row.paperId, Function.identity()));
        return listings.stream().map(listing -> new Line(listing, pending.get(listing.paper.id))).toList();
    }

    /** {@code null} if nothing is known of it. */
    public EditionStatus status() {
        return summary == null ? null : summary.status();
    }

    /** Whether the day has a page for readers. */
    public boolean isPublic() {
        return edition != null;
    }

    /** Whether an overview was given up, or waits for another attempt. */
    public boolean isToBeRetried() {
        return papers.stream().map(Line::pending)
                .anyMatch(row -> row != null && (row.state == PendingOverview.State.GIVEN_UP || row.notBefore != null));
    }
}
