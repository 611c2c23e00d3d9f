package sulan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import sulan.archive.EditionStatus;
import sulan.archive.LateDay;
import sulan.archive.PendingOverview;
import sulan.archive.Run;

/** Texts about what comes in daily: lists of papers, what they say of them, overviews that are written, and how far all is. */
@MessageBundle("daily")
public interface DailyMessages {

    @Message
    String pending(PendingOverview.State state);

    String modelOff();

    String andOthers(int authors);

    String upvotes(int count);

    String comments(int count);

    String stars(int count);

    String leadOf();

    String leadBy(String model);

    String leadModel(String model);

    String listedKeywords();

    String submittedAt();

    String editedAt(String moment);

    String promptVersion(String version);

    String writtenAt(String moment);

    String mostUpvoted();

    String contentsByUpvotes();

    @Message
    String dayStatus(EditionStatus status);

    @Message
    String dayStatusHelp(EditionStatus status);

    String entriesLeftOut(int count);

    String overviewsWaiting(long count);

    String overviewsGivenUp(long count);

    String daySigns();

    String progress();

    String synchronised();

    String neverSynchronised();

    String lastFailed(String moment);

    String lateDays();

    @Message
    String lateBecause(LateDay.Reason reason);

    String unreachableDays();

    String incompleteDays();

    String noIncompleteDays();

    String queue();

    String queueOf(long waiting, long givenUp);

    String modelTitle();

    String modelOn();

    String versionTitle();

    @Message
    String runUnit(Run.Kind kind);

    String thumbnail();
}
