package sulan.web;

import io.quarkus.qute.i18n.MessageBundle;

/** What readers are told when something is not there or went wrong, and where else they can go. */
@MessageBundle("problem")
public interface ProblemMessages {

    String said(String heading, String help);

    String errorNotFound();

    String errorNotFoundHelp();

    String errorNotAllowed();

    String errorNotAllowedHelp();

    String errorNotAcceptable();

    String errorNotAcceptableHelp();

    String errorToTwin(String address);

    String errorRefused();

    String errorRefusedHelp();

    String errorFailed();

    String errorFailedHelp();

    String errorRetry();

    String errorIndexing();

    String errorIndexingHelp();

    String errorBusy();

    String errorBusyHelp();

    String errorTooMany();

    String errorTooManyHelp();

    String errorSlow();

    String errorSlowHelp();

    String errorSlowRetry();

    String errorStatus();

    String errorHome();

    String parameter(String parameter);

    String errorInvalid(String name, String parameter);

    String invalidWordsTooLong(String most);

    String invalidTooManyConditions(String most);

    String invalidTooManyTags(String most);

    String invalidSize(String most);

    String invalidPage(String size, String pages, String depth);

    String invalidDates();

    String invalidDate(String given);

    String invalidRating(String given);

    String invalidFlag(String given);

    String invalidNumber(String given);

    String invalidOrder(String known, String given);

    String errorWithout(String name);

    String missingNewest(String date);

    String missingCalendar();

    String missingDate();

    String missingDateHelp(String given);

    String missingEdition(String date);

    String missingDayHelp();

    String missingEditionHelp();

    String missingBefore(String name);

    String missingAfter(String name);

    String missingPeriod();

    String missingWeekHelp(String given);

    String missingMonthHelp(String given);

    String missingEditions(String period);

    String missingPaper(String id);

    String missingPaperHelp();

    String hiddenPaper(String id);

    String hiddenPaperHelp();

    String missingPaperArxiv(String id);

    String missingPaperHf(String id);

    String missingPapers();

    String missingRun(String given);

    String missingRunHelp();

    String missingRunStatus();

    String missingTag(String given);

    String missingTagHelp();

    String missingTagSearch(String given);

    String missingTags();
}
