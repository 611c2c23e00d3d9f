package sulan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sulan.DigestGenerator;
import sulan.benchmark.Report.Time;
import sulan.digest.DigestReader;

/** Reading from files, in all forms by turns, on one thread. */
class ReadingBenchmark {

    private final DigestReader reader = new DigestReader();
    @TempDir
    Path folder;

    @Test
    void reading() throws IOException {
        new DigestGenerator(1, Report.PAPERS, Report.PAPERS).write(folder, 0, Report.SIZES[2]);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        read(files.subList(0, 3_000)); // to warm up
        Time[] times = new Time[Report.SIZES.length];
        for (int i = 0; i < times.length; i++) {
            List<Path> some = files.subList(0, Report.SIZES[i]);
            times[i] = Time.of(() -> read(some));
        }
        Report.add("reading", times);
    }

    private void read(List<Path> files) throws IOException {
        for (Path file : files) {
            assertThat(reader.read(Files.readAllBytes(file), file.getFileName().toString()).digest()).isNotNull();
        }
    }
}
