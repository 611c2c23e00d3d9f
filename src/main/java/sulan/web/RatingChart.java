package sulan.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.quarkus.qute.TemplateExtension;
import sulan.archive.Edition;
import sulan.archive.RatingCount;

/**
 * How the recommendations of some papers are distributed, in steps of a half.
 *
 * @param bars from the lowest step with a paper, and never fewer than from 3 to 5
 * @param unrated how many papers have no recommendation
 */
public record RatingChart(List<Bar> bars, long rated, long unrated) {

    /** Steps of a half from 0 to 5. */
    private static final int STEPS = 11;
    /** The recommendation of 3. */
    private static final int HIGHEST_FIRST = 6;
    /** Units of the drawing, as pixels. */
    private static final int STEP = 26;
    private static final int GAP = 6;
    private static final int HEIGHT = 36;
    private static final int ABOVE = 14;
    private static final int BELOW = 15;

    /**
     * A step.
     *
     * @param least the lowest recommendation in it, in halves
     */
    public record Bar(int least, long papers, int x, String y, String height) {

        /** The lowest recommendation in it. */
        public String from() {
            return Drawing.units(least / 2.0);
        }

        /** The step for tables: ratings have up to two decimals. */
        public String range() {
            return least == STEPS - 1 ? from() : from() + "–" + String.format(Locale.ROOT, "%.2f", least / 2.0 + 0.49);
        }

        public int width() {
            return STEP - GAP;
        }

        public int middle() {
            return x + (STEP - GAP) / 2;
        }

        /** Where its count stands. */
        public String countY() {
            return Drawing.units(Double.parseDouble(y) - 3);
        }
    }

    /** The papers of a day. */
    @TemplateExtension
    static RatingChart recommendations(Edition edition) {
        return of(RatingCount.recommendations(edition.date, edition.date));
    }

    /** The papers of a week or month. */
    @TemplateExtension
    static RatingChart recommendations(Period period) {
        return of(RatingCount.recommendations(period.from(), period.to()));
    }

    static RatingChart of(List<RatingCount> counts) {
        long[] papers = new long[STEPS];
        counts.stream().filter(count -> count.value() != null).forEach(count -> papers[step(count.value())] += count.papers());
        int first = IntStream.range(0, HIGHEST_FIRST).filter(step -> papers[step] > 0).findFirst().orElse(HIGHEST_FIRST);
        long most = IntStream.range(0, STEPS).mapToLong(step -> papers[step]).max().getAsLong();
        List<Bar> bars = IntStream.range(first, STEPS).mapToObj(step -> bar(step, papers[step], step - first, most)).toList();
        return new RatingChart(bars, IntStream.range(0, STEPS).mapToLong(step -> papers[step]).sum(),
                counts.stream().filter(count -> count.value() == null).mapToLong(RatingCount::papers).sum());
    }

    private static int step(BigDecimal rating) {
        return rating.multiply(BigDecimal.valueOf(2)).intValue();
    }

    private static Bar bar(int step, long papers, int place, long most) {
        double height = most == 0 ? 0 : (double) papers / most * HEIGHT;
        return new Bar(step, papers, place * STEP, Drawing.units(ABOVE + HEIGHT - height), Drawing.units(height));
    }

    public int width() {
        return bars.size() * STEP - GAP;
    }

    public int height() {
        return ABOVE + HEIGHT + BELOW;
    }

    /** Where the bars stand. */
    public int ground() {
        return ABOVE + HEIGHT;
    }

    /** Where the names of the steps stand. */
    public int namesY() {
        return height() - 3;
    }
}
