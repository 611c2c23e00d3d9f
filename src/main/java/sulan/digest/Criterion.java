package sulan.digest;

/**
 * What a paper is rated by. The order is the one in which the archive lists the ratings of a paper; the Chinese label is the
 * one that the digest format uses.
 */
public enum Criterion {

    PRACTICALITY("实用性"),
    NOVELTY("创新性"),
    RECOMMENDATION("推荐度");

    private final String label;

    Criterion(String label) {
        this.label = label;
    }

    /** The label in a digest, such as {@code 实用性}. */
    public String label() {
        return label;
    }
}
