package sulan.web;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.archive.TagSpellings;
import sulan.search.PaperHits;

/**
 * A tag in JSON, with a page of its papers: the fields of {@link ListJson} follow its own.
 *
 * @param en the English name, or {@code null}
 * @param zh the Chinese name, or {@code null}
 * @param count how many papers carry the tag, whatever the list is filtered by
 * @param firstListedOn {@code null} if no paper carries it
 * @param per {@code week} or {@code month}: what the entries of {@code history} are
 * @param history from the first to the last week or month with a paper
 * @param related the most related first
 */
@Schema(name = "Tag", description = "A tag with a page of its papers")
record TagJson(String slug, @Schema(nullable = true) String en, @Schema(nullable = true) String zh, DescriptionJson description,
        List<AliasJson> aliases,
        List<CandidateJson> candidates, long count,
        @Schema(nullable = true) LocalDate firstListedOn, @Schema(nullable = true) LocalDate lastListedOn, String per,
        List<PeriodJson> history, List<RelatedJson> related, @JsonUnwrapped ListJson papers) {

    /** Must be called within the transaction that found the papers. */
    static TagJson of(TagHub hub, PaperHits hits) {
        Tag tag = hub.tag();
        return new TagJson(tag.slug, tag.en, tag.zh, new DescriptionJson(hub.descriptionEn(), hub.descriptionZh()),
                hub.spellings().aliases().stream().map(AliasJson::of).toList(),
                hub.spellings().candidates().stream().map(CandidateJson::of).toList(),
                hub.span().papers(), hub.span().first(), hub.span().last(), hub.chart().weekly() ? "week" : "month",
                hub.chart().bars().stream().map(PeriodJson::of).toList(), hub.related().stream().map(RelatedJson::of).toList(),
                ListJson.of(hits));
    }

    /** One sentence in each language, or {@code null}. */
    @Schema(name = "Description", description = "One sentence in each language")
    record DescriptionJson(@Schema(nullable = true) String en, @Schema(nullable = true) String zh) {
    }

    /** @param source why it leads to the tag: operator, merge, vocabulary, folding, acronym */
    @Schema(name = "Alias", description = "A spelling that leads to a tag, and why")
    record AliasJson(String spelling, String language, String source) {

        static AliasJson of(TagSpellings.Alias alias) {
            return new AliasJson(alias.spelling(), alias.isChinese() ? "zh" : "en", Word.of(alias.source()));
        }
    }

    /** @param papers in how many papers it was given */
    @Schema(name = "AliasCandidate", description = "A Chinese name that keywords were given and that does not lead to the tag")
    record CandidateJson(String zh, long papers) {

        static CandidateJson of(TagSpellings.Candidate candidate) {
            return new CandidateJson(candidate.zh(), candidate.papers());
        }
    }

    @Schema(name = "Period", description = "A week or month and the papers listed in it")
    record PeriodJson(String period, LocalDate from, LocalDate to, long count) {

        static PeriodJson of(TagChart.Bar bar) {
            return new PeriodJson(bar.period().name(), bar.period().from(), bar.period().to(), bar.papers());
        }
    }

    /**
     * @param together in how many papers both stand
     * @param lift how many times as often as by chance
     */
    @Schema(name = "RelatedTag", description = "A tag that stands beside another more often than by chance")
    record RelatedJson(String slug, @Schema(nullable = true) String en, @Schema(nullable = true) String zh, long count,
            long together, double lift) {

        static RelatedJson of(RelatedTag related) {
            TagCount tag = related.tag();
            return new RelatedJson(tag.slug(), tag.en(), tag.zh(), tag.papers(), related.together(),
                    Math.round(related.lift() * 100) / 100.0);
        }
    }

    /**
     * Tags, in the order that was asked for.
     *
     * @param total how many there are
     * @param single how many more there are with one paper, which are only found by {@code q}
     */
    @Schema(name = "Tags", description = "All tags")
    record Tags(long total, long single, List<Count> tags) {

        static Tags of(TagList list) {
            return new Tags(list.found(), list.single(), list.shown().stream().map(Count::of).toList());
        }
    }

    /**
     * @param recent how many papers of the last four weeks carry it; {@code null} except in the order of rising
     * @param expected how many would with its share of the time before; {@code null} likewise
     */
    @Schema(name = "TagCount", description = "A tag and the number of its papers")
    record Count(String slug, @Schema(nullable = true) String en, @Schema(nullable = true) String zh, long count,
            @Schema(nullable = true) Long recent, @Schema(nullable = true) Double expected) {

        static Count of(TagList.Row row) {
            TagCount tag = row.tag();
            return new Count(tag.slug(), tag.en(), tag.zh(), tag.papers(),
                    row.rise() == null ? null : row.rise().now().papers(),
                    row.rise() == null ? null : Math.round(row.rise().expected() * 100) / 100.0);
        }
    }
}
