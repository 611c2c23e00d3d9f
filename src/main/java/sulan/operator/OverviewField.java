package sulan.operator;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;

import sulan.digest.Keyword;
import sulan.digest.Overview;

/** A field of an overview, as text that the operator can change. */
enum OverviewField {

    MAIN_WORK("mainWork", 6),
    HIGHLIGHTS("highlights", 8),
    /** One a line, {@code English | 中文} or one of the two. */
    KEYWORDS("keywords", 6),
    RECOMMENDATION("recommendation", 1),
    PRACTICALITY("practicality", 1),
    NOVELTY("novelty", 1),
    RECOMMENDATION_REASON("recommendationReason", 4),
    PRACTICALITY_REASON("practicalityReason", 4),
    NOVELTY_REASON("noveltyReason", 4),
    COMMENT("comment", 4);

    private final String parameter;
    private final int rows;

    OverviewField(String parameter, int rows) {
        this.parameter = parameter;
        this.rows = rows;
    }

    /** Its name in a form. */
    public String parameter() {
        return parameter;
    }

    /** The height of its box. */
    public int rows() {
        return rows;
    }

    public boolean isRating() {
        return this == RECOMMENDATION || this == PRACTICALITY || this == NOVELTY;
    }

    /** What an overview has there; empty if it has nothing. */
    String of(Overview overview) {
        String text = switch (this) {
            case MAIN_WORK -> overview.mainWork();
            case HIGHLIGHTS -> overview.highlights();
            case KEYWORDS -> overview.keywords().stream().map(OverviewField::line).collect(joining("\n"));
            case RECOMMENDATION -> figure(overview.ratings().recommendation());
            case PRACTICALITY -> figure(overview.ratings().practicality());
            case NOVELTY -> figure(overview.ratings().novelty());
            case RECOMMENDATION_REASON -> overview.reasons().recommendation();
            case PRACTICALITY_REASON -> overview.reasons().practicality();
            case NOVELTY_REASON -> overview.reasons().novelty();
            case COMMENT -> overview.comment();
        };
        return text == null ? "" : text;
    }

    private static String figure(BigDecimal rating) {
        return rating == null ? null : rating.toPlainString();
    }

    private static String line(Keyword keyword) {
        return keyword.en() == null ? keyword.zh() : keyword.zh() == null ? keyword.en() : keyword.en() + " | " + keyword.zh();
    }
}
