package sulan.archive;

/** How complete an edition is. */
public enum EditionStatus {

    /** As many papers as declared, each with an overview. */
    COMPLETE("complete"),
    /** Papers or overviews are missing. */
    PARTLY_FAILED("partly-failed"),
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

    /**
     * @param declared how many papers were declared; {@code null} if that is not known
     * @param papers how many papers are listed
     * @param overviews how many of them have an overview
     */
    static EditionStatus of(Integer declared, long papers, long overviews) {
        if (papers == 0) {
            return NOTHING_LISTED;
        }
        boolean whole = overviews == papers && (declared == null || declared == papers);
        return whole ? COMPLETE : PARTLY_FAILED;
    }
}
