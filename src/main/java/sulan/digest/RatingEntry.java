package sulan.digest;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.ListItem;

/** A rating as it stands in a text: what is rated, and the texts around the score, by their place. */
final class RatingEntry {

    final List<Criterion> criteria;
    /** The list item that begins with the label, or {@code null}. */
    final ListItem item;
    /** Whether a score was stated, if one that could not be taken. */
    boolean scored;
    /** Whether the label only takes up an earlier one, for its reason. */
    boolean repeated;
    /** Whether it ends a sentence of all scores: what follows on the line then speaks of all of them. */
    boolean endsSentence;
    /** Texts on the line of the score. */
    final List<String> inline = new ArrayList<>();
    /** Texts under it in its list item. */
    final List<String> nested = new ArrayList<>();
    /** Texts after it outside of its list item. */
    final List<String> loose = new ArrayList<>();

    RatingEntry(List<Criterion> criteria, ListItem item) {
        this.criteria = criteria;
        this.item = item;
    }

    boolean hasOwnText() {
        return !inline.isEmpty() || !nested.isEmpty();
    }

    boolean hasText() {
        return hasOwnText() || !loose.isEmpty();
    }

    static void add(List<String> texts, String text) {
        if (text != null) {
            texts.add(text);
        }
    }
}
