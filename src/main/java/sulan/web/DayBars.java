package sulan.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.qute.TemplateExtension;
import sulan.archive.EditionSummary;

/**
 * How many papers each day of a month has. A day without an edition has no bar.
 *
 * @param most the papers of the highest bar
 */
public record DayBars(List<Bar> bars, long most, int width) {

    /** Units of the drawing, as pixels. */
    private static final int STEP = 9;
    private static final int GAP = 2;
    private static final int HEIGHT = 36;
    private static final int ABOVE = 14;
    private static final int BELOW = 15;
    /** Days between two that are named, which are the first of the month and so on. */
    private static final int NAMED = 7;

    public record Bar(EditionSummary edition, int x, String y, String height) {

        public int width() {
            return STEP - GAP;
        }
    }

    /** A day whose number stands below. */
    public record Name(int day, int x) {
    }

    @TemplateExtension
    static DayBars dayBars(Period period, List<EditionSummary> editions) {
        long most = editions.stream().mapToLong(EditionSummary::papers).max().orElse(0);
        return new DayBars(editions.stream().map(edition -> bar(edition, period.from(), most)).toList(), most,
                (int) period.days() * STEP - GAP);
    }

    private static Bar bar(EditionSummary edition, LocalDate from, long most) {
        double height = most == 0 ? 0 : (double) edition.papers() / most * HEIGHT;
        return new Bar(edition, (int) ChronoUnit.DAYS.between(from, edition.date()) * STEP,
                Drawing.units(ABOVE + HEIGHT - height),
                Drawing.units(height));
    }

    public int height() {
        return ABOVE + HEIGHT + BELOW;
    }

    /** Where the bars stand. */
    public int ground() {
        return ABOVE + HEIGHT;
    }

    public int namesY() {
        return height() - 3;
    }

    public List<Name> names() {
        return IntStream.iterate(1, day -> (day - 1) * STEP < width, day -> day + NAMED)
                .mapToObj(day -> new Name(day, (day - 1) * STEP)).toList();
    }
}
