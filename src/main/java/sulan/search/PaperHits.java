package sulan.search;

import java.util.List;

/**
 * What a query found.
 *
 * @param query the query
 * @param total the papers found, on all pages
 * @param items those of the query's page, in order
 * @param facets how many papers there would be if one more filter were set
 */
public record PaperHits(PaperQuery query, long total, List<PaperHit> items, Facets facets) {

    /** How many pages there are; 1 if nothing was found. */
    public int pages() {
        return (int) Math.max(1, (total + query.size() - 1) / query.size());
    }

    /** The number of papers with one value of a filter. */
    public record Facet(String value, String label, long count) {
    }

    /**
     * @param tags the most frequent tags among the papers found, those of the query left out
     * @param years years in which such papers were listed, newest first; the query's dates are left aside
     * @param recommendations the least recommendations to choose from, highest first; the query's own is left aside
     */
    public record Facets(List<Facet> tags, List<Facet> years, List<Facet> recommendations) {
    }
}
