package sulan.search;

import java.util.List;

import sulan.archive.Paper;

/**
 * Those before and after a paper among the papers of an edition, by recommendation; those without one come last.
 *
 * @param place the paper's own place, counted from 1
 * @param count how many papers the edition lists
 * @param previous {@code null} if the paper is the first
 * @param next {@code null} if the paper is the last
 */
public record Neighbours(int place, int count, Paper previous, Paper next) {

    static Neighbours of(String id, List<String> ranked) {
        int at = ranked.indexOf(id);
        return at < 0 ? null : new Neighbours(at + 1, ranked.size(), paper(ranked, at - 1), paper(ranked, at + 1));
    }

    private static Paper paper(List<String> ranked, int at) {
        return at < 0 || at == ranked.size() ? null : Paper.findById(ranked.get(at));
    }
}
