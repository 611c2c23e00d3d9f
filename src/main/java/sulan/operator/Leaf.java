package sulan.operator;

/**
 * Which page of a long list is shown.
 *
 * @param page counted from 1
 * @param pages at least 1
 */
record Leaf(int page, int pages, int size) {

    /**
     * @param given the page that is asked for; what is none leads to the first, what is beyond the last to the last
     * @param total how many items there are
     */
    static Leaf of(String given, long total, int size) {
        int pages = (int) Math.max(1, (total + size - 1) / size);
        int page = given != null && given.matches("[1-9][0-9]{0,8}") ? Math.min(pages, Integer.parseInt(given)) : 1;
        return new Leaf(page, pages, size);
    }

    /** How many items stand on the pages before. */
    int first() {
        return (page - 1) * size;
    }
}
