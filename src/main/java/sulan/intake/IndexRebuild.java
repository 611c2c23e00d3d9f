package sulan.intake;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Paper;
import sulan.archive.Run;
import sulan.intake.OpenRun.Outcome;
import sulan.search.PaperIndex;

/**
 * Makes the index anew, as a run, when there is none that can be relied on: at the first start, after an update of the portal,
 * after a damage. Whoever wants it made anew deletes its folder, whenever he likes.
 */
@ApplicationScoped
class IndexRebuild {

    private static final String SOURCE = "存档中的论文";

    private final PaperIndex index;
    private final Runs runs;

    IndexRebuild(PaperIndex index, Runs runs) {
        this.index = index;
        this.runs = runs;
    }

    void ifNeeded() throws RunInProgressException {
        if (!index.isToBeRebuilt()) {
            return;
        }
        int papers = QuarkusTransaction.requiringNew().call(() -> (int) Paper.count("listedOn is not null"));
        try (OpenRun run = runs.open(Run.Kind.INDEX, SOURCE, papers)) {
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
