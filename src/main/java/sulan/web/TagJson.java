package sulan.web;

import java.util.List;

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
record TagJson(String slug, String en, String zh, @JsonUnwrapped ListJson papers) {

    /** Must be called within the transaction that found the papers. */
    static TagJson of(Tag tag, PaperHits hits) {
        return new TagJson(tag.slug, tag.en, tag.zh, ListJson.of(hits));
    }

    /** All tags, the most frequent first. */
    record Tags(List<Count> tags) {

        static Tags of(List<TagCount> counts) {
            return new Tags(counts.stream().map(tag -> new Count(tag.slug(), tag.en(), tag.zh(), tag.papers())).toList());
        }
    }

    record Count(String slug, String en, String zh, long count) {
    }
}
