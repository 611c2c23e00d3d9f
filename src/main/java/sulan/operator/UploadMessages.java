package sulan.operator;

import java.time.LocalDate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import sulan.archive.ExpectedChange;
import sulan.digest.Diagnostic;

/** The texts of the pages for uploads; {@code messages/upload_zh.properties} has them in Chinese. */
@MessageBundle("upload")
public interface UploadMessages {

    String title();

    String help();

    String files();

    String send();

    String waiting();

    String waitingFiles(int count);

    String noFile();

    String failed();

    String gone();

    String tooLarge();

    String tooLargeHelp(long megabytes);

    String back();

    // Review
    String reviewTitle();

    String reviewHelp();

    String demoLeaves();

    String nothingAccepted();

    String allTogether(int count);

    String choose();

    String file();

    String date();

    String change();

    String remarks();

    String papers(int count);

    @Message
    String kind(ExpectedChange.Kind kind);

    String added(int count);

    String changed(int count);

    String unchanged(int count);

    String leaving(int count);

    String edited(int count);

    String onlyText();

    String sameDate(LocalDate date, String names);

    String warnings(long count);

    String notes(long count);

    String noRemarks();

    String look();

    String lookAt(String file);

    String refusedTitle(int count);

    String passedOverTitle(int count);

    String confirm();

    String discard();

    String discarded();

    String noneChosen();

    String rivalsChosen(LocalDate date);

    String running();

    // One file
    String textTitle(String file);

    String backToReview();

    String general();

    String excerpts();

    String whole(int lines);

    String noText();

    String noDiagnostics();

    String unplaced();

    String ofPaper(String title);

    @Message
    String level(Diagnostic.Level level);

    // Audit
    String auditUploaded(int files, int passedOver);

    String auditConfirmed(int files, String dates, long run);

    String auditDiscarded(int files);
}
