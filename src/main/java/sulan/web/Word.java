package sulan.web;

import java.util.Locale;

/** The word that a constant has in addresses and JSON: {@code PARTLY_FAILED} is {@code partly-failed}. */
final class Word {

    private Word() {
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
