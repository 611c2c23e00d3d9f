package sulan.source.huggingface;

/** An answer of the API that someone saved: {@code GET /api/daily_papers?date=D}, or the same with an object around it. */
public final class SavedAnswer {

    private SavedAnswer() {
    }

    /**
     * Reads it entry by entry; one that cannot be read does not stop the rest.
     *
     * @param content JSON, as it was saved
     * @return its papers; none, and one ERROR that belongs to no entry, if it is no list at all
     */
    public static DailyList read(byte[] content) {
        ListReading reading = new ListReading();
        try {
            reading.take(Answer.read(content));
        } catch (UnreadableAnswerException e) {
            reading.giveUp(e);
        }
        return reading.list();
    }
}
