package sulan.digest;

/** Which characters are Chinese. */
final class Han {

    private Han() {
    }

    static boolean is(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN && codePoint != '々';
    }

    static boolean isIn(String text) {
        return text.codePoints().anyMatch(Han::is);
    }
}
