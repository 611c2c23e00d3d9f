package sulan.web;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * Texts about what readers mark for themselves, and about the look they choose. Where a text is completed by a script, numbers
 * stand in it as {@code %0}, {@code %1}.
 */
@MessageBundle("reading")
public interface ReadingMessages {

    String title();

    String description();

    String marks();

    String star();

    String read();

    String hide();

    String mute();

    String unmute();

    String unread();

    String allRead();

    String newSince();

    String hiddenByYou();

    String hiddenByMutes();

    String hiddenByBoth();

    String reveal();

    String unsaved();

    String dayMarks();

    String onlyHere();

    String needsScript();

    String starredPapers();

    String noneStarred();

    String more();

    String unknown();

    String mutedTags();

    String noneMuted();

    String allMarks();

    String allMarksHelp();

    String exportMarks();

    String importMarks();

    String imported();

    String notImported();

    String tooLarge();

    String clear();

    String clearHelp();

    String clearNow();

    String cleared();

    String theme();

    String themeSystem();

    String themeLight();

    String themeDark();

    String tooManyPapers(String most);

    String noPaperId(String given);
}
