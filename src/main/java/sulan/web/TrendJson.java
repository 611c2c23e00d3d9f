package sulan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import sulan.archive.TagCount;

/** {@link Trends} in JSON. Shares go from 0 to 1 and have four decimals. */
@Schema(name = "Trends", description = "What is going on among the tags in a week or a month")
record TrendJson(
        @Schema(enumeration = {
                "week", "month" }) String per,
        @Schema(nullable = true, description = "The week or month; null if the archive is empty") SpanJson period,
        @Schema(description = "Papers listed in it") long papers,
        @Schema(description = "How many of them carry any tag: shares are shares of these") long tagged,
        @Schema(description = "The weeks or months that it is compared with, oldest first") List<SpanJson> before,
        @Schema(description = "Papers of that time that carry any tag, each once") long taggedBefore,
        @Schema(nullable = true, description = "The name of the last week or month before it that has a day") String previous,
        @Schema(nullable = true) String next,
        @Schema(description = "Tags with a higher share than before, what looks least like chance first") List<ShiftJson> rising,
        @Schema(description = "Tags with a lower share than before, likewise") List<ShiftJson> falling,
        @JsonProperty("new") @Schema(nullable = true, description = "Tags of two papers or more that none before carries; null if there is none before") List<NewJson> fresh,
        @Schema(description = "How many more new tags there are, of one paper") long newSingle,
        @Schema(description = "Tags that stand together far more often than by chance") List<PairJson> pairs){

    static TrendJson of(Trends trends) {
        return new TrendJson(trends.kind().word(), Optional.ofNullable(trends.period()).map(SpanJson::of).orElse(null),
                trends.papers(), trends.tagged(), trends.before().stream().map(SpanJson::of).toList(), trends.taggedBefore(),
                Optional.ofNullable(trends.previous()).map(Period::name).orElse(null),
                Optional.ofNullable(trends.next()).map(Period::name).orElse(null),
                trends.rising().stream().map(ShiftJson::of).toList(), trends.falling().stream().map(ShiftJson::of).toList(),
                trends.fresh() == null ? null : trends.fresh().stream().map(NewJson::of).toList(), trends.single(),
                trends.pairs().stream().map(PairJson::of).toList());
    }

    /** Four decimals, for shares and lifts: the counts that they are made of are beside them. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    @Schema(name = "Span", description = "A week or month")
    record SpanJson(String name, LocalDate from, LocalDate to) {

        static SpanJson of(Period period) {
            return new SpanJson(period.name(), period.from(), period.to());
        }
    }

    @Schema(name = "TagName", description = "A tag")
    record TagNameJson(String slug, @Schema(nullable = true) String en, @Schema(nullable = true) String zh) {

        static TagNameJson of(TagCount tag) {
            return new TagNameJson(tag.slug(), tag.en(), tag.zh());
        }
    }

    @Schema(name = "TagShift", description = "A tag with another share of the papers than before")
    record ShiftJson(TagNameJson tag, ShareJson now, ShareJson before,
            @Schema(description = "The last twelve weeks or months, oldest first") List<PointJson> history) {

        static ShiftJson of(Trends.Trend trend) {
            return new ShiftJson(TagNameJson.of(trend.shift().tag()), ShareJson.of(trend.shift().now()),
                    ShareJson.of(trend.shift().before()), trend.line().bars().stream().map(PointJson::of).toList());
        }
    }

    @Schema(name = "Share", description = "So many papers of so many")
    record ShareJson(long count, long of, double share) {

        static ShareJson of(Share share) {
            return new ShareJson(share.papers(), share.of(), rounded(share.value()));
        }
    }

    @Schema(name = "SharePoint", description = "A tag's share in a week or month")
    record PointJson(String period, @Schema(description = "Papers with the tag") long count,
            @Schema(description = "Papers with any tag") long of,
            @Schema(nullable = true, description = "null if there are none") Double share) {

        static PointJson of(Sparkline.Bar bar) {
            Share share = bar.share();
            return share == null ? new PointJson(bar.period().name(), 0, 0, null)
                    : new PointJson(bar.period().name(), share.papers(), share.of(), rounded(share.value()));
        }
    }

    @Schema(name = "NewTag", description = "A tag that is new, and its papers")
    record NewJson(TagNameJson tag, long count) {

        static NewJson of(Trends.Fresh fresh) {
            return new NewJson(TagNameJson.of(fresh.tag()), fresh.papers());
        }
    }

    @Schema(name = "TagPair", description = "Two tags that stand together")
    record PairJson(List<TagNameJson> tags, @Schema(description = "In how many papers both stand") long together,
            @Schema(description = "How many times as often as by chance") double lift) {

        static PairJson of(Trends.Pairing pairing) {
            return new PairJson(List.of(TagNameJson.of(pairing.pair().one()), TagNameJson.of(pairing.pair().other())),
                    pairing.pair().together(), rounded(pairing.pair().lift()));
        }
    }
}
