package sulan.web;

import java.util.List;

import sulan.archive.Tag;
import sulan.archive.TagCounts;
import sulan.archive.TagSpellings;
import sulan.archive.TagSpellings.Alias;
import sulan.archive.TagStatistics.Span;
import sulan.search.PaperHit;
import sulan.search.PaperQuery;
import sulan.search.PaperSearch;
import sulan.tag.Concept;

/**
 * What the page of a tag tells besides the list of its papers.
 *
 * @param best its best papers if the list has more than one page; else empty
 * @param newest its newest papers, likewise
 */
public record TagHub(Tag tag, TagSpellings spellings, Span span, TagChart chart, List<RelatedTag> related,
        List<PaperHit> best, List<PaperHit> newest) {

    private static final int SHORT_LIST = 5;

    /** Counts all of it; {@link TagHubs} keeps what was counted. Must be called within a transaction. */
    static TagHub of(Tag tag, TagCounts.Counted counted) {
        Span span = counted.statistics().span(tag);
        return new TagHub(tag, TagSpellings.of(tag), span, TagChart.of(tag, span, counted.statistics()),
                RelatedTag.of(tag, counted), List.of(),
                List.of());
    }

    /** The same with short lists of papers, beside a list that shows them all. */
    TagHub with(PaperList list, PaperSearch search) {
        if (list.query().isFiltered(list.base()) || list.query().page() > 1) {
            return this;
        }
        // asked for even if it will not be shown: how much a page asks for must not depend on how much there is
        List<PaperHit> found = search.search(PaperQuery.ofTag(tag.slug).withSort(PaperQuery.Sort.RECOMMENDATION)
                .withSize(SHORT_LIST)).items();
        boolean all = list.hits().pages() == 1;
        boolean newestFirst = list.query().sort() == PaperQuery.Sort.NEWEST;
        return new TagHub(tag, spellings, span, chart, related, all ? List.of() : found,
                all || !newestFirst ? List.of() : list.hits().items().stream().limit(SHORT_LIST).toList());
    }

    /** In the language of the interface, or else the other; {@code null} if there is none. */
    public String description() {
        return Language.current().choose(descriptionZh(), descriptionEn());
    }

    public String descriptionZh() {
        return tag.concept().map(Concept::descriptionZh).orElse(null);
    }

    public String descriptionEn() {
        return tag.concept().map(Concept::descriptionEn).orElse(null);
    }

    public List<Alias> aliasesEn() {
        return spellings.aliases().stream().filter(alias -> !alias.isChinese()).toList();
    }

    public List<Alias> aliasesZh() {
        return spellings.aliases().stream().filter(Alias::isChinese).toList();
    }

    /** Whether there is a line of other spellings. */
    public boolean hasSpellings() {
        return !spellings.aliases().isEmpty() || !spellings.candidates().isEmpty();
    }
}
