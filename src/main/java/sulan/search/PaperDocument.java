package sulan.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

import sulan.archive.Keyword;
import sulan.archive.Overview;
import sulan.archive.Paper;

/**
 * What the index knows of a paper that an edition lists. Nothing is stored in it but what lists are filtered, counted and
 * ordered by; what they show comes from the archive.
 */
@SearchEntity
@Indexed(index = IndexFolder.PAPERS)
final class PaperDocument {

    /** The fields in which words are looked for that may stand anywhere. */
    static final List<String> TEXTS = List.of("title", "keywords", "authors", "body");

    @DocumentId
    @KeywordField(name = "arxivId", sortable = Sortable.YES)
    String id;

    @FullTextField(analyzer = Analysis.NAME)
    String title;

    /** The overview's and Hugging Face's, as they were written, in both languages. */
    @FullTextField(analyzer = Analysis.NAME)
    List<String> keywords = List.of();

    @FullTextField(analyzer = Analysis.NAME)
    List<String> authors;

    /**
     * All other texts: abstract, Hugging Face's sentence, the overview's texts, the organization. Nobody asks for one of them
     * alone, and each field more is one more to look into for each word, in each part of the index.
     */
    @FullTextField(analyzer = Analysis.NAME)
    List<String> body = List.of();

    /** The slugs of the tags that the keywords lead to. */
    @KeywordField
    Set<String> tags = Set.of();

    /** The archive's ids of the same tags: what is counted are numbers. */
    @GenericField(aggregable = Aggregable.YES, searchable = Searchable.NO)
    Set<Long> tagIds = Set.of();

    /** In hundredths, like all ratings here; {@code null} if absent. */
    @GenericField(sortable = Sortable.YES)
    Integer practicality;

    @GenericField(sortable = Sortable.YES)
    Integer novelty;

    @GenericField(sortable = Sortable.YES)
    Integer recommendation;

    @GenericField(sortable = Sortable.YES, searchable = Searchable.NO)
    Integer upvotes;

    /** The dates of all editions that list it. */
    @GenericField
    List<LocalDate> days = List.of();

    /** What {@link Place} makes of the places in these editions. */
    @GenericField(aggregable = Aggregable.YES, searchable = Searchable.NO)
    Set<Long> places = Set.of();

    /** Whether the address of its code is known. */
    @GenericField(aggregable = Aggregable.YES, searchable = Searchable.NO)
    boolean code;

    /** To be called within the transaction that found the paper; it must be listed. */
    static PaperDocument of(Paper paper) {
        PaperDocument document = new PaperDocument();
        document.id = paper.id;
        document.title = paper.title;
        document.authors = paper.authors;
        document.body = body(paper, paper.overview);
        document.upvotes = paper.upvotes;
        document.days = paper.listingDates();
        document.places = paper.listings.stream()
                .map(listing -> Place.of(listing.id.editionDate(), listing.position, listing.choice))
                .collect(Collectors.toSet());
        document.code = paper.codeUrl != null;
        document.take(paper.shownKeywords());
        if (paper.overview != null) {
            document.take(paper.overview);
        }
        return document;
    }

    private static List<String> body(Paper paper, Overview overview) {
        Stream<String> written = overview == null ? Stream.empty() : overview.texts();
        return Stream.concat(written, Stream.of(paper.lead, paper.summary, paper.organization)).filter(Objects::nonNull)
                .toList();
    }

    private void take(List<Keyword> shown) {
        keywords = shown.stream().flatMap(keyword -> Stream.of(keyword.en, keyword.zh)).filter(spelling -> spelling != null)
                .toList();
        tags = shown.stream().map(keyword -> keyword.tag.slug).collect(Collectors.toCollection(LinkedHashSet::new));
        tagIds = shown.stream().map(keyword -> keyword.tag.id).collect(Collectors.toSet());
    }

    private void take(Overview overview) {
        practicality = hundredths(overview.practicality);
        novelty = hundredths(overview.novelty);
        recommendation = hundredths(overview.recommendation);
    }

    /** @param rating with at most two decimals */
    static Integer hundredths(BigDecimal rating) {
        return rating == null ? null : rating.movePointRight(2).intValueExact();
    }
}
