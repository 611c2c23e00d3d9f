package sulan.intake;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Paper;
import sulan.archive.Run;
import sulan.intake.OpenRun.Outcome;
import sulan.search.PaperIndex;

/**
 * Makes the index anew, as a run, when there is none that can be relied on: at the first start, after an update of the portal,
 * after a damage; or when the operator asks for it. Whoever deletes its folder gets a new one as well.
 */
@ApplicationScoped
class IndexRebuild {

    private static final String SOURCE = "存档中的论文";

    private final PaperIndex index;
    private final Runs runs;
    private final AtomicBoolean asked = new AtomicBoolean();

    IndexRebuild(PaperIndex index, Runs runs) {
        this.index = index;
        this.runs = runs;
    }

    /** Has a new index made at the next occasion, whether it is needed or not. */
    void ask() {
        asked.set(true);
    }

    /** Whether it was asked for, and has not begun. */
    boolean isAsked() {
        return asked.get();
    }

    void ifNeeded() throws RunInProgressException {
        if (!asked.get() && !index.isToBeRebuilt()) {
            return;
        }
        int papers = QuarkusTransaction.requiringNew().call(() -> (int) Paper.count("listedOn is not null"));
        try (OpenRun run = runs.open(Run.Kind.INDEX, SOURCE, papers)) {
            asked.set(false);
            boolean made = index.rebuild(count -> {
                for (int i = 0; i < count; i++) {
                    run.count(Outcome.RECORDED);
                }
            });
            if (made) {
                run.complete();
            } else {
                run.interrupt();
            }
        }
    }
}
