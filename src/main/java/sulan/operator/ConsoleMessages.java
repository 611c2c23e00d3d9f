package sulan.operator;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import sulan.archive.EditionStatus;
import sulan.archive.Failure;
import sulan.archive.LateDay;
import sulan.archive.ModelCall;
import sulan.archive.Overview;
import sulan.archive.Run;

/**
 * The texts of the pages with which the operator conducts intake; {@code messages/console_zh.properties} has them in Chinese.
 * They are apart from the others because Qute makes no class that works of a bundle with more than three hundred texts.
 */
@MessageBundle("console")
public interface ConsoleMessages {

    // Runs
    String navRuns();

    String navDays();

    String navFailures();

    String navLedger();

    String runsTitle();

    String runsHelp();

    String runsNoneOpen();

    String runsPast();

    String runsEmpty();

    String runsFailedOnly();

    String allKinds();

    String narrow();

    String go();

    String runKind();

    String runSource();

    String runStatus();

    String runStarted();

    String runEnded();

    String runItems();

    String runFailed();

    String runFigures(int done, int total, int recorded);

    String runCounts(int total, int recorded, int unchanged, int refused);

    String runElapsed(String span);

    String runLeft(String span);

    String runRefused(int refused);

    String runCancel();

    String runCancelled();

    String runCancelledNote(long number, String source);

    String runHasEnded();

    String runAgain();

    @Message
    String runAgainHelp(Run.Kind kind);

    String runNoFailures();

    String failureLevel();

    String failureStage();

    String failurePlace();

    String failureMessage();

    String failureDone();

    @Message
    String stage(Failure.Stage stage);

    // Days
    String daysTitle();

    String daysHelp();

    String daysIncompleteOnly();

    String daysGoTo();

    String daysEmpty();

    String daysNoneIncomplete();

    String day();

    String dayStatus();

    String dayPapers();

    String dayOverviews();

    String dayWaiting();

    String dayGivenUp();

    String dayLookedAt();

    String never();

    @Message
    String editionStatus(EditionStatus status);

    @Message
    String editionStatusHelp(EditionStatus status);

    String dayUnknown();

    String dayPublic();

    String dayMarkdown();

    String dayList();

    String dayListUnknown();

    String listState();

    String listSettled(String moment);

    String listGrowing();

    String listEntries();

    String listEntryCounts(int entries, int leftOut);

    String listEntry(int number);

    String paper();

    String paperId();

    String paperPlace();

    String paperOverview();

    String paperHidden();

    String paperTruncated();

    String paperNoOverview();

    String paperWaiting();

    String paperWaitingSince(String moment);

    String paperNotBefore(String moment);

    String paperGivenUp();

    String paperAttempts(int count);

    @Message
    String written(Overview.Origin origin);

    // The ledger
    String ledgerTitle();

    String ledgerHelp();

    String ledgerCsv();

    String ledgerDays();

    String ledgerMonths();

    String ledgerCalls();

    String budgetTitle(String day);

    String budgetMeter();

    String budgetSpent();

    String budgetReserved();

    String budgetLeft();

    String budgetOf(String daily, String currency);

    String budgetSettings(String input, String output, String currency);

    String period();

    String totalCalls();

    String totalOutcomes(long accepted, long faulty, long failed, long open);

    String totalUnknown(String amount);

    String callTitle(long number);

    String callAt();

    String callPurpose();

    String callSubject();

    String callModel();

    String callTokens();

    String callPrice(String currency);

    String callOutcome();

    String callReason();

    String callBudgetDay();

    String callRun();

    String callsOfPaper();

    String callAnswer();

    String callAnswerHelp();

    String callsEmpty();

    String callsNoneSuch();

    String allOutcomes();

    String atMost();

    String atMostHelp();

    @Message
    String purpose(ModelCall.Purpose purpose);

    @Message
    String outcome(ModelCall.Outcome outcome);

    @Message
    String outcomeHelp(ModelCall.Outcome outcome);

    // What went wrong
    String failuresTitle();

    String failuresHelp();

    String failuresNone();

    String failuresOfRuns();

    String failureCount(long count);

    String failureOtherPlaces(int count);

    String failureAcknowledge();

    String failureAcknowledged(int count);

    String failureAcknowledgedNote(int count, String message);

    String failuresLists();

    String failuresListsHelp();

    String failuresGivenUp(long count);

    String failuresGivenUpHelp();

    @Message
    String remedy(Remedy remedy);

    // The console
    String startAttention();

    String startLists(long count);

    String startGivenUp(long count);

    String startToday(String day);

    String startOverviews(long written, long waiting, long givenUp);

    String startTodayUnknown();

    String startSynchronised();

    String startNeverSynchronised();

    String startBudget();

    // Ranges of days
    String backfillTitle();

    // Fetching, writing, exporting
    String rangeFrom();

    String rangeTo();

    String rangeNoDate();

    String rangeReversed();

    String rangeFuture();

    String rangeLong(int days);

    String listsInProgress();

    String synchronise();

    String synchronised();

    String synchronisedNote();

    String fetchDay();

    String fetched();

    String fetchedNote(String date);

    String fetchingOff();

    String backfillLists();

    String backfillListsHelp();

    String backfillGo();

    String backfilled(long days);

    String backfilledNote(String range);

    String writingTitle();

    String writingHelp();

    String writingOff();

    String scope();

    String scopeMissing();

    String scopeAll();

    String scopeAllHelp();

    String modelHelp();

    String modelNoName(int most);

    String estimateGo();

    String estimateTitle();

    String estimateOtherModel();

    String estimateWithout(int count);

    String estimatePrice();

    String estimateMeasured();

    String estimateAtMost();

    String estimateLeft();

    String estimateDays();

    String estimateDayCount(int days);

    String estimateNever();

    String estimateNothing();

    String writingGo();

    String wanted(int papers, int without);

    String wantedMissingNote(String range, String model, int papers);

    String wantedAllNote(String range, String model, int papers);

    String againGo();

    String again(int count);

    String againNote(String date, int count);

    String pausedUntil(String moment);

    String resume();

    String resumed();

    String resumedNote();

    String notPaused();

    String exportTitle();

    String exportHelp();

    String exportOff();

    String exportGo();

    String exportZip();

    String exportInProgress();

    String exported();

    String exportedNote();

    // What is late
    String startLate(long count);

    String failuresLate();

    @Message
    String late(LateDay.Reason reason);

    String listMissing(int count);

    // Spans of time
    String spanHours(long hours, int minutes);

    String spanMinutes(long minutes, int seconds);

    String spanSeconds(long seconds);
}
