package sulan.operator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import sulan.archive.DayList;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.EditionSummary;
import sulan.archive.EditionSummary.ListState;

/**
 * A page of the days, newest first: those with an edition, and those whose list was asked for without bringing one.
 *
 * @param incomplete only those that lack something
 */
record DayTable(List<Line> lines, boolean incomplete, Leaf leaf) {

    private static final int SIZE = 50;

    /** @param list what is known of Hugging Face's list; {@code null} if it was never asked for */
    record Line(EditionSummary summary, DayList list) {
    }

    /** A day with nothing in it is listed, but lacks nothing. */
    static DayTable of(boolean incomplete, String page) {
        Map<LocalDate, DayList> lists = DayList.<DayList> streamAll()
                .collect(Collectors.toMap(list -> list.date, Function.identity()));
        List<EditionSummary> days = all(Edition.summaries(), lists.values()).stream()
                .filter(day -> !incomplete || isIncomplete(day.status())).toList();
        Leaf leaf = Leaf.of(page, days.size(), SIZE);
        return new DayTable(days.stream().skip(leaf.first()).limit(SIZE)
                .map(day -> new Line(day, lists.get(day.date()))).toList(), incomplete, leaf);
    }

    private static List<EditionSummary> all(List<EditionSummary> editions, Collection<DayList> lists) {
        Map<LocalDate, EditionSummary> days = new TreeMap<>(Comparator.reverseOrder());
        lists.forEach(list -> days.put(list.date, of(list)));
        editions.forEach(edition -> days.put(edition.date(), edition));
        return new ArrayList<>(days.values());
    }

    /** A day of which only the list is known. */
    static EditionSummary of(DayList list) {
        return new EditionSummary(list.date, null, 0, 0, 0, 0,
                new ListState(list.settledAt != null, list.leftOut, list.failure != null), null);
    }

    static boolean isIncomplete(EditionStatus status) {
        return switch (status) {
            case COMPLETE, NOTHING_LISTED -> false;
            case GROWING, WRITING, LISTED, PARTLY_FAILED, FAILED -> true;
        };
    }

    /** The address of the list, without the page. */
    public String address() {
        return incomplete ? Addresses.DAYS + "?incomplete=true" : Addresses.DAYS;
    }
}
