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

    /**
     * How many pages there are to be turned; 1 if nothing was found, and no more than {@link PaperQuery#MAX_DEPTH} papers'
     * worth.
     */
    public int pages() {
        long reachable = Math.min(total, PaperQuery.MAX_DEPTH / query.size() * query.size());
        return (int) Math.max(1, (reachable + query.size() - 1) / query.size());
    }

    /** The number of papers with one value of a filter. */
    public record Facet(String value, String label, long count) {
    }

    /**
     * @param tags the most frequent tags among the papers found, those of the query left out
     * @param years years in which such papers were listed, newest first; the query's dates are left aside
     * @param months months in which such papers were listed, as {@code 2023-09}, newest first; the query's dates are left aside
     * @param recommendations the least recommendations to choose from, highest first; the query's own is left aside
     * @param rated one value, {@code true}: with a rating
     * @param code one value, {@code true}: with an address of their code
     */
    public record Facets(List<Facet> tags, List<Facet> years, List<Facet> months, List<Facet> recommendations,
            List<Facet> rated, List<Facet> code) {
    }
}
