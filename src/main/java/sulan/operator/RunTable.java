package sulan.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import sulan.archive.Failure;
import sulan.archive.Run;

/**
 * A page of the runs that have ended, newest first.
 *
 * @param kind only of this kind; {@code null} for all
 * @param failed only those with a warning or an error
 */
record RunTable(List<Line> lines, Run.Kind kind, boolean failed, Leaf leaf) {

    private static final int SIZE = 30;

    /** A run with the number of its failures that are no mere notes. */
    record Line(Run run, long failures) {
    }

    static RunTable of(Run.Kind kind, boolean failed, String page) {
        List<String> conditions = new ArrayList<>(List.of("r.status <> :running"));
        Parameters values = Parameters.with("running", Run.Status.RUNNING);
        if (kind != null) {
            conditions.add("r.kind = :kind");
            values.and("kind", kind);
        }
        if (failed) {
            conditions.add("exists (select 1 from Failure f where f.run = r and f.level <> :note)");
            values.and("note", Failure.Level.NOTE);
        }
        PanacheQuery<Run> found = Run.find("from Run r where " + String.join(" and ", conditions)
                + " order by r.startedAt desc, r.id desc", values);
        Leaf leaf = Leaf.of(page, found.count(), SIZE);
        return new RunTable(lines(found.page(leaf.page() - 1, SIZE).list()), kind, failed, leaf);
    }

    private static List<Line> lines(List<Run> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> failures = Failure.getEntityManager().createQuery("""
                select f.run.id, count(f) from Failure f where f.run in :runs and f.level <> NOTE group by f.run.id""",
                Object[].class).setParameter("runs", runs).getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
        return runs.stream().map(run -> new Line(run, failures.getOrDefault(run.id, 0L))).toList();
    }

    /** The address of the list, without the page. */
    public String address() {
        List<String> parameters = new ArrayList<>();
        if (kind != null) {
            parameters.add("kind=" + kind);
        }
        if (failed) {
            parameters.add("failed=true");
        }
        return parameters.isEmpty() ? Addresses.RUNS : Addresses.RUNS + "?" + String.join("&", parameters);
    }
}
