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

    /** @param tags the slugs of the tags that the overview's keywords and Hugging Face's lead to */
    @Schema(name = "ListItem", description = "A paper in a list")
    record Item(String id, String title, List<LocalDate> listedOn, @Schema(nullable = true) Integer upvotes,
            PaperJson.RatingsJson ratings,
            List<String> tags, PaperJson.Rank rank,
            @Schema(nullable = true, description = "What the paper does in one English sentence, by a model of Hugging Face's") String lead,
            @Schema(nullable = true) Integer comments, @Schema(nullable = true) Integer codeStars) {

        static Item of(PaperHit hit) {
            Paper paper = hit.paper();
            return new Item(paper.id, paper.title, paper.listingDates(), paper.upvotes,
                    PaperJson.RatingsJson.of(paper.overview == null ? Ratings.NONE : paper.overview.ratings()),
                    paper.shownTags().stream().map(tag -> tag.slug).toList(),
                    PaperJson.Rank.of(hit), paper.lead, paper.comments, paper.codeStars);
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
