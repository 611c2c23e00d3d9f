package sulan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.ArchiveFixture;
import sulan.DigestGenerator;
import sulan.archive.Edition;
import sulan.benchmark.Report.Time;
import sulan.intake.FolderImports;

/** Importing a folder into an empty archive, reading included, as the portal does it. */
abstract class ImportBenchmark {

    private final DigestGenerator generator = new DigestGenerator(1, Report.PAPERS, Report.PAPERS);
    private final String database;

    @Inject
    FolderImports imports;
    @Inject
    ArchiveFixture fixture;
    @TempDir
    Path folder;

    ImportBenchmark(String database) {
        this.database = database;
    }

    @Test
    void importing() throws IOException {
        measure(1_500); // to warm up
        Time[] times = new Time[Report.SIZES.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = measure(Report.SIZES[i]);
        }
        Report.add("importing into " + database, times);
    }

    private Time measure(int digests) throws IOException {
        fixture.empty();
        Path source = Files.createTempDirectory(folder, "digests");
        generator.write(source, 0, digests);
        Time time = Time.of(() -> imports.run(source));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Edition.count())).isEqualTo(digests);
        return time;
    }
}
