package sulan.digest;

/**
 * Something a reader of input found odd: who must act, where, and one sentence for people, in Chinese, that says what was found
 * and what was done with it.
 *
 * @param level who must act
 * @param line the line of the input it is about, counted from 1; 0 if it is about the input as a whole
 * @param paper the position of the paper it is about, counted from 1; 0 if it belongs to no paper
 * @param message the sentence
 */
public record Diagnostic(Level level, int line, int paper, String message) {

    /** Who must act, from nobody to the operator at once. */
    public enum Level {
        /** Nobody: the text was understood, but something was converted or mended. */
        INFO,
        /** Someone who cares for the text: a part was not understood; it is kept and shown as it is. */
        WARNING,
        /** The operator: the input cannot go in as it is. */
        ERROR
    }
}
