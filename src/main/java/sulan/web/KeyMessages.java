package sulan.web;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about the keyboard, copying and sharing, and answers that are slow to come. */
@MessageBundle("keys")
public interface KeyMessages {

    String open();

    String title();

    String close();

    String papers();

    String nextPaper();

    String openPaper();

    String markPaper();

    String around();

    String or();

    String previousNext();

    String search();

    String thisList();

    String places();

    String reading();

    String switchedOn();

    String switchedOnHelp();

    /** With 0 where the script puts what the mark is called. */
    String marked();

    String unmarked();

    String waiting();

    String retry();

    String citeOrShare();

    String copyOrShare();

    String copyLink();

    String copyCitation();

    String copyBibTeX();

    String copyMarkdown();

    String share();

    String copied();

    String byHand();

    String notLoaded();
}
