package sulan.web;

import java.util.List;

import sulan.search.Words;
import sulan.search.Words.Problem;

/**
 * What could not be read of the words of a query as it stands.
 *
 * @param before the words before it
 * @param part what it is about
 * @param after the words behind it
 * @param text how it was read
 */
public record Misreading(String before, String part, String after, String text) {

    private static final int MOST = 3;

    /** The first few, which are enough to mend the words one after the other. */
    static List<Misreading> of(Words words) {
        Messages texts = Language.texts(Messages.class);
        return words.problems().stream().limit(MOST).map(problem -> of(words.text(), problem, texts)).toList();
    }

    private static Misreading of(String words, Problem problem, Messages texts) {
        int end = problem.start() + problem.length();
        return new Misreading(words.substring(0, problem.start()), words.substring(problem.start(), end), words.substring(end),
                texts.misread(problem.kind()));
    }
}
