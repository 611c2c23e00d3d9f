package sulan.web;

import java.util.Locale;

/** What all drawings of the portal have in common. */
final class Drawing {

    private Drawing() {
    }

    /** A length as SVG writes it, with the precision that a screen can show. */
    static String units(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
