package sulan.web;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import sulan.archive.Paper;
import sulan.digest.Ratings;
import sulan.search.PaperHit;
import sulan.search.PaperHits;
import sulan.search.PaperHits.Facet;

/**
 * A page of a list of papers in JSON.
 *
 * @param total the papers found, on all pages
 * @param page counted from 1
 */
@Schema(name = "List", description = "A page of a list of papers")
record ListJson(long total, int page, int pages, int size, List<Item> items, FacetsJson facets) {

    /** Must be called within the transaction that found the papers. */
    static ListJson of(PaperHits hits) {
        return new ListJson(hits.total(), hits.query().page(), hits.pages(), hits.query().size(),
                hits.items().stream().map(Item::of).toList(),
                FacetsJson.of(hits.facets()));
    }

    /** @param tags the slugs of the tags that the paper's keywords lead to */
    @Schema(name = "ListItem", description = "A paper in a list")
    record Item(String id, String title, List<LocalDate> listedOn, @Schema(nullable = true) Integer upvotes,
            PaperJson.RatingsJson ratings,
            List<String> tags, PaperJson.Rank rank) {

        static Item of(PaperHit hit) {
            Paper paper = hit.paper();
            boolean empty = paper.overview == null;
            return new Item(paper.id, paper.title, paper.listingDates(), paper.upvotes,
                    PaperJson.RatingsJson.of(empty ? Ratings.NONE : paper.overview.ratings()),
                    empty ? List.of() : paper.overview.keywords.stream().map(word -> word.tag.slug).distinct().toList(),
                    PaperJson.Rank.of(hit));
        }
    }

    @Schema(name = "Facets", description = "How many papers there would be with one more filter")
    record FacetsJson(List<Facet> tag, List<Facet> year, List<Facet> month, List<Facet> recommendation, List<Facet> rated,
            List<Facet> code) {

        static FacetsJson of(PaperHits.Facets facets) {
            return new FacetsJson(facets.tags(), facets.years(), facets.months(), facets.recommendations(), facets.rated(),
                    facets.code());
        }
    }
}
