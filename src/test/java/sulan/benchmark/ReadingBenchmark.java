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
        read(files.subList(0, 1_000)); // to warm up
        double[] seconds = new double[Report.SIZES.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = read(files.subList(0, Report.SIZES[i]));
        }
        Report.add("reading", seconds);
    }

    private double read(List<Path> files) throws IOException {
        long start = System.nanoTime();
        for (Path file : files) {
            assertThat(reader.read(Files.readAllBytes(file), file.getFileName().toString()).digest()).isNotNull();
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
