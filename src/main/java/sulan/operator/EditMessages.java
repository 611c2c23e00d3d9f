package sulan.operator;

import java.time.LocalDate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import sulan.archive.Overview;

/** The texts of the pages on which papers are edited and hidden; {@code messages/edit_zh.properties} has them in Chinese. */
@MessageBundle("edit")
public interface EditMessages {

    // Finding papers
    String papersTitle();

    String findLabel();

    String findHelp();

    String find();

    String found(int count);

    String foundNothing();

    String editedTitle(long count);

    String hiddenTitle(long count);

    String none();

    String more(long count);

    String stateEdited();

    String stateHidden();

    String stateUnlisted();

    String listedOn(LocalDate date);

    // One paper
    String readersPage();

    String hiddenNow();

    String notListed();

    String noSuchPaper(String id);

    String edit();

    @Message
    String field(OverviewField field);

    String helpMarkdown();

    String helpKeywords();

    String helpRating();

    String truncated();

    String unplacedStays();

    String preview();

    String save();

    String previewTitle();

    String previewHelp();

    String problemRating();

    String problemTooLong(int most);

    String problemKeyword(int line, int most);

    String problemEmpty();

    String problems();

    String nothingChanged();

    String conflict();

    String conflictTitle();

    String saved();

    // Differences
    String differenceTitle();

    String differenceHelp();

    String differenceOfDraft();

    String differenceNone();

    String removed();

    String added();

    String end();

    // History
    String historyTitle();

    String historyNone();

    @Message
    String origin(Overview.Origin origin);

    String byModel(String model);

    String prompt(String version);

    String ofEdition(LocalDate date);

    String recordedAt();

    String supersededAt();

    String shownNow();

    String first();

    String changesToBefore();

    // Taking back, hiding, showing
    String withdrawTitle();

    String withdrawHelp();

    String withdraw();

    String withdrawn();

    String nothingToWithdraw();

    String hideTitle();

    String hideHelp();

    String reason();

    String hide();

    String hidden();

    String showHelp();

    String show();

    String shown();

    // Audit
    String auditEdited(String fields);

    String auditWithdrawn();

    String auditHidden();

    String auditHiddenBecause(String reason);

    String auditShown();

    String auditShownBecause(String reason);
}
