package sulan.web;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.search.PaperHits;

/**
 * A tag in JSON, with a page of its papers: the fields of {@link ListJson} follow its own.
 *
 * @param en the English name, or {@code null}
 * @param zh the Chinese name, or {@code null}
 */
@Schema(name = "Tag", description = "A tag with a page of its papers")
record TagJson(String slug, @Schema(nullable = true) String en, @Schema(nullable = true) String zh,
        @JsonUnwrapped ListJson papers) {

    /** Must be called within the transaction that found the papers. */
    static TagJson of(Tag tag, PaperHits hits) {
        return new TagJson(tag.slug, tag.en, tag.zh, ListJson.of(hits));
    }

    /** All tags, the most frequent first. */
    @Schema(name = "Tags", description = "All tags")
    record Tags(List<Count> tags) {

        static Tags of(List<TagCount> counts) {
            return new Tags(counts.stream().map(tag -> new Count(tag.slug(), tag.en(), tag.zh(), tag.papers())).toList());
        }
    }

    @Schema(name = "TagCount", description = "A tag and the number of its papers")
    record Count(String slug, @Schema(nullable = true) String en, @Schema(nullable = true) String zh, long count) {
    }
}
