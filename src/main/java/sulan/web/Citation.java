package sulan.web;

import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sulan.archive.Paper;

/**
 * What a paper is cited by. Nothing is guessed: year and month are part of an arXiv id.
 *
 * @param id the arXiv id without version
 * @param authors in the paper's order; empty if they are not known
 * @param month when arXiv received the first version; {@code null} if it cannot be told
 * @param subject arXiv's class for it, such as {@code hep-th}; {@code null} if it cannot be told. Only ids from before April
 *        2007 say it.
 */
record Citation(String id, String title, List<String> authors, YearMonth month, String subject) {

    /** Today's ids begin with year and month, the older ones with a subject before them. */
    private static final Pattern ID = Pattern.compile("(?:([a-z-]+(?:\\.[A-Z]{2})?)/)?(\\d{2})(0[1-9]|1[0-2])\\.?\\d{3,5}");
    /** arXiv began in 1991. */
    private static final int FIRST_YEAR = 91;

    static Citation of(Paper paper) {
        Matcher id = ID.matcher(paper.id);
        if (!id.matches()) {
            return new Citation(paper.id, paper.title, List.of(), null, null);
        }
        int year = Integer.parseInt(id.group(2));
        YearMonth month = YearMonth.of(year + (year < FIRST_YEAR ? 2000 : 1900), Integer.parseInt(id.group(3)));
        return new Citation(paper.id, paper.title, List.of(), month, id.group(1));
    }

    String arxiv() {
        return Links.arxiv(id);
    }

    String pdf() {
        return Links.pdf(id);
    }
}
