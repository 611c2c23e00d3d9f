package sulan.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import sulan.archive.Overview;
import sulan.archive.Paper;
import sulan.digest.Diagnostic;
import sulan.digest.Ratings;
import sulan.digest.Reasons;
import sulan.search.PaperHit;

/**
 * A paper in JSON. What is not known is {@code null} and there; authors that are not known are an empty list.
 */
@Schema(name = "Paper", description = "A paper. What is not known is null, and there")
record PaperJson(
        @Schema(description = "The arXiv id without version") String id,
        String title,
        @JsonProperty("abstract") @Schema(nullable = true) String summary,
        @Schema(description = "Empty if they are not known") List<String> authors,
        @Schema(nullable = true, description = "When the first version appeared") Instant publishedAt,
        @Schema(description = "The days that list the paper, oldest first") List<LocalDate> listedOn,
        @Schema(nullable = true, description = "Hugging Face's count") Integer upvotes,
        @Schema(nullable = true) String organization,
        Addresses links,
        @Schema(nullable = true, description = "What was written about the paper") OverviewJson overview,
        Rank rank,
        @Schema(nullable = true, description = "When it was submitted, as Hugging Face says") Instant submittedAt,
        @Schema(nullable = true, description = "Who put it on Hugging Face's list") String submittedBy,
        @Schema(nullable = true, description = "Hugging Face's count") Integer comments,
        @Schema(nullable = true, description = "Address of a small picture at Hugging Face") String thumbnail,
        @Schema(description = "Addresses of pictures and films at Hugging Face") List<String> media,
        @Schema(nullable = true, description = "How many stars the code has") Integer codeStars,
        @Schema(nullable = true, description = "What the paper does in one English sentence, by a model of Hugging Face's") String lead,
        @Schema(nullable = true, description = "The model that wrote lead and listedKeywords") String leadModel,
        @Schema(description = "Hugging Face's keywords; those of the overview are there") List<ListedKeywordJson> listedKeywords,
        @Schema(nullable = true, description = "How it stands with an overview that is wanted: waiting, or given-up; null if there is one, or none was asked for") String pending) {

    /** Must be called within the transaction that found the paper. */
    static PaperJson of(PaperHit hit) {
        Paper paper = hit.paper();
        return new PaperJson(paper.id, paper.title, paper.summary, paper.authors, paper.publishedAt, paper.listingDates(),
                paper.upvotes, paper.organization, Addresses.of(paper), OverviewJson.of(paper.overview), Rank.of(hit),
                paper.submittedAt, paper.submittedBy, paper.comments, Links.web(paper.thumbnailUrl),
                paper.media.stream().filter(address -> Links.web(address) != null).toList(), paper.codeStars, paper.lead,
                paper.leadModel,
                paper.listedKeywords.stream().map(word -> new ListedKeywordJson(word.en, word.tag.slug)).toList(),
                hit.pending() == null ? null : Word.of(hit.pending()));
    }

    @Schema(name = "Links", description = "Where the paper is to be found elsewhere")
    record Addresses(String arxiv, String pdf, String huggingFace, @Schema(nullable = true) String code,
            @Schema(nullable = true) String project) {

        static Addresses of(Paper paper) {
            return new Addresses(Links.arxiv(paper.id), Links.pdf(paper.id), Links.huggingFace(paper.id),
                    Links.web(paper.codeUrl), Links.web(paper.projectUrl));
        }
    }

    /**
     * The place by recommendation among the papers of an edition: that of the day asked for, or else the paper's newest.
     *
     * @param rank {@code null} if the paper is not rated
     * @param percentile how many of a hundred rated papers of the whole archive have the same or a lower recommendation
     */
    @Schema(name = "Rank", description = "The place by recommendation among the papers of a day")
    record Rank(@Schema(nullable = true) LocalDate date,
            @Schema(nullable = true, description = "Counted from 1; null if the paper is not rated") Integer rank,
            @Schema(description = "How many papers that day has") int of,
            @Schema(nullable = true, description = "How many of a hundred rated papers of the whole archive have the same or a lower"
                    + " recommendation; null if the paper is not rated") Integer percentile) {

        static Rank of(PaperHit hit) {
            return new Rank(hit.day(), hit.rank(), hit.dayCount(), hit.percentile());
        }
    }

    @Schema(name = "Overview", description = "What was written about a paper, in Chinese; the texts are Markdown")
    record OverviewJson(
            @Schema(nullable = true) String mainWork,
            @Schema(nullable = true) String highlights,
            List<KeywordJson> keywords,
            RatingsJson ratings,
            ReasonsJson reasons,
            @Schema(nullable = true) String comment,
            @Schema(nullable = true, description = "Text of the source that belongs to no field") String unplaced,
            @Schema(description = "Whether the text breaks off") boolean truncated,
            @Schema(description = "What was odd in the source") List<DiagnosticJson> diagnostics,
            Provenance provenance) {

        static OverviewJson of(Overview overview) {
            if (overview == null) {
                return null;
            }
            return new OverviewJson(overview.mainWork, overview.highlights,
                    overview.keywords.stream().map(word -> new KeywordJson(word.en, word.zh, word.tag.slug)).toList(),
                    RatingsJson.of(overview.ratings()), ReasonsJson.of(overview.reasons()), overview.comment, overview.unplaced,
                    overview.truncated, overview.diagnostics.stream().map(DiagnosticJson::of).toList(),
                    Provenance.of(overview));
        }
    }

    @Schema(name = "Keyword", description = "A keyword as it was written, in one language or both")
    record KeywordJson(@Schema(nullable = true) String en, @Schema(nullable = true) String zh,
            @Schema(description = "The slug of the tag that it leads to") String tag) {
    }

    @Schema(name = "ListedKeyword", description = "A keyword that a model of Hugging Face's gave the paper")
    record ListedKeywordJson(String en, @Schema(description = "The slug of the tag that it leads to") String tag) {
    }

    @Schema(name = "Ratings", description = "Each from 0 to 5, with up to two places; null if the paper is not rated by it")
    record RatingsJson(@Schema(nullable = true) BigDecimal practicality, @Schema(nullable = true) BigDecimal novelty,
            @Schema(nullable = true) BigDecimal recommendation) {

        static RatingsJson of(Ratings ratings) {
            return new RatingsJson(ratings.practicality(), ratings.novelty(), ratings.recommendation());
        }
    }

    @Schema(name = "Reasons", description = "Why it was rated so, in Markdown; null where nothing is said")
    record ReasonsJson(@Schema(nullable = true) String practicality, @Schema(nullable = true) String novelty,
            @Schema(nullable = true) String recommendation) {

        static ReasonsJson of(Reasons reasons) {
            return new ReasonsJson(reasons.practicality(), reasons.novelty(), reasons.recommendation());
        }
    }

    /** @param line of the digest, counted from 1; 0 if it is about the whole */
    @Schema(name = "Diagnostic", description = "What was odd in a source")
    record DiagnosticJson(@Schema(enumeration = {
            "info", "warning", "error" }) String level,
            @Schema(description = "Counted from 1; 0 if it is about the whole") int line, String message){

        static DiagnosticJson of(Diagnostic diagnostic) {
            return new DiagnosticJson(Word.of(diagnostic.level()), diagnostic.line(), diagnostic.message());
        }
    }

    /**
     * @param source import, model or edit
     * @param basis what the writer knew of the paper: {@code abstract}; {@code null} if that is not known
     */
    @Schema(name = "Provenance", description = "Where an overview comes from")
    record Provenance(@Schema(enumeration = {
            "import", "model", "edit" }) String source, @Schema(nullable = true) String model,
            @Schema(nullable = true) Instant writtenAt,
            @Schema(nullable = true, description = "The version of the prompt that the model was given") String promptVersion,
            @Schema(nullable = true, description = "What the writer knew of the paper: abstract; null if that is not known") String basis){

        static Provenance of(Overview overview) {
            return new Provenance(Word.of(overview.origin), overview.model, overview.writtenAt, overview.promptVersion,
                    overview.origin == Overview.Origin.MODEL ? "abstract" : null);
        }
    }
}
