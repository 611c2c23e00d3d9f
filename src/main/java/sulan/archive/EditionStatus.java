package sulan.archive;

/** How complete an edition is. */
public enum EditionStatus {

    /** As many papers as declared, each with an overview. */
    COMPLETE("complete"),
    /** More papers may be listed. */
    GROWING("growing"),
    /** The list is whole, and overviews are being written. */
    WRITING("writing"),
    /** The list is whole, and no overviews were asked for. */
    LISTED("listed"),
    /** Papers or overviews are missing. */
    PARTLY_FAILED("partly-failed"),
    /** The list could not be fetched, or no overview could be written. */
    FAILED("failed"),
    /** The list is empty. */
    NOTHING_LISTED("nothing-listed");

    private final String word;

    EditionStatus(String word) {
        this.word = word;
    }

    /** The word for it in addresses and JSON. */
    public String word() {
        return word;
    }
}
