package sulan.intake;

import java.nio.file.Path;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

/** Imports any folder, as the portal does with the one that its settings name. */
@ApplicationScoped
public class FolderImports {

    private final ContentReader reader;
    private final FileRecorder recorder;
    private final Runs runs;
    private final Clock clock;

    FolderImports(ContentReader reader, FileRecorder recorder, Runs runs, Clock clock) {
        this.reader = reader;
        this.recorder = recorder;
        this.runs = runs;
        this.clock = clock;
    }

    /** Imports all that is in the folder. */
    public void run(Path folder) {
        FolderImport intake = new FolderImport(new WatchedFolder(folder, ".md"), reader, recorder, runs, clock);
        try {
            while (intake.poll() != FolderImport.Poll.DONE) {
                Thread.onSpinWait();
            }
        } catch (RunInProgressException e) {
            throw new IllegalStateException(e);
        }
    }
}
