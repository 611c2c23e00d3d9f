package sulan.web;

import java.util.Locale;

/**
 * A part of some papers.
 *
 * @param papers how many
 * @param of how many there are altogether; not 0
 */
public record Share(long papers, long of) {

    /** From 0 to 1. */
    double value() {
        return (double) papers / of;
    }

    /** In percent, with one decimal. */
    public String percent() {
        return papers == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", value() * 100);
    }
}
