package sulan.operator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Where something went wrong, as a failure says it.
 *
 * @param address the operator's page about it; {@code null} if there is none
 */
record Place(String text, String address) {

    private static final Pattern PAPER = Pattern.compile("[0-9]{4}\\.[0-9]{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/[0-9]{7}");
    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\b.*");

    /** @param text a date, possibly with what it is about within the day; a paper's id; a file's name; or {@code null} */
    static Place of(String text) {
        if (text == null) {
            return null;
        }
        if (PAPER.matcher(text).matches()) {
            return new Place(text, Addresses.paper(text));
        }
        return new Place(text, DAY.matcher(text).matches() ? day(text.substring(0, 10)) : null);
    }

    private static String day(String text) {
        try {
            return Addresses.day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
