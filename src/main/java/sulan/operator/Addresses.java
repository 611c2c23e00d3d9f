package sulan.operator;

import java.time.LocalDate;

/** Where the operator's pages are. */
final class Addresses {

    static final String RUNS = "/operator/runs";
    static final String DAYS = "/operator/days";
    static final String FAILURES = "/operator/failures";
    static final String LEDGER = "/operator/ledger";
    static final String BACKFILL = "/operator/backfill";

    private Addresses() {
    }

    static String run(long id) {
        return RUNS + "/" + id;
    }

    static String day(LocalDate date) {
        return DAYS + "/" + date;
    }

    /** An old id has a slash, which stays one. */
    static String paper(String id) {
        return "/operator/papers/" + id;
    }
}
