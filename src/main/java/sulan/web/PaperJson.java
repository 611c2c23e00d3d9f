package sulan.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
record PaperJson(String id, String title, @JsonProperty("abstract") String summary, List<String> authors, Instant publishedAt,
        List<LocalDate> listedOn, Integer upvotes, String organization, Addresses links, OverviewJson overview, Rank rank) {

    /** Must be called within the transaction that found the paper. */
    static PaperJson of(PaperHit hit) {
        Paper paper = hit.paper();
        return new PaperJson(paper.id, paper.title, paper.summary, paper.authors, paper.publishedAt, paper.listingDates(),
                paper.upvotes, paper.organization, Addresses.of(paper), OverviewJson.of(paper.overview), Rank.of(hit));
    }

    record Addresses(String arxiv, String pdf, String huggingFace, String code, String project) {

        static Addresses of(Paper paper) {
            return new Addresses(Links.arxiv(paper.id), Links.pdf(paper.id), Links.huggingFace(paper.id),
                    Links.web(paper.codeUrl), Links.web(paper.projectUrl));
        }
    }

    /**
     * The place by recommendation among the papers of an edition: that of the day asked for, or else the paper's newest.
     *
     * @param rank {@code null} if the paper is not rated
     */
    record Rank(LocalDate date, Integer rank, int of) {

        static Rank of(PaperHit hit) {
            return new Rank(hit.day(), hit.rank(), hit.dayCount());
        }
    }

    record OverviewJson(String mainWork, String highlights, List<KeywordJson> keywords, RatingsJson ratings, Reasons reasons,
            String comment, String unplaced, boolean truncated, List<DiagnosticJson> diagnostics, Provenance provenance) {

        static OverviewJson of(Overview overview) {
            if (overview == null) {
                return null;
            }
            return new OverviewJson(overview.mainWork, overview.highlights,
                    overview.keywords.stream().map(word -> new KeywordJson(word.en, word.zh, word.tag.slug)).toList(),
                    RatingsJson.of(overview.ratings()), overview.reasons(), overview.comment, overview.unplaced,
                    overview.truncated, overview.diagnostics.stream().map(DiagnosticJson::of).toList(),
                    new Provenance(Words.of(overview.origin), overview.model, overview.writtenAt));
        }
    }

    record KeywordJson(String en, String zh, String tag) {
    }

    record RatingsJson(BigDecimal practicality, BigDecimal novelty, BigDecimal recommendation) {

        static RatingsJson of(Ratings ratings) {
            return new RatingsJson(ratings.practicality(), ratings.novelty(), ratings.recommendation());
        }
    }

    /** @param line of the digest, counted from 1; 0 if it is about the whole */
    record DiagnosticJson(String level, int line, String message) {

        static DiagnosticJson of(Diagnostic diagnostic) {
            return new DiagnosticJson(Words.of(diagnostic.level()), diagnostic.line(), diagnostic.message());
        }
    }

    /** @param source import, model or edit */
    record Provenance(String source, String model, Instant writtenAt) {
    }
}
