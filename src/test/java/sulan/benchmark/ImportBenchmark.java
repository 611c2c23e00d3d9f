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
        measure(500); // to warm up
        double[] seconds = new double[Report.SIZES.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = measure(Report.SIZES[i]);
        }
        Report.add("importing into " + database, seconds);
    }

    private double measure(int digests) throws IOException {
        fixture.empty();
        Path source = Files.createTempDirectory(folder, "digests");
        generator.write(source, 0, digests);
        long start = System.nanoTime();
        imports.run(source);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(QuarkusTransaction.requiringNew().call(() -> Edition.count())).isEqualTo(digests);
        return seconds;
    }
}
