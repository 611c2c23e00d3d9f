package sulan.operator;

import java.util.ArrayList;
import java.util.List;

import sulan.digest.Overview;

/** How one overview became another, field by field; fields that stayed are not in it. */
record OverviewDifference(List<Part> parts) {

    record Part(OverviewField field, TextDifference difference) {
    }

    /** @param before {@code null} stands for one that says nothing, and so does {@code after} */
    static OverviewDifference of(Overview before, Overview after) {
        List<Part> parts = new ArrayList<>();
        for (OverviewField field : OverviewField.values()) {
            String from = field.of(before == null ? Overview.EMPTY : before);
            String to = field.of(after == null ? Overview.EMPTY : after);
            if (!from.equals(to)) {
                parts.add(new Part(field, TextDifference.of(from, to)));
            }
        }
        return new OverviewDifference(parts);
    }

    public boolean isNone() {
        return parts.isEmpty();
    }
}
