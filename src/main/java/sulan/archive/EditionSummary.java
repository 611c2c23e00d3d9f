package sulan.archive;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An edition in the calendar, with what tells how complete it is.
 *
 * @param declaredCount how many papers the digest declares; {@code null} if it does not say
 * @param papers how many papers are listed
 * @param overviews how many of them have an overview
 * @param waiting how many others an overview is going to be written of
 * @param givenUp how many others it could not be written of
 * @param list what is known of Hugging Face's list of the date; {@code null} if it was never asked for
 * @param grewAt when the last of its papers was first seen in it; {@code null} if it has none
 */
public record EditionSummary(LocalDate date, Integer declaredCount, long papers, long overviews, long waiting, long givenUp,
        ListState list, Instant grewAt) {

    /**
     * What is known of Hugging Face's list of a date.
     *
     * @param settled whether no more papers are waited for
     * @param leftOut how many entries could not be read
     * @param failed whether the last attempt brought nothing
     */
    public record ListState(boolean settled, int leftOut, boolean failed) {
    }

    /** How complete it is. */
    public EditionStatus status() {
        if (papers == 0) {
            return list != null && list.failed ? EditionStatus.FAILED : EditionStatus.NOTHING_LISTED;
        }
        if (list != null && !list.settled) {
            return EditionStatus.GROWING;
        }
        if (waiting > 0) {
            return EditionStatus.WRITING;
        }
        if (givenUp == papers) {
            return EditionStatus.FAILED;
        }
        if (!isListWhole()) {
            return EditionStatus.PARTLY_FAILED;
        }
        if (overviews == papers) {
            return EditionStatus.COMPLETE;
        }
        return list != null && overviews + givenUp == 0 ? EditionStatus.LISTED : EditionStatus.PARTLY_FAILED;
    }

    /** Where Hugging Face lists the date, that list counts, whatever a digest declares. */
    private boolean isListWhole() {
        return list == null ? declaredCount == null || declaredCount == papers : list.leftOut == 0;
    }
}
