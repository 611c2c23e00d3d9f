package sulan.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkus.panache.common.Sort;
import sulan.archive.DayList;
import sulan.archive.Deadlines;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.EditionSummary;
import sulan.archive.LateDay;
import sulan.archive.PendingOverview;
import sulan.archive.Run;

/**
 * How far the daily lists and the overviews have come: what the state's page, the health checks and the metrics all say.
 *
 * @param synchronisedAt when Hugging Face's lists were last fetched, if only in part; {@code null} if they never were
 * @param failed the last attempt at that, if it brought nothing; {@code null} if it went well, or if there was none
 * @param incomplete the editions of the last {@value #DAYS} days that are not as they should be in the end, newest first
 * @param unreachable the lists of these days that could not be had at the last attempt, newest first
 * @param late days of the last week of which there should be more by now, newest first
 * @param waiting how many overviews are to be written
 * @param givenUp how many could not be written
 */
public record Progress(Instant synchronisedAt, Run failed, List<EditionSummary> incomplete, List<DayList> unreachable,
        List<LateDay> late, long waiting, long givenUp) {

    /** Days before this one are over: nobody waits for them any more. */
    static final int DAYS = 14;
    private static final Set<EditionStatus> IN_THE_END = EnumSet.of(EditionStatus.COMPLETE, EditionStatus.LISTED);
    private static final List<Run.Status> DONE = List.of(Run.Status.SUCCEEDED, Run.Status.PARTLY_FAILED);

    /** Must be called within a transaction. The number of queries depends on nothing. */
    static Progress now(Clock clock, Deadlines deadlines) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        LocalDate first = today.minusDays(DAYS - 1);
        Optional<Run> last = Run.lastEnded(Run.Kind.LISTS);
        Optional<Run> done = Run.find("kind = ?1 and status in ?2", newest(), Run.Kind.LISTS, DONE).firstResultOptional();
        List<EditionSummary> editions = Edition.summaries(first, today);
        return new Progress(done.map(run -> run.endedAt).orElse(null),
                last.filter(run -> run.status == Run.Status.FAILED).orElse(null),
                editions.stream().filter(edition -> !IN_THE_END.contains(edition.status()))
                        .sorted((one, other) -> other.date().compareTo(one.date())).toList(),
                DayList.list("failure is not null and date >= ?1", Sort.descending("date"), first),
                LateDay.at(clock.instant(), deadlines), PendingOverview.count(PendingOverview.State.WAITING),
                PendingOverview.count(PendingOverview.State.GIVEN_UP));
    }

    private static Sort newest() {
        return Sort.descending("startedAt", "id");
    }

    /** Whether the lists are as they should be at this moment. */
    boolean isListed() {
        return failed == null && unreachable.isEmpty() && late(LateDay.Reason.NO_PAPERS) == 0;
    }

    /** Whether the overviews are. */
    boolean isWritten() {
        return givenUp == 0 && late(LateDay.Reason.NOT_COMPLETE) == 0;
    }

    /** How many days are late for a reason. */
    long late(LateDay.Reason reason) {
        return late.stream().filter(day -> day.reason() == reason).count();
    }
}
