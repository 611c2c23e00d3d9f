package sulan.digest;

/**
 * A paper as a digest lists it.
 *
 * @param position its place in the digest, counted from 1
 * @param title plain text; white space is folded and LaTeX residue mended ({@code 360^circ} becomes {@code 360°})
 * @param paperId the arXiv id without version, such as {@code 2309.10668} or {@code hep-th/9901001}
 * @param overview what was written about it
 */
public record DigestPaper(int position, String title, String paperId, Overview overview) {

    /** @throws IllegalArgumentException if the title is blank, the id is not one of arXiv's, or the position is not positive */
    public DigestPaper {
        if (position < 1) {
            throw new IllegalArgumentException("positions count from 1, but was " + position);
        }
        title = Fragments.title(title);
        if (title == null) {
            throw new IllegalArgumentException("a paper has a title");
        }
        if (overview == null) {
            throw new IllegalArgumentException("a paper has an overview, if an empty one");
        }
        if (paperId == null || !ListedPaper.ARXIV_ID.matcher(paperId).matches()) {
            throw new IllegalArgumentException("not an arXiv id: " + paperId);
        }
    }
}
