package sulan.digest;

/**
 * Why a paper was rated as it was: one Markdown fragment (see {@link Overview}) for each criterion, or {@code null} where the
 * text gives none. A reason can stand without a rating.
 */
public record Reasons(String practicality, String novelty, String recommendation) {

    /** No reason at all. */
    public static final Reasons NONE = new Reasons(null, null, null);

    public Reasons {
        practicality = Fragments.normalized(practicality);
        novelty = Fragments.normalized(novelty);
        recommendation = Fragments.normalized(recommendation);
    }

    /** The reason for one rating, or {@code null}. */
    public String get(Criterion criterion) {
        return switch (criterion) {
            case PRACTICALITY -> practicality;
            case NOVELTY -> novelty;
            case RECOMMENDATION -> recommendation;
        };
    }
}
