package sulan.operator;

import java.util.EnumMap;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;

/** The form of an overview as a browser sends it; what is missing is {@code null}. */
public class SentOverview {

    @RestForm
    public String base;
    @RestForm
    public String mainWork;
    @RestForm
    public String highlights;
    @RestForm
    public String keywords;
    @RestForm
    public String practicality;
    @RestForm
    public String novelty;
    @RestForm
    public String recommendation;
    @RestForm
    public String practicalityReason;
    @RestForm
    public String noveltyReason;
    @RestForm
    public String recommendationReason;
    @RestForm
    public String comment;
    @RestForm
    public String truncated;

    OverviewForm form() {
        Map<OverviewField, String> values = new EnumMap<>(OverviewField.class);
        for (OverviewField field : OverviewField.values()) {
            String value = value(field);
            values.put(field, value == null ? "" : value.replace("\r\n", "\n").replace("\0", ""));
        }
        return OverviewForm.sent(base == null ? "" : base, values, truncated != null);
    }

    private String value(OverviewField field) {
        return switch (field) {
            case MAIN_WORK -> mainWork;
            case HIGHLIGHTS -> highlights;
            case KEYWORDS -> keywords;
            case RECOMMENDATION -> recommendation;
            case PRACTICALITY -> practicality;
            case NOVELTY -> novelty;
            case RECOMMENDATION_REASON -> recommendationReason;
            case PRACTICALITY_REASON -> practicalityReason;
            case NOVELTY_REASON -> noveltyReason;
            case COMMENT -> comment;
        };
    }
}
