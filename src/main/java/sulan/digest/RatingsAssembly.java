package sulan.digest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells the reasons from the closing comment. Text that follows the last score outside of its list item closes the whole,
 * unless the other scores have their reasons in that place as well.
 */
final class RatingsAssembly {

    private static final Pattern SUMMING_UP = Pattern
            .compile("^[*_\\s]*(?:总的|总体|总之|综上|综合|整体|总而言之|概括|注[:：]|总评|总结|因此，?总)");

    private final List<RatingEntry> entries;
    private final Map<Criterion, BigDecimal> scores;
    private final List<RatingEntry> rated;
    private final RatingEntry last;
    private final Map<Criterion, List<String>> reasons = new EnumMap<>(Criterion.class);
    private final List<String> comment;
    private final List<String> peers = new ArrayList<>();

    /** @param lead what stands before the first score */
    RatingsAssembly(List<RatingEntry> entries, Map<Criterion, BigDecimal> scores, List<String> lead) {
        this.entries = entries;
        this.scores = scores;
        this.comment = new ArrayList<>(lead);
        rated = entries.stream().filter(entry -> !entry.repeated).toList();
        last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    /** @param labelBrokenOff whether the text ends in the middle of a label */
    RatingsReader.Result result(List<String> unplaced, String tail, boolean labelBrokenOff) {
        for (RatingEntry entry : entries) {
            List<String> reason = entry == last ? reasonOfLast() : reasonOf(entry);
            entry.criteria.forEach(criterion -> reasons.computeIfAbsent(criterion, c -> new ArrayList<>()).addAll(reason));
            if (entry != last) {
                peers.addAll(reason);
            }
        }
        return new RatingsReader.Result(
                new Ratings(scores.get(Criterion.PRACTICALITY), scores.get(Criterion.NOVELTY),
                        scores.get(Criterion.RECOMMENDATION)),
                new Reasons(joined(reasons.get(Criterion.PRACTICALITY)), joined(reasons.get(Criterion.NOVELTY)),
                        joined(reasons.get(Criterion.RECOMMENDATION))),
                joined(comment), unplaced, tail, peers,
                labelBrokenOff || last != null && !last.scored && !last.hasText());
    }

    private static List<String> reasonOf(RatingEntry entry) {
        List<String> reason = new ArrayList<>(entry.inline);
        reason.addAll(entry.nested);
        entry.loose.forEach(text -> RatingEntry.add(reason, ReasonText.clean(text, false)));
        return reason;
    }

    private List<String> reasonOfLast() {
        List<String> reason = new ArrayList<>();
        (last.endsSentence ? comment : reason).addAll(last.inline);
        (isClosing() ? comment : reason).addAll(last.nested);
        List<String> after = last.loose;
        if (isReasonBelow() && !last.hasOwnText() && !after.isEmpty()) {
            RatingEntry.add(reason, ReasonText.clean(after.get(0), false));
            after = after.subList(1, after.size());
        }
        comment.addAll(after);
        return reason;
    }

    /** Whether the reasons of the other entries stand below them, outside of their items. */
    private boolean isReasonBelow() {
        return rated.size() > 1
                && rated.stream().limit(rated.size() - 1L).anyMatch(entry -> !entry.hasOwnText() && !entry.loose.isEmpty());
    }

    /** Whether what is indented under the last entry closes the whole: no other entry has a reason, and it speaks of all. */
    private boolean isClosing() {
        if (rated.size() < 2 || last.nested.isEmpty() || !last.inline.isEmpty()
                || rated.stream().anyMatch(entry -> entry != last && entry.hasText())) {
            return false;
        }
        String text = last.nested.get(0);
        return SUMMING_UP.matcher(text).find() || text.contains("实用") || text.contains("创新");
    }

    private static String joined(List<String> texts) {
        return texts == null || texts.isEmpty() ? null : String.join("\n\n", texts);
    }
}
