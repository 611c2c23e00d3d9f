package sulan.web;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about one paper, in lists and on its own page. */
@MessageBundle("paper")
public interface PaperMessages {

    String percentile(int percentile);

    // What is opened in place
    String wholeOverview();

    String abstractAndLinks();

    String links();

    String unfoldAll();

    String foldAll();

    String toPaper();

    // The page of a paper
    String furtherAuthors(int count);

    String facts();

    String arxivId();

    String publishedAt();

    String submittedBy();

    String organization();

    String neighbours();

    String neighboursBelow();

    String previous();

    String next();

    String subscribe();
}
