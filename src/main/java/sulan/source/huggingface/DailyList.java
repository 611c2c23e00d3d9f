package sulan.source.huggingface;

import java.util.List;

import sulan.digest.Diagnostic;
import sulan.digest.ListedPaper;

/**
 * What one answer, or all pages of a day, said.
 *
 * @param papers the papers that could be read, each id once, in the order of the answer
 * @param diagnostics what is odd: {@code paper} is the number of the entry, counted from 1 over all pages, or 0 if it is about
 *        the
 *        list as a whole; {@code line} is always 0. An ERROR stands for an entry that was left out, a WARNING for a field that
 *        was
 *        left out or is lacking, an INFO for an entry that repeats an earlier one.
 */
public record DailyList(List<ListedPaper> papers, List<Diagnostic> diagnostics) {

    /** Copies both. */
    public DailyList {
        papers = List.copyOf(papers);
        diagnostics = List.copyOf(diagnostics);
    }
}
