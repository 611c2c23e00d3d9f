package sulan.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.panache.common.Sort;
import sulan.archive.DayList;
import sulan.archive.Deadlines;
import sulan.archive.DigestFile;
import sulan.archive.LateDay;
import sulan.archive.PendingOverview;

/**
 * All that needs somebody.
 *
 * @param groups failures of the last runs that are not dealt with, newest first
 * @param late days of which there should be more by now, newest first
 * @param lists daily lists whose last attempt brought nothing, newest first
 * @param givenUp overviews that could not be written, newest edition first; the first ones
 * @param givenUpCount how many of them there are
 * @param refused files of the folder that did not go in, by name
 */
record Unattended(List<FailureGroup> groups, List<LateDay> late, List<DayList> lists, List<GivenUp> givenUp, long givenUpCount,
        List<DigestFile> refused) {

    static final int DAYS = 30;
    private static final int GIVEN_UP = 100;

    record GivenUp(PendingOverview pending) {

        /** Such as {@code /operator/papers/2309.10668}. */
        public String address() {
            return Addresses.paper(pending.paperId);
        }
    }

    static Unattended now(Clock clock, Deadlines deadlines) {
        List<GivenUp> givenUp = PendingOverview
                .<PendingOverview> find("from PendingOverview w join fetch w.paper where w.state = ?1"
                        + " order by w.editionDate desc, w.paperId", PendingOverview.State.GIVEN_UP)
                .page(0, GIVEN_UP).list().stream().map(GivenUp::new).toList();
        return new Unattended(FailureGroup.unattended(since(clock)), LateDay.at(clock.instant(), deadlines),
                DayList.list("failure is not null", Sort.descending("date")), givenUp,
                PendingOverview.count("state", PendingOverview.State.GIVEN_UP), DigestFile.inState(DigestFile.State.REFUSED));
    }

    /** What is older is not asked for any more. */
    static Instant since(Clock clock) {
        return clock.instant().minus(Duration.ofDays(DAYS));
    }

    public boolean isNone() {
        return groups.isEmpty() && late.isEmpty() && lists.isEmpty() && givenUp.isEmpty() && refused.isEmpty();
    }
}
