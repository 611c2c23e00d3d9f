package sulan.source.huggingface;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Wire shape of an entry: where the API has what is read of it. Every field can be {@code null}, a JSON null, or of any type;
 * {@link EntryReader} says what is expected.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Entry(Paper paper, JsonNode title, JsonNode summary, JsonNode publishedAt, JsonNode thumbnail, JsonNode mediaUrl,
        JsonNode mediaUrls, JsonNode numComments, JsonNode submittedBy, JsonNode organization) {

    /** Wire shape of the paper in an entry. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Paper(JsonNode id, JsonNode title, JsonNode summary, JsonNode authors, JsonNode publishedAt, JsonNode upvotes,
            JsonNode submittedOnDailyAt, JsonNode submittedOnDailyBy, JsonNode organization, JsonNode mediaUrls,
            JsonNode projectPage, JsonNode githubRepo, JsonNode githubStars, @JsonProperty("ai_summary") JsonNode aiSummary,
            @JsonProperty("ai_keywords") JsonNode aiKeywords, @JsonProperty("ai_summary_model") JsonNode aiSummaryModel) {
    }
}
