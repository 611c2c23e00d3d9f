package sulan.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The table of figures. It is kept in a file, because each benchmark has class loaders of its own. */
final class Report {

    private static final Path FILE = Path.of("target/benchmarks.md");

    private Report() {
    }

    /** How many digests are read or imported, one after the other. */
    static final int[] SIZES = { 100, 1_000, 10_000 };
    /** Few, so that 10,000 digests take minutes and not an hour. */
    static final int PAPERS = 10;

    /** Adds the figures of one measurement, as the sizes say, and prints the table as it stands. */
    static void add(String what, double[] seconds) throws IOException {
        if (Files.notExists(FILE)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, """
                    %s, %d processors, %s %s (%s)

                    | | digests | papers | seconds | digests a second | papers a second | rate, as a share of that at 1,000 |
                    |---|--:|--:|--:|--:|--:|--:|
                    """.formatted(System.getProperty("os.name"), Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.vm.name"), System.getProperty("java.version"), System.getProperty("java.vendor")));
        }
        double rateAt1000 = SIZES[1] / seconds[1];
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < SIZES.length; i++) {
            double rate = SIZES[i] / seconds[i];
            rows.append(String.format(Locale.ROOT, "| %s | %,d | %,d | %.1f | %.1f | %,.0f | %.2f |%n", what, SIZES[i],
                    SIZES[i] * PAPERS, seconds[i], rate, rate * PAPERS, rate / rateAt1000));
        }
        Files.writeString(FILE, rows, StandardOpenOption.APPEND);
        System.out.println(Files.readString(FILE));
    }
}
