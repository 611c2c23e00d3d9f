package sulan.source.huggingface;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks Hugging Face for its daily lists. Blocks the thread, for minutes if Hugging Face is slow. Safe for use by several
 * threads.
 */
@ApplicationScoped
public class DailyPapers {

    /** The most that the API gives at once. */
    private static final int LIMIT = 100;
    /** Against a server that never ends; the longest days have some hundred papers. */
    private static final int MOST_PAGES = 20;

    private final HuggingFaceConfig config;
    private final GuardedCalls calls;

    DailyPapers(HuggingFaceConfig config, GuardedCalls calls) {
        this.config = config;
        this.calls = calls;
    }

    /** Whether Hugging Face is asked at all; else {@link #fetch} fails without a call. */
    public boolean isEnabled() {
        return config.enabled();
    }

    /**
     * The list of a day as it is now, with all its pages. It grows until the evening, and is ordered by upvotes, so a paper can
     * move from one page to the other between two calls: then it is in the list once, or, until the next time, not at all.
     *
     * @param date the date of the list
     * @return empty if nothing is listed on the date
     * @throws HuggingFaceException if any of its pages cannot be had, after the attempts that the settings allow; then nothing
     *         of
     *         the others is of use
     */
    public DailyList fetch(LocalDate date) throws HuggingFaceException {
        if (!config.enabled()) {
            throw HuggingFaceException.disabled();
        }
        ListReading reading = new ListReading();
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer answer = calls.page(date, LIMIT, page);
            boolean isNew = reading.take(answer);
            if (answer.entries().size() < LIMIT) {
                return reading.list();
            }
            if (!isNew) {
                break;
            }
        }
        reading.breakOff();
        return reading.list();
    }
}
