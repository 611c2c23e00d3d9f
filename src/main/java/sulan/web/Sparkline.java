package sulan.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A tag's share in some weeks or months that follow one another, as small bars. The highest share fills the drawing.
 *
 * @param bars oldest first
 */
public record Sparkline(List<Bar> bars) {

    /** Units of the drawing. */
    private static final int STEP = 8;
    private static final int GAP = 2;
    static final int HEIGHT = 24;
    /** What is known to be none is seen as a line, what is not known is not seen. */
    private static final double LEAST_HEIGHT = 1;

    /** @param share {@code null} if no paper of the time carries any tag: then there is no bar */
    public record Bar(Period period, Share share, int x, String y, String height) {

        public int width() {
            return STEP - GAP;
        }
    }

    /** @param shares as many as periods, {@code null} where there are no papers */
    static Sparkline of(List<Period> periods, List<Share> shares) {
        double most = shares.stream().mapToDouble(share -> share == null ? 0 : share.value()).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Share share = shares.get(i);
            double height = share == null ? 0 : Math.max(LEAST_HEIGHT, most == 0 ? 0 : share.value() / most * HEIGHT);
            bars.add(new Bar(periods.get(i), share, i * STEP, Drawing.units(HEIGHT - height), Drawing.units(height)));
        }
        return new Sparkline(bars);
    }

    public Bar first() {
        return bars.get(0);
    }

    public Bar last() {
        return bars.get(bars.size() - 1);
    }

    public int width() {
        return bars.size() * STEP - GAP;
    }

    public int height() {
        return HEIGHT;
    }
}
