package sulan.digest;

/** In which of the two languages of a digest a text is written. */
final class Han {

    private Han() {
    }

    static boolean is(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN && codePoint != '々';
    }

    static boolean isIn(String text) {
        return text.codePoints().anyMatch(Han::is);
    }

    /** Whether a text has Latin letters. */
    static boolean hasLatin(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }
}
