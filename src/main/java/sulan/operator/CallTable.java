package sulan.operator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import sulan.archive.ModelCall;

/**
 * A page of the ledger, newest first.
 *
 * @param day only those that count in the budget of this day; {@code null} for all
 * @param outcome only those that ended so; {@code null} for all
 * @param paper only those about the paper with this id; {@code null} for all
 */
record CallTable(List<ModelCall> calls, long total, LocalDate day, ModelCall.Outcome outcome, String paper, Leaf leaf) {

    private static final int SIZE = 50;

    /** What is no day or outcome is left aside. */
    static CallTable of(String day, String outcome, String paper, String page) {
        LocalDate date = day == null || !day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? null : EditionPages.date(day);
        ModelCall.Outcome ended = Arrays.stream(ModelCall.Outcome.values()).filter(one -> one.name().equals(outcome))
                .findFirst().orElse(null);
        String id = paper == null || paper.isBlank() ? null : paper.strip();
        PanacheQuery<ModelCall> found = query(date, ended, id);
        long total = found.count();
        Leaf leaf = Leaf.of(page, total, SIZE);
        return new CallTable(found.page(leaf.page() - 1, SIZE).list(), total, date, ended, id, leaf);
    }

    private static PanacheQuery<ModelCall> query(LocalDate day, ModelCall.Outcome outcome, String paper) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Parameters values = new Parameters();
        if (day != null) {
            conditions.add("budgetDay = :day");
            values.and("day", day);
        }
        if (outcome != null) {
            conditions.add("outcome = :outcome");
            values.and("outcome", outcome);
        }
        if (paper != null) {
            conditions.add("paperId = :paper");
            values.and("paper", paper);
        }
        return ModelCall.find(String.join(" and ", conditions) + " order by id desc", values);
    }

    public boolean isFiltered() {
        return day != null || outcome != null || paper != null;
    }

    /** The address of the list, without the page. */
    public String address() {
        List<String> parameters = new ArrayList<>();
        if (day != null) {
            parameters.add("day=" + day);
        }
        if (outcome != null) {
            parameters.add("outcome=" + outcome);
        }
        if (paper != null) {
            parameters.add("paper=" + URLEncoder.encode(paper, StandardCharsets.UTF_8));
        }
        return parameters.isEmpty() ? Addresses.LEDGER : Addresses.LEDGER + "?" + String.join("&", parameters);
    }
}
