package sulan.web;

import java.util.Locale;

/** Names of constants as words of addresses and JSON: {@code PARTLY_FAILED} is {@code partly-failed}. */
final class Words {

    private Words() {
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
